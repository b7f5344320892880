// RFC 9162 sections 2.1.1, 2.1.3.1, 2.1.4.1: the root of a stored tree, and proofs from it.
import { edgeRoot, emptyEdge, grow } from './right-edge.ts';
import { LogError } from './log-error.ts';
import { storedHashCount, storedHashIndex } from './positions.ts';
import { assertSize, siblingsOf, splitPoint, subtreesOf } from './subtrees.ts';
import type { LeafRange } from './subtrees.ts';

/** Reads stored hashes (positions.ts), in the order asked. Each function below calls it once at most. */
export type ReadHashes = (positions: readonly number[]) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

export type Append = Readonly<{
  /** Where the first of the new hashes is stored; the others follow without a gap. */
  position: number;
  hashes: readonly Uint8Array[];
  /** Size and root of the tree with the new leaves. */
  size: number;
  root: Uint8Array;
}>;

/** What appending leaves to a tree of `size` leaves adds to the stored hashes, with the new root. */
export async function append(size: number, leafHashes: readonly Uint8Array[], readHashes: ReadHashes): Promise<Append> {
  const [roots = []] = await readRoots([{ from: 0, until: size }], readHashes);
  const edge = { size, roots: [...roots] };
  const hashes = leafHashes.flatMap((leaf) => grow(edge, leaf));
  return { position: storedHashCount(size), hashes, size: edge.size, root: edgeRoot(edge) };
}

/** Only the new stored hashes: the first goes to position storedHashCount(size), the others follow it. */
export async function hashesForAppend(
  size: number,
  leafHashes: readonly Uint8Array[],
  readHashes: ReadHashes,
): Promise<readonly Uint8Array[]> {
  return (await append(size, leafHashes, readHashes)).hashes;
}

/** MTH(D[size]): the root that the tree had at that size. */
export async function treeHash(size: number, readHashes: ReadHashes): Promise<Uint8Array> {
  const [root] = await rangeHashes([{ from: 0, until: size }], readHashes);
  return root ?? edgeRoot(emptyEdge());
}

/** PATH(index, D[size]): the hashes from the leaf's sibling up to a child of the root. @throws LogError index-outside */
export const inclusionProof = async (index: number, size: number, readHashes: ReadHashes): Promise<Uint8Array[]> =>
  rangeHashes(siblingsOf(index, size), readHashes);

/** PROOF(oldSize, D[size]): that the old tree is the beginning of the new one. Empty from size 0 and for equal sizes. */
export async function consistencyProof(oldSize: number, size: number, readHashes: ReadHashes): Promise<Uint8Array[]> {
  assertSize(oldSize);
  assertSize(size);
  if (oldSize > size) throw new LogError('index-outside', `a tree of ${size} has no beginning of ${oldSize}`);
  if (oldSize === 0) return [];
  const ranges: LeafRange[] = [];
  let [from, until] = [0, size];
  while (oldSize < until) {
    const split = from + splitPoint(until - from);
    if (oldSize <= split) {
      ranges.unshift({ from: split, until });
      until = split;
    } else {
      ranges.unshift({ from, until: split });
      from = split;
    }
  }
  // What is left ends where the old tree ends. Its hash is needed unless it is the old root itself, known already.
  if (from > 0) ranges.unshift({ from, until });
  return rangeHashes(ranges, readHashes);
}

/** The hash of each range, from one reading. */
async function rangeHashes(ranges: readonly LeafRange[], readHashes: ReadHashes): Promise<Uint8Array[]> {
  const roots = await readRoots(ranges, readHashes);
  return roots.map((of, at) => edgeRoot({ size: sizeOf(ranges[at]), roots: of }));
}

const sizeOf = (range: LeafRange | undefined): number => (range === undefined ? 0 : range.until - range.from);

/** The roots of the complete subtrees of each range. @throws Error when the store does not hold what it should. */
async function readRoots(ranges: readonly LeafRange[], readHashes: ReadHashes): Promise<Uint8Array[][]> {
  const wanted = ranges.map((range) => subtreesOf(range).map(({ level, n }) => storedHashIndex(level, n)));
  const positions = wanted.flat();
  const hashes = positions.length === 0 ? [] : await readHashes(positions);
  if (hashes.length !== positions.length)
    throw new Error(`${hashes.length} stored hashes read, not ${positions.length}`);
  let at = 0;
  return wanted.map(({ length }) => hashes.slice(at, (at += length)));
}
