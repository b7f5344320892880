import { open, type FileHandle } from 'node:fs/promises';
import type { ByteSource } from './byte-source.ts';

/** Where a file was opened and what it was then. */
type Seen = Readonly<{ size: number; ino: number; mtimeMs: number }>;

/**
 * A file as it is now. It is opened for each piece, so that nothing has to be closed; a file that was exchanged or
 * changed between two pieces is an error.
 * @param flags of open(2); a reader of strangers' folders adds `O_NOFOLLOW`
 * @param inspect may refuse what was opened, by throwing
 * @throws what the system says
 */
export async function fileSource(
  path: string,
  flags: number | 'r' = 'r',
  inspect: (file: Readonly<{ size: number; isFile: boolean }>) => void = () => undefined,
): Promise<ByteSource> {
  const seen = await using(path, flags, async (file) => {
    const status = await file.stat();
    inspect({ size: status.size, isFile: status.isFile() });
    return status;
  });
  return {
    size: seen.size,
    read: (offset, length) =>
      using(path, flags, async (file) => {
        assertSame(path, seen, await file.stat());
        return readAt(file, offset, Math.max(0, Math.min(length, seen.size - offset)));
      }),
  };
}

async function using<Value>(
  path: string,
  flags: number | 'r',
  use: (file: FileHandle) => Promise<Value>,
): Promise<Value> {
  // prettier-ignore
  const file = await open(path, flags);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

function assertSame(path: string, seen: Seen, now: Seen): void {
  if (now.size !== seen.size || now.ino !== seen.ino || now.mtimeMs !== seen.mtimeMs)
    throw new Error(`${path} was changed while it was read`);
}

async function readAt(file: FileHandle, offset: number, wanted: number): Promise<Uint8Array> {
  // Filled whole below, or not given away.
  const bytes = Buffer.allocUnsafeSlow(wanted);
  for (let at = 0; at < wanted;) {
    const { bytesRead } = await file.read(bytes, at, wanted - at, offset + at);
    if (bytesRead === 0) throw new Error(`the file ends at byte ${offset + at}`);
    at += bytesRead;
  }
  return bytes;
}
