import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that after a power loss it is there whole, or as it was before: written beside its place, fsynced,
 * renamed, and the folder fsynced. @param mode permissions; what is published is readable for all
 */
export const writeDurably = (path: string, bytes: Uint8Array, mode = 0o600): Promise<void> =>
  writeAllDurably([{ path, bytes }], mode);

/** The same for many files at once: each folder is fsynced once, after all of its files are in their places. */
export async function writeAllDurably(
  files: readonly Readonly<{ path: string; bytes: Uint8Array }>[],
  mode = 0o600,
): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(path)));
  for (const folder of folders) await mkdir(folder, { recursive: true, mode: mode | ((mode & 0o444) >> 2) });
  await together(files.map(({ path, bytes }) => writeInPlace(path, bytes, mode)));
  await together([...folders].map(syncFolder));
}

async function writeInPlace(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const fresh = `${path}.${randomUUID()}.new`;
  try {
    const file = await open(fresh, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Waits for all, also where one fails: nothing goes on behind the back of who has heard of the failure. */
async function together(running: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(running)).find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** The bytes of a file; `undefined` where there is none. @throws what else the system says */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}
