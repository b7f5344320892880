import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The project's own files, as the checks of the house read them. */

export const root = join(import.meta.dirname, '../..');

/** `path` is relative to the root of the repository, with `/`. */
export type Source = Readonly<{ path: string; text: string }>;

const passed = new Set(['node_modules', '.git', '.proviso']);

/** @returns the files under these folders (or these files) whose name ends with one of the endings. */
export function sourcesIn(places: readonly string[], endings: readonly string[]): readonly Source[] {
  return places
    .flatMap((place) => filesUnder(join(root, place)))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }));
}

function filesUnder(place: string): readonly string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [place];
  return readdirSync(place)
    .filter((name) => !passed.has(name))
    .flatMap((name) => filesUnder(join(place, name)));
}
