import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256Hex } from '../canonical.ts';

/**
 * Evidence bytes in a directory, by their SHA-256. A blob is on disk (written, fsynced, renamed, directory fsynced)
 * before the act that names it commits; a blob that no event names is harmless.
 */
export type Blobs = Readonly<{
  put: (bytes: Uint8Array) => Promise<string>;
  /** @throws Error when the blob is missing or is not what its name says. */
  get: (sha256: string) => Promise<Uint8Array>;
}>;

export function openBlobs(directory: string): Blobs {
  const pathOf = (sha256: string): string => join(directory, sha256.slice(0, 2), sha256);
  return {
    put: async (bytes) => {
      const sha256 = sha256Hex(bytes);
      const path = pathOf(sha256);
      if (await exists(path)) return sha256;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const fresh = `${path}.${randomUUID()}`;
      await write(fresh, bytes);
      await rename(fresh, path);
      await syncDirectory(dirname(path));
      return sha256;
    },
    get: async (sha256) => {
      const bytes = new Uint8Array(await readFile(pathOf(sha256)));
      if (sha256Hex(bytes) !== sha256) throw new Error(`blob ${sha256} is not what its name says`);
      return bytes;
    },
  };
}

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
