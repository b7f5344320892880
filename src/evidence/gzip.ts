import { crc32, inflateRawSync } from 'node:zlib';
import { limits } from '../limits.ts';
import { ExhibitFault } from './item.ts';

/** A gzip file taken apart into its members (RFC 1952 section 2.2), which zlib's own reader joins without a trace. */

export type Member = Readonly<{ offset: number; end: number; content: Uint8Array }>;

const headerBytes = 10;
const trailerBytes = 8;
const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;

export const looksLikeGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Yields members in order; together they are the whole file. @throws ExhibitFault */
export function* gzipMembers(bytes: Uint8Array): Generator<Member> {
  let left = limits.inflatedBytes;
  for (let offset = 0; offset < bytes.length;) {
    const member = readMember(bytes, offset, left);
    yield member;
    left -= member.content.length;
    offset = member.end;
  }
}

function readMember(bytes: Uint8Array, offset: number, most: number): Member {
  const dataAt = deflateOffset(bytes, offset);
  const { content, consumed } = inflate(bytes.subarray(dataAt), offset, most);
  const trailerAt = dataAt + consumed;
  const end = trailerAt + trailerBytes;
  if (end > bytes.length) throw truncated(offset);
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + trailerAt, trailerBytes);
  if (trailer.getUint32(0, true) !== crc32(content) || trailer.getUint32(4, true) !== content.length) {
    throw new ExhibitFault('malformed', `the gzip member at byte ${offset} differs from its check sum`);
  }
  return { offset, end, content };
}

function inflate(data: Uint8Array, offset: number, most: number): { content: Uint8Array; consumed: number } {
  try {
    // With `info`, zlib also says how much it read: where the member ends.
    const result: unknown = inflateRawSync(data, { info: true, maxOutputLength: Math.max(most, 1) });
    const { buffer, engine } = result as { buffer: Uint8Array; engine: { bytesWritten: number } };
    return { content: buffer, consumed: engine.bytesWritten };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ExhibitFault('inflates-too-much', `the content grows past its limit at byte ${offset}`);
    }
    if (code === 'Z_BUF_ERROR') throw truncated(offset);
    if (code === 'Z_DATA_ERROR') throw new ExhibitFault('malformed', `the gzip member at byte ${offset} is broken`);
    throw error;
  }
}

/** Where the compressed data begin, behind the member's header and its optional fields. */
function deflateOffset(bytes: Uint8Array, offset: number): number {
  const flags = bytes[offset + 3];
  if (flags === undefined) throw truncated(offset);
  if (
    bytes[offset] !== 0x1f ||
    bytes[offset + 1] !== 0x8b ||
    bytes[offset + 2] !== 8 ||
    (flags & flag.reserved) !== 0
  ) {
    throw new ExhibitFault('malformed', `no gzip member begins at byte ${offset}`);
  }
  let at = offset + headerBytes;
  if ((flags & flag.extra) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const field of [flag.name, flag.comment]) if ((flags & field) !== 0) at = afterZero(bytes, at, offset);
  if ((flags & flag.headerCrc) !== 0) at += 2;
  if (at >= bytes.length) throw truncated(offset);
  return at;
}

function afterZero(bytes: Uint8Array, at: number, offset: number): number {
  const zero = bytes.indexOf(0, at);
  if (zero === -1) throw truncated(offset);
  return zero + 1;
}

const truncated = (offset: number): ExhibitFault =>
  new ExhibitFault('truncated', `the file ends inside the gzip member at byte ${offset}`);
