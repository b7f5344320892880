// C2SP tlog-tiles v0.1.0: the tree and its entries as files that any static host serves.
import { limits } from '../limits.ts';
import { bigEndian, concat } from './bytes.ts';
import { hashBytes } from './hash.ts';
import { LogError } from './log-error.ts';
import { storedHashIndex } from './positions.ts';
import { assertSize } from './subtrees.ts';

export const tileWidth = 256;
const tileHeight = 8;

/**
 * Up to 256 hashes side by side, the leaf hashes (level 0) or the roots of full tiles of the level below.
 * `width` below 256 is a partial tile. The bundle of the same entries is `level: 'entries'`.
 */
export type Tile = Readonly<{ level: number | 'entries'; index: number; width: number }>;

/** `tile/0/x001/x234/067.p/8`. No height is in the path; a full tile has no `.p`. */
export function tilePath({ level, index, width }: Tile): string {
  assertSize(index);
  if (!Number.isInteger(width) || width < 1 || width > tileWidth)
    throw new LogError('tile-malformed', `width ${width}`);
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const last = groups.pop() ?? '';
  const path = [...groups.map((group) => `x${group}`), last].join('/');
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** The tile of a path; `undefined` for every other path, also for a second spelling of a tile's. */
export function parseTilePath(path: string): Tile | undefined {
  const match = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path);
  if (match === null) return undefined;
  const [, level = '', groups = '', width] = match;
  const index = Number(groups.replace(/[x/]/g, ''));
  if (!Number.isSafeInteger(index)) return undefined;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index,
    width: width === undefined ? tileWidth : Number(width),
  };
  const inRange = tile.width >= 1 && tile.width <= tileWidth && (tile.level === 'entries' || tile.level <= 63);
  return inRange && tilePath(tile) === path ? tile : undefined;
}

/**
 * The tiles of one level in a tree of `size` leaves, the partial one last. Level 0's are the bundles' too.
 * @param since only those that a tree of this size did not have already
 */
export function* tilesOf(size: number, level: number, since = 0): Generator<Tile & { level: number }> {
  assertSize(size);
  assertSize(since);
  const [hashes, before] = [Math.floor(size / tileWidth ** level), Math.floor(since / tileWidth ** level)];
  if (hashes <= before) return;
  for (let index = Math.floor(before / tileWidth); index * tileWidth < hashes; index += 1) {
    yield { level, index, width: Math.min(tileWidth, hashes - index * tileWidth) };
  }
}

/** How many levels of tiles a tree has: a level exists as soon as one full tile lies below. */
export function tileLevels(size: number): number {
  assertSize(size);
  let levels = 0;
  for (let hashes = size; hashes > 0; hashes = Math.floor(hashes / tileWidth)) levels += 1;
  return levels;
}

/** Where the hashes of a tile are stored (positions.ts), in order. */
export const tilePositions = ({ level, index, width }: Tile & { level: number }): number[] =>
  Array.from({ length: width }, (_, at) => storedHashIndex(level * tileHeight, index * tileWidth + at));

/** @throws LogError tile-malformed unless the file is exactly as wide as its path says. */
export function parseHashes(tile: Uint8Array, width: number): Uint8Array[] {
  if (tile.length !== width * hashBytes) throw new LogError('tile-malformed', `expected ${width} hashes of 32 bytes`);
  return Array.from({ length: width }, (_, at) => tile.subarray(at * hashBytes, (at + 1) * hashBytes));
}

/** Each entry after its length in two bytes. @throws LogError bundle-malformed for an entry over our limit */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.some(({ length }) => length > limits.leafBytes)) {
    throw new LogError('bundle-malformed', `an entry is at most ${limits.leafBytes} bytes`);
  }
  return concat(...entries.flatMap((entry) => [bigEndian(entry.length, 2), entry]));
}

/** @throws LogError bundle-malformed unless the file holds exactly `width` entries and nothing after them. */
export function parseBundle(bundle: Uint8Array, width: number): Uint8Array[] {
  const malformed = (why: string): LogError =>
    new LogError('bundle-malformed', `not a bundle of ${width} entries: ${why}`);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width) {
    const [high, low] = bundle.subarray(at, at + 2);
    if (high === undefined || low === undefined) throw malformed('it ends early');
    const length = high * 256 + low;
    if (length > limits.leafBytes) throw malformed(`an entry is at most ${limits.leafBytes} bytes`);
    at += 2;
    if (at + length > bundle.length) throw malformed('an entry ends early');
    entries.push(bundle.subarray(at, at + length));
    at += length;
  }
  if (at !== bundle.length) throw malformed('something follows them');
  return entries;
}
