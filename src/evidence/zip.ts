import { PassThrough } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { limits } from '../limits.ts';

/** ZIP archives whose bytes depend on their content alone, and a reader that takes no other kind of entry. */

export type NamedBytes = Readonly<{ name: string; bytes: Uint8Array }>;

/** The DOS epoch, in local time because ZIP's own time has no zone: the same bytes wherever it is written. */
const noTime = new Date(1980, 0, 1);

/** Yields the archive in the order given. */
export async function* writeZip(files: readonly NamedBytes[]): AsyncGenerator<Uint8Array> {
  const archive = new yazl.ZipFile();
  for (const { name, bytes } of files) {
    archive.addBuffer(Buffer.from(bytes), name, { mtime: noTime, mode: 0o100644, forceDosTimestamp: true });
  }
  archive.end();
  const output = new PassThrough();
  archive.outputStream.pipe(output);
  for await (const chunk of output) yield chunk as Uint8Array;
}

/** Why an archive was refused. */
export class ZipError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ZipError';
  }
}

/**
 * All files of an archive.
 * @param most bytes that all content together may have.
 * @throws ZipError for a folder, a link, a path, a name that stands twice, a wrong length or check sum.
 */
export async function readZip(bytes: Uint8Array, most: number): Promise<NamedBytes[]> {
  const files: NamedBytes[] = [];
  let left = most;
  try {
    const archive = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
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
      files.push({ name: entry.fileName, bytes: await contentOf(archive, entry) });
    }
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw new ZipError('not a ZIP archive that can be read', { cause });
  }
  return files;
}

const isPlainFile = (entry: yauzl.Entry): boolean => {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  return (type === 0 || type === 0o100000) && /^[a-z0-9][a-z0-9.-]{0,79}$/.test(entry.fileName);
};

async function contentOf(archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const chunks = await Array.fromAsync(await archive.openReadStreamPromise(entry));
  const content = Buffer.concat(chunks as Uint8Array[]);
  if (crc32(content) !== entry.crc32) throw new ZipError(`${entry.fileName} differs from its check sum`);
  return content;
}
