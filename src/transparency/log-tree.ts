// C2SP tlog-tiles v0.1.0: a published log is read entry by entry, and every hash in it is computed again.
import { concat, equal } from './bytes.ts';
import { leafHash } from './hash.ts';
import { LogError } from './log-error.ts';
import { edgeRoot, emptyEdge, grow, rootOf } from './right-edge.ts';
import { parseBundle, parseHashes, tileLevels, tilePath, tileWidth, tilesOf } from './tile.ts';
import type { OpenedCheckpoint } from './checkpoint.ts';
import type { Tile } from './tile.ts';

/** The bytes of a file of the log, by its path from the log's root; `undefined` where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** What each entry is shown to, in order; it throws LogError for one that must not be there. */
export type VisitEntry = (entry: Uint8Array, index: number, hash: Uint8Array) => void;

/**
 * Reads every bundle and every hash tile of the tree that the checkpoint signs, and compares. Memory stays at one
 * bundle and one unfinished tile of each level. @throws LogError file-missing, bundle-malformed, tile-malformed,
 * tile-mismatch, root-mismatch, each with the file
 */
export async function verifyLogTree(
  checkpoint: OpenedCheckpoint,
  readFile: ReadFile,
  visit: VisitEntry,
): Promise<void> {
  const edge = emptyEdge();
  const pending: Uint8Array[][] = Array.from({ length: tileLevels(checkpoint.size) }, () => []);
  for (const tile of tilesOf(checkpoint.size, 0)) {
    const path = tilePath({ ...tile, level: 'entries' });
    const bundle = await required(readFile, path);
    const hashes = inFile(path, () =>
      parseBundle(bundle, tile.width).map((entry, at) => {
        const hash = leafHash(entry);
        visit(entry, tile.index * tileWidth + at, hash);
        return hash;
      }),
    );
    for (const hash of hashes) grow(edge, hash);
    pending[0] = hashes;
    await settle(pending, tile.index, readFile);
  }
  for (const [level, hashes] of pending.entries()) {
    if (hashes.length > 0) await compare(partialTile(checkpoint.size, level, hashes), hashes, readFile);
  }
  if (!equal(edgeRoot(edge), checkpoint.root)) {
    throw new LogError('root-mismatch', 'the entries do not add up to the signed root', 'checkpoint');
  }
}

/** Compares each tile that has become full, from the leaves upwards, and puts its root into the tile above. */
async function settle(pending: Uint8Array[][], bundle: number, readFile: ReadFile): Promise<void> {
  let index = bundle;
  for (const [level, hashes] of pending.entries()) {
    if (hashes.length < tileWidth) return;
    await compare({ level, index, width: tileWidth }, hashes, readFile);
    pending[level] = [];
    pending[level + 1]?.push(rootOf(hashes));
    index = Math.floor(index / tileWidth);
  }
}

const partialTile = (size: number, level: number, hashes: readonly Uint8Array[]): Tile => ({
  level,
  index: Math.floor(size / tileWidth ** (level + 1)),
  width: hashes.length,
});

async function compare(tile: Tile, hashes: readonly Uint8Array[], readFile: ReadFile): Promise<void> {
  const path = tilePath(tile);
  const published = await required(readFile, path);
  inFile(path, () => parseHashes(published, tile.width));
  if (!equal(published, concat(...hashes))) {
    throw new LogError('tile-mismatch', 'its hashes are not those of the entries', path);
  }
}

export async function required(readFile: ReadFile, path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  if (bytes === undefined) throw new LogError('file-missing', 'it is not there', path);
  return bytes;
}

/** What is thrown while a file is read names the file. */
export function inFile<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw LogError.in(path, cause);
  }
}
