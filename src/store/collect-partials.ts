import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Deletes partial tiles whose full tile has been there for some time: nobody asks for them any more.
 * @param before files changed earlier than this (milliseconds since 1970) are old
 * @returns how many files were deleted
 */
export async function collectPartials(folder: string, before: number): Promise<number> {
  let deleted = 0;
  const tiles = await readdir(join(folder, 'tile'), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of tiles.filter((each) => each.isDirectory() && each.name.endsWith('.p'))) {
    const partials = join(entry.parentPath, entry.name);
    const full = await stat(partials.slice(0, -'.p'.length)).catch(() => undefined);
    if (full === undefined || full.mtimeMs >= before) continue;
    deleted += (await readdir(partials)).length;
    await rm(partials, { recursive: true });
  }
  return deleted;
}
