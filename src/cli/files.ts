import { open, stat } from 'node:fs/promises';
import { BadUsage } from './command.ts';

/** A file of at most `most` bytes. @throws BadUsage that says what is wrong with it. */
export async function readInput(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const code = errorCode(error);
    throw new BadUsage(code === 'ENOENT' ? `${path}: no such file` : `${path}: cannot be read (${code})`);
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

/** The system's code of an error, as `ENOENT`. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** @throws BadUsage for what is no folder. */
export async function assertFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new BadUsage(`${path}: not a folder`);
}
