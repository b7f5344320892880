import type { PublishedFiles } from './published-files.ts';

/**
 * Deletes partial tiles whose full tile has been there for some time: nobody asks for them any more.
 * @param before full tiles written earlier than this (milliseconds since 1970) are old
 * @returns how many files were deleted
 */
export async function collectPartials(files: PublishedFiles, before: number): Promise<number> {
  let deleted = 0;
  let old: string | undefined;
  for await (const { path, at } of files.tiles()) {
    const full = /^(.*)\.p\/[0-9]{1,3}$/.exec(path)?.[1];
    if (full === undefined) old = at < before ? path : undefined;
    else if (full === old) {
      await files.remove(path);
      deleted += 1;
    }
  }
  return deleted;
}
