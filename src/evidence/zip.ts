import { crc32 } from 'node:zlib';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { limits } from '../limits.ts';
import { sliceOf, streamOf, type ByteSource } from './byte-source.ts';

/** Reads the archives that zip-writer.ts writes, and takes no other kind of entry. */

export type NamedBytes = Readonly<{ name: string; bytes: Uint8Array }>;

/** A file where it lies in its archive. */
export type ZipEntry = Readonly<{ name: string; source: ByteSource; crc32: number }>;

/** Why an archive was refused. */
export class ZipError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ZipError';
  }
}

/**
 * The files of an archive whose content is stored as it is. Nothing of the content is read: its check sum is for who
 * reads it (`checked`).
 * @param most bytes that all content together may have
 * @throws ZipError for a folder, a link, a path, a name that stands twice, a compressed or encrypted file
 */
export async function openZip(source: ByteSource, most: number): Promise<ZipEntry[]> {
  const files: ZipEntry[] = [];
  let left = most;
  try {
    const archive = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    for await (const entry of archive.eachEntry()) {
      if (files.length >= limits.handOverFiles) throw new ZipError(`more than ${limits.handOverFiles} files`);
      if (!isPlainFile(entry) || files.some(({ name }) => name === entry.fileName)) {
        throw new ZipError(`an entry that is no plain file of its own: ${JSON.stringify(entry.fileName)}`);
      }
      left -= entry.uncompressedSize;
      if (left < 0) throw new ZipError(`the content is larger than ${most} bytes`);
      if (entry.compressionMethod !== 0 || entry.isEncrypted() || entry.compressedSize !== entry.uncompressedSize) {
        throw new ZipError(`${entry.fileName} is not stored as it is`);
      }
      const from = (await archive.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
      const content = sliceOf(source, from, from + entry.uncompressedSize);
      files.push({ name: entry.fileName, source: content, crc32: entry.crc32 });
    }
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw new ZipError('not a ZIP archive that can be read', { cause });
  }
  return files;
}

/** Yields the content of a file. @throws ZipError at its end, where it differs from its check sum */
export async function* checked({ name, source, crc32: stated }: ZipEntry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const piece of streamOf(source)) {
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== stated) throw new ZipError(`${name} differs from its check sum`);
}

const isPlainFile = (entry: yauzl.Entry): boolean => {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  return (type === 0 || type === 0o100000) && /^[a-z0-9][a-z0-9.-]{0,79}$/.test(entry.fileName);
};

/** yauzl's way of reading, over ours. */
class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(streamOf(this.#source, start, Math.min(end, this.#source.size)), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#source.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(bytes.length < length ? new Error('the archive is cut') : null);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }
}
