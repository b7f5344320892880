import { configure, Reader, ZipReader, type FileEntry } from '@zip.js/zip.js/index-native.js';
import { bytesSource, sliceOf, type ByteSource } from '../evidence/byte-source.ts';
import { isFileName } from '../evidence/hand-over-files.ts';
import { limits } from '../limits.ts';
import { assertSize, once, type PackageFiles } from './package-reader.ts';
import { VerifyError } from './verify-error.ts';

/**
 * A hand-over in one ZIP file, read in place: on a disk or in a browser. What two tools could read otherwise (data before
 * or behind, headers that disagree, a name twice, a link, a way out) is refused whole.
 */

configure({ useWebWorkers: false });

/** What is no such archive throws VerifyError `refused` when it is first read or listed. */
export function readPackageArchive(archive: ByteSource): PackageFiles {
  const entries = once(() => entriesOf(archive));
  return {
    list: async () => [...(await entries()).keys()],
    read: async (name) => {
      const entry = (await entries()).get(name);
      return entry && contentOf(archive, entry, name);
    },
  };
}

/** By name, without the one folder in which a tool may have put everything. */
async function entriesOf(archive: ByteSource): Promise<Map<string, FileEntry>> {
  const reader = new ZipReader(new SourceReader(archive), { strictness: 'strict', checkSignature: true });
  const found: FileEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory) continue;
      if (found.length >= limits.handOverFiles) throw refused('.', `more than ${limits.handOverFiles} files`);
      if (entry.encrypted || entry.symlink) throw refused(entry.filename, `${entry.filename} is no plain file`);
      found.push(entry);
    }
  } catch (cause) {
    if (cause instanceof VerifyError) throw cause;
    throw refused('.', 'not a ZIP file that every tool reads alike', cause);
  }
  const folder = commonFolder(found.map(({ filename }) => filename));
  const entries = new Map(found.map((entry) => [entry.filename.slice(folder.length), entry]));
  for (const name of entries.keys()) {
    if (!isFileName(name)) throw refused(name, `${JSON.stringify(name)} is no file of a hand-over`);
  }
  if (entries.size < found.length) throw refused('.', 'a name stands twice');
  return entries;
}

function commonFolder(names: readonly string[]): string {
  const [first = ''] = names;
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== 'log/' && names.every((name) => name.startsWith(folder)) ? folder : '';
}

/** What was stored as it is, is read where it lies. What was compressed must fit into memory. */
async function contentOf(archive: ByteSource, entry: FileEntry, name: string): Promise<ByteSource> {
  assertSize(name, entry.uncompressedSize);
  if (entry.compressionMethod === 0) return storedContent(archive, entry, name);
  const most = limits.handOverTextBytes;
  if (entry.uncompressedSize > most) {
    throw refused(
      name,
      `${name} is compressed and larger than ${most} bytes: unpack the ZIP file and check the folder`,
    );
  }
  return bytesSource(await inflated(entry, name, most));
}

/**
 * PKWARE APPNOTE 4.3.7: the content begins behind a header of 30 bytes, a name and an extra field. A tool that reads the
 * headers one after the other must see the same file there as one that reads the directory.
 */
async function storedContent(archive: ByteSource, entry: FileEntry, name: string): Promise<ByteSource> {
  const header = Buffer.from(await archive.read(entry.offset, 30 + entry.rawFilename.length));
  const nameLength = header.length < 30 ? -1 : header.readUInt16LE(26);
  const same =
    nameLength === entry.rawFilename.length &&
    header.readUInt32LE(0) === 0x04034b50 &&
    header.readUInt16LE(8) === 0 &&
    header.subarray(30).equals(entry.rawFilename) &&
    entry.compressedSize === entry.uncompressedSize;
  if (!same) throw refused(name, `${name} has two headers in the ZIP file that disagree`);
  const from = entry.offset + header.length + header.readUInt16LE(28);
  if (from + entry.uncompressedSize > archive.size) throw refused(name, `${name} is cut short`);
  return sliceOf(archive, from, from + entry.uncompressedSize);
}

/** What the archive says of a length is not believed: counted while it is inflated. */
async function inflated(entry: FileEntry, name: string, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let left = most;
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => {
      left -= chunk.length;
      if (left < 0) throw refused(name, `${name} is larger than ${most} bytes`);
      chunks.push(chunk);
    },
  });
  try {
    await entry.getData(sink);
  } catch (cause) {
    throw refused(name, `${name} cannot be read from the ZIP file`, cause);
  }
  return Buffer.concat(chunks);
}

class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.#source.read(index, length);
  }
}

const refused = (file: string, message: string, cause?: unknown): VerifyError =>
  new VerifyError('refused', file, message, { cause });
