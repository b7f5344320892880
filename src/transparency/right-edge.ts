// RFC 9162 section 2.1: the roots of the complete subtrees at the right edge are all that a growing tree must remember.
import { emptyRoot, nodeHash } from './hash.ts';
import { half, isOdd } from './subtrees.ts';

/** The roots of a tree's complete subtrees, the largest (leftmost) first. It changes as the tree grows. */
export type RightEdge = { size: number; readonly roots: Uint8Array[] };

export const emptyEdge = (): RightEdge => ({ size: 0, roots: [] });

/**
 * Adds a leaf. Returns the hashes that the tree now has more: the leaf's, and then the hash of every subtree that the
 * leaf completes, the smallest first (each trailing one in the binary size stands for a subtree that found its pair).
 */
export function grow(edge: RightEdge, leaf: Uint8Array): readonly Uint8Array[] {
  const added = [leaf];
  let root = leaf;
  for (let pairs = edge.size; isOdd(pairs); pairs = half(pairs)) {
    const left = edge.roots.pop();
    if (left === undefined) throw new Error('a right edge shorter than its size');
    root = nodeHash(left, root);
    added.push(root);
  }
  edge.roots.push(root);
  edge.size += 1;
  return added;
}

/** The root of the whole tree: the subtrees joined from the right. */
export const edgeRoot = ({ roots }: Readonly<RightEdge>): Uint8Array =>
  roots.length === 0 ? emptyRoot() : roots.reduceRight((right, left) => nodeHash(left, right));

/** The root of a tree that is all in memory. */
export function rootOf(leafHashes: readonly Uint8Array[]): Uint8Array {
  const edge = emptyEdge();
  for (const leaf of leafHashes) grow(edge, leaf);
  return edgeRoot(edge);
}
