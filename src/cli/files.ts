import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BadUsage } from './command.ts';

/** A file of at most `most` bytes. @throws BadUsage that says what is wrong with it. */
export async function readInput(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BadUsage(
      error.code === 'ENOENT' ? `${path}: no such file` : `${path}: cannot be read (${error.code ?? 'unknown'})`,
    );
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new BadUsage(`${path}: not a file`);
    if (found.size > most) throw new BadUsage(`${path}: ${found.size} bytes, at most ${most} are read`);
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

/** The files under a directory by their path inside it, with `/`; anything that is neither file nor directory as it is. */
export async function listFiles(root: string): Promise<string[]> {
  const found = await lstat(root).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new BadUsage(`${root}: not a directory`);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root).length + 1))
    .sort();
}
