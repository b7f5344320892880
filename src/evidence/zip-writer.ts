import { crc32 } from 'node:zlib';
import { readWhole, streamOf, type ByteSource } from './byte-source.ts';

/**
 * Writes ZIP archives whose bytes depend on their content alone: entries are stored as they are (evidence is hashed,
 * sealed and found again by its place), without time, folder or comment. PKWARE APPNOTE.TXT 6.3.10, sections in brackets.
 */

/** A file of an archive. `crc32` where it is known; otherwise it is written behind the content [4.3.9]. */
export type NamedSource = Readonly<{ name: string; source: ByteSource; crc32?: number }>;

type Written = Readonly<{ name: Buffer; size: number; offset: number; sum: number; flags: number }>;

const version = 20;
const version64 = 45;
const regularFile = (0o100644 << 16) >>> 0;
/** 1 January 1980, 00:00: the DOS epoch [4.4.6]. */
const noDate = 0x21;
const hasDescriptor = 8;
const most32 = 0xffffffff;
/** A file up to this size is read before its header is written, so that its check sum stands where readers expect it. */
const readAheadBytes = 1_048_576;

/** Yields the archive in the order given. @throws Error where a file is not the one whose check sum was given */
export async function* writeZip(files: Iterable<NamedSource> | AsyncIterable<NamedSource>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const file of files) {
    const name = Buffer.from(file.name);
    const known = file.crc32 ?? (await smallSum(file.source));
    const flags = known === undefined ? hasDescriptor : 0;
    const entry = { name, size: file.source.size, offset, flags };
    const header = localHeader(entry, known ?? 0);
    yield header;
    let sum = 0;
    for await (const piece of streamOf(file.source)) {
      sum = crc32(piece, sum);
      yield piece;
    }
    if (known !== undefined && sum !== known) throw new Error(`${file.name} was exchanged while it was written`);
    const tail = known === undefined ? descriptor(sum, entry.size) : Buffer.alloc(0);
    yield tail;
    offset += header.length + entry.size + tail.length;
    written.push({ ...entry, sum });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield ending(written.length, directory.length, offset);
}

const smallSum = async (source: ByteSource): Promise<number | undefined> =>
  source.size <= readAheadBytes ? crc32(await readWhole(source, readAheadBytes)) : undefined;

/** [4.3.7]; a size that does not fit stands in the extra field [4.5.3]. */
function localHeader({ name, size, flags }: Omit<Written, 'sum'>, sum: number): Buffer {
  const isLarge = size >= most32;
  const extra = isLarge ? extra64([size, size]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(isLarge ? version64 : version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(noDate, 12);
  header.writeUInt32LE(sum, 14);
  header.writeUInt32LE(Math.min(size, most32), 18);
  header.writeUInt32LE(Math.min(size, most32), 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

/** [4.3.9] */
function descriptor(sum: number, size: number): Buffer {
  const isLarge = size >= most32;
  const bytes = Buffer.alloc(isLarge ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(sum, 4);
  if (isLarge) {
    bytes.writeBigUInt64LE(BigInt(size), 8);
    bytes.writeBigUInt64LE(BigInt(size), 16);
  } else {
    bytes.writeUInt32LE(size, 8);
    bytes.writeUInt32LE(size, 12);
  }
  return bytes;
}

/** [4.3.12] */
function directoryEntry({ name, size, offset, sum, flags }: Written): Buffer {
  const large = [...(size >= most32 ? [size, size] : []), ...(offset >= most32 ? [offset] : [])];
  const extra = large.length > 0 ? extra64(large) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | version64, 4);
  header.writeUInt16LE(large.length > 0 ? version64 : version, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(noDate, 14);
  header.writeUInt32LE(sum, 16);
  header.writeUInt32LE(Math.min(size, most32), 20);
  header.writeUInt32LE(Math.min(size, most32), 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(regularFile, 38);
  header.writeUInt32LE(Math.min(offset, most32), 42);
  return Buffer.concat([header, name, extra]);
}

/** [4.5.3] */
function extra64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index));
  return extra;
}

/** [4.3.14] to [4.3.16] */
function ending(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(Math.min(size, most32), 12);
  end.writeUInt32LE(Math.min(offset, most32), 16);
  if (count < 0xffff && size < most32 && offset < most32) return end;
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE((3 << 8) | version64, 12);
  record.writeUInt16LE(version64, 14);
  for (const [at, value] of [[24, count], [32, count], [40, size], [48, offset]] as const) record.writeBigUInt64LE(BigInt(value), at); // prettier-ignore
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(offset + size), 64);
  record.writeUInt32LE(1, 72);
  return Buffer.concat([record, end]);
}
