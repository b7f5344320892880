// C2SP tlog-tiles v0.1.0: a published tree is checked in segments, each by itself, by as many at once as there are cores.
import { concat, equal } from './bytes.ts';
import { leafHash, nodeHash } from './hash.ts';
import { LogError } from './log-error.ts';
import { edgeRoot, emptyEdge, grow, rootOf } from './right-edge.ts';
import { parseBundle, parseHashes, tilePath, tileWidth, type Tile } from './tile.ts';
import type { OpenedCheckpoint } from './checkpoint.ts';

/** The bytes of a file of the log, by its path from the log's root; `undefined` where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** What each entry is shown to, in order; it throws LogError for one that must not be there. */
export type VisitEntry = (entry: Uint8Array, index: number, hash: Uint8Array) => void;

/** Leaves of one segment: those under one full tile of level 1. */
export const segmentWidth = tileWidth ** 2;
export const segmentCount = (size: number): number => Math.ceil(size / segmentWidth);

/** The roots of a segment's complete subtrees, the largest first; a full segment has one. */
export type SegmentRoots = readonly Uint8Array[];

/**
 * Reads every bundle and every tile of levels 0 and 1 of one segment, and compares. Memory stays at two bundles.
 * @throws LogError file-missing, bundle-malformed, tile-malformed, tile-mismatch, each with the file
 */
export async function verifySegment(
  size: number,
  segment: number,
  readFile: ReadFile,
  visit: VisitEntry,
): Promise<SegmentRoots> {
  const [first, until] = [segment * tileWidth, Math.min((segment + 1) * tileWidth, Math.ceil(size / tileWidth))];
  const full = emptyEdge();
  const level1: Uint8Array[] = [];
  let rest: readonly Uint8Array[] = [];
  let next = read(first);
  for (let index = first; index < until; index += 1) {
    const { bundle, tile, width, paths } = await next;
    // While this one is hashed, the next one comes.
    if (index + 1 < until) next = read(index + 1);
    const hashes = inFile(paths.bundle, () =>
      parseBundle(present(bundle), width).map((entry, at) => {
        const hash = leafHash(entry);
        visit(entry, index * tileWidth + at, hash);
        return hash;
      }),
    );
    inFile(paths.tile, () => compareTile(present(tile), hashes));
    if (width === tileWidth) {
      level1.push(rootOf(hashes));
      grow(full, level1.at(-1) ?? new Uint8Array());
    } else rest = rootsOf(hashes);
  }
  if (level1.length > 0) await verifyTile({ level: 1, index: segment, width: level1.length }, level1, readFile);
  return [...full.roots, ...rest];

  function read(index: number): Promise<Read> {
    const reading = readBoth(index, Math.min(tileWidth, size - index * tileWidth), readFile);
    // Where this one shows a fault, nobody asks for the next any more.
    reading.catch(() => undefined);
    return reading;
  }
}

async function readBoth(index: number, width: number, readFile: ReadFile): Promise<Read> {
  const paths = { bundle: tilePath({ level: 'entries', index, width }), tile: tilePath({ level: 0, index, width }) };
  const [bundle, tile] = await Promise.all([readFile(paths.bundle), readFile(paths.tile)]);
  return { bundle, tile, width, paths };
}

type Read = Readonly<{
  bundle: Uint8Array | undefined;
  tile: Uint8Array | undefined;
  width: number;
  paths: Readonly<{ bundle: string; tile: string }>;
}>;

/**
 * Joins what the segments gave, in their order, checks the tiles above them, and compares the root with the signed one.
 * @throws LogError file-missing, tile-malformed, tile-mismatch, root-mismatch
 */
export async function joinSegments(
  checkpoint: Pick<OpenedCheckpoint, 'size' | 'root'>,
  segments: AsyncIterable<SegmentRoots>,
  readFile: ReadFile,
): Promise<void> {
  const edge = emptyEdge();
  /** Hashes of each unfinished tile, from level 2 upwards. */
  const pending: Uint8Array[][] = [];
  let [rest, seen]: [SegmentRoots, number] = [[], 0];
  for await (const roots of segments) {
    seen += 1;
    if (seen * segmentWidth > checkpoint.size) rest = roots;
    else await settle(roots[0] ?? new Uint8Array(), seen - 1, pending, readFile);
    if (rest.length === 0) grow(edge, roots[0] ?? new Uint8Array());
  }
  for (const [at, hashes] of pending.entries()) {
    const level = at + 2;
    if (hashes.length > 0) await verifyTile({ level, index: Math.floor(checkpoint.size / tileWidth ** (level + 1)), width: hashes.length }, hashes, readFile); // prettier-ignore
  }
  const roots = [...edge.roots, ...rest];
  const root = roots.length === 0 ? edgeRoot(edge) : roots.reduceRight((right, left) => nodeHash(left, right));
  if (!equal(root, checkpoint.root))
    throw new LogError('root-mismatch', 'the entries do not add up to the signed root', 'checkpoint');
}

/** Puts the root of a full segment into the tile above; compares each tile that has become full. */
async function settle(root: Uint8Array, segment: number, pending: Uint8Array[][], readFile: ReadFile): Promise<void> {
  let [hash, index] = [root, segment];
  for (let at = 0; ; at += 1) {
    const hashes = (pending[at] ??= []);
    hashes.push(hash);
    if (hashes.length < tileWidth) return;
    index = Math.floor(index / tileWidth);
    await verifyTile({ level: at + 2, index, width: tileWidth }, hashes, readFile);
    hash = rootOf(hashes);
    pending[at] = [];
  }
}

async function verifyTile(tile: Tile, hashes: readonly Uint8Array[], readFile: ReadFile): Promise<void> {
  const path = tilePath(tile);
  const published = await required(readFile, path);
  inFile(path, () => compareTile(published, hashes));
}

function compareTile(published: Uint8Array, hashes: readonly Uint8Array[]): void {
  parseHashes(published, hashes.length);
  if (!equal(published, concat(...hashes)))
    throw new LogError('tile-mismatch', 'its hashes are not those of the entries');
}

/** The roots of the complete subtrees of some leaves. */
function rootsOf(hashes: readonly Uint8Array[]): readonly Uint8Array[] {
  const edge = emptyEdge();
  for (const hash of hashes) grow(edge, hash);
  return edge.roots;
}

export async function required(readFile: ReadFile, path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return inFile(path, () => present(bytes));
}

function present(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new LogError('file-missing', 'it is not there');
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
