import { constants } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteSource } from '../evidence/byte-source.ts';
import { fileSource } from '../evidence/file-source.ts';
import { isFileName } from '../evidence/hand-over-files.ts';
import { limits } from '../limits.ts';
import { assertSize, type PackageFiles } from './package-reader.ts';
import { VerifyError } from './verify-error.ts';

/** A hand-over in a folder. Only plain files in it and in `log/` are read: no links, no way out, nothing too large. */
export function readPackageDirectory(directory: string): PackageFiles {
  return {
    list: async () => [...(await namesIn(directory, '')), ...(await namesIn(directory, 'log/'))],
    read: async (name) => {
      if (!isFileName(name))
        throw new VerifyError('refused', name, `${JSON.stringify(name)} is no file of a hand-over`);
      // Opening refuses a link only in the last place, so the folder is looked at by itself.
      if (name.startsWith('log/') && (await lstat(join(directory, 'log')).catch(absent))?.isSymbolicLink() === true) {
        throw notPlain('log');
      }
      return readPlain(join(directory, name), name);
    },
  };
}

/** Names of everything but the folder `log` itself; what is no plain file is named too, and refused when it is read. */
async function namesIn(directory: string, folder: '' | 'log/'): Promise<string[]> {
  const entries = await readdir(join(directory, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (folder !== '' && isCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  });
  if (entries.length > limits.handOverFiles) {
    throw new VerifyError('refused', folder === '' ? '.' : folder, `more than ${limits.handOverFiles} files`);
  }
  return entries
    .filter((entry) => !(folder === '' && entry.name === 'log' && entry.isDirectory()))
    .map(({ name }) => folder + name);
}

async function readPlain(path: string, name: string): Promise<ByteSource | undefined> {
  try {
    return await fileSource(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK, (file) => {
      if (!file.isFile) throw notPlain(name);
      assertSize(name, file.size);
    });
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    if (isCode(error, 'ELOOP', 'EISDIR', 'EACCES', 'ENXIO')) throw notPlain(name);
    throw error;
  }
}

const absent = (error: unknown): undefined => {
  if (!isCode(error, 'ENOENT')) throw error;
};

const notPlain = (name: string): VerifyError => new VerifyError('refused', name, `${name} is no plain file`);

const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
