import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ByteSource } from './byte-source.ts';
import { ExhibitFault } from './item.ts';

/** A gzip file taken apart into its members (RFC 1952 section 2.2), which zlib's own reader joins without a trace. */

/** One member, inflated as it is read. `end` and `size` are known once `content` has returned. */
export type Member = Readonly<{
  offset: number;
  content: AsyncGenerator<Uint8Array>;
  /** The offset after the member, and the bytes that it inflated to. */
  ended: () => Readonly<{ end: number; size: number }>;
}>;

const headerBytes = 10;
const trailerBytes = 8;
/** What is looked at for the optional fields: an extra field has at most 65,535 bytes, a name is short. */
const optionalBytes = 131_072;
const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;

export const looksLikeGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The member that begins at an offset. Its content throws ExhibitFault where it is broken, cut, or grows past `most`.
 * @param most bytes that it may inflate to
 */
export function gzipMember(source: ByteSource, offset: number, most: number): Member {
  let ended: { end: number; size: number } | undefined;
  return {
    offset,
    content: inflated(source, offset, most, (found) => {
      ended = found;
    }),
    ended: () => {
      if (ended === undefined) throw new Error('the member was not read to its end');
      return ended;
    },
  };
}

async function* inflated(
  source: ByteSource,
  offset: number,
  most: number,
  ended: (found: { end: number; size: number }) => void,
): AsyncGenerator<Uint8Array> {
  const dataAt = await deflateOffset(source, offset);
  const inflate = createInflateRaw();
  const input = Readable.from(growing(source, dataAt), { objectMode: false });
  input.on('error', (error) => inflate.destroy(error));
  input.pipe(inflate);
  let size = 0;
  let sum = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) throw new ExhibitFault('inflates-too-much', `the content grows past its limit at byte ${offset}`); // prettier-ignore
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw faultOf(error, offset);
  } finally {
    input.destroy();
    inflate.destroy();
  }
  const trailerAt = dataAt + inflate.bytesWritten;
  const trailer = await source.read(trailerAt, trailerBytes);
  if (trailer.length < trailerBytes) throw truncated(offset);
  const view = new DataView(trailer.buffer, trailer.byteOffset, trailerBytes);
  if (view.getUint32(0, true) !== sum || view.getUint32(4, true) !== size % 2 ** 32) {
    throw new ExhibitFault('malformed', `the gzip member at byte ${offset} differs from its check sum`);
  }
  ended({ end: trailerAt + trailerBytes, size });
}

/** Most members are a few kilobytes: what is read beyond one is read again for the next, so it begins small. */
async function* growing(source: ByteSource, from: number): AsyncGenerator<Uint8Array> {
  for (let at = from, length = 8_192; at < source.size; length = Math.min(2 * length, 1_048_576)) {
    const piece = await source.read(at, length);
    yield piece;
    at += piece.length;
  }
}

function faultOf(error: unknown, offset: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return truncated(offset);
  if (code === 'Z_DATA_ERROR') return new ExhibitFault('malformed', `the gzip member at byte ${offset} is broken`);
  return error;
}

/** Where the compressed data begin, behind the member's header and its optional fields. */
async function deflateOffset(source: ByteSource, offset: number): Promise<number> {
  const head = await source.read(offset, headerBytes + optionalBytes);
  const flags = head[3];
  if (flags === undefined) throw truncated(offset);
  if (!looksLikeGzip(head) || head[2] !== 8 || (flags & flag.reserved) !== 0) {
    throw new ExhibitFault('malformed', `no gzip member begins at byte ${offset}`);
  }
  let at = headerBytes;
  if ((flags & flag.extra) !== 0) at += 2 + (head[at] ?? 0) + 256 * (head[at + 1] ?? 0);
  for (const field of [flag.name, flag.comment]) if ((flags & field) !== 0) at = afterZero(head, at, offset);
  if ((flags & flag.headerCrc) !== 0) at += 2;
  if (at > head.length || offset + at >= source.size) throw truncated(offset);
  return offset + at;
}

function afterZero(head: Uint8Array, at: number, offset: number): number {
  const zero = head.indexOf(0, at);
  if (zero !== -1) return zero + 1;
  if (head.length < headerBytes + optionalBytes) throw truncated(offset);
  throw new ExhibitFault('header-too-long', `the header of the gzip member at byte ${offset} is too long`);
}

const truncated = (offset: number): ExhibitFault =>
  new ExhibitFault('truncated', `the file ends inside the gzip member at byte ${offset}`);
