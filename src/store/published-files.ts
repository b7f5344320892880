import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readIfThere, writeAllDurably } from '../durable-file.ts';
import type { LogFile } from '../transparency/log-directory.ts';

/** Where the published log lies (docs/spec/log-directory.md): a folder that any static host may serve, or a bucket. */
export type PublishedFiles = Readonly<{
  /** On disk, or answered for by the bucket, when it returns. What is read after it is the new file. */
  write: (files: readonly LogFile[]) => Promise<void>;
  /** `undefined` where there is no such file. @throws Error where that cannot be told */
  read: (path: string) => Promise<Uint8Array | undefined>;
  /** Every tile, with the instant when it was written (milliseconds since 1970), a full one right before its partial ones. */
  tiles: () => AsyncIterable<Readonly<{ path: string; at: number }>>;
  /** No error where it is gone already. */
  remove: (path: string) => Promise<void>;
}>;

export function publishedFolder(folder: string): PublishedFiles {
  return {
    write: (files) => writeAllDurably(files.map(({ path, bytes }) => ({ path: join(folder, path), bytes })), 0o644),
    read: (path) => readIfThere(join(folder, path)),
    tiles: () => tilesUnder(folder, 'tile'),
    remove: async (path) => {
      await rm(join(folder, path), { force: true });
      await rmdir(dirname(join(folder, path))).catch(() => undefined);
    },
  };
} // prettier-ignore

async function* tilesUnder(folder: string, under: string): AsyncGenerator<Readonly<{ path: string; at: number }>> {
  const entries = await readdir(join(folder, under), { withFileTypes: true }).catch(() => []);
  const byName = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of byName) {
    const path = `${under}/${entry.name}`;
    if (entry.isDirectory()) yield* tilesUnder(folder, path);
    else yield { path, at: (await stat(join(folder, path))).mtimeMs };
  }
}
