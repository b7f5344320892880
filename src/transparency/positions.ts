// golang.org/x/mod/sumdb/tlog: each complete subtree's hash has one position, fixed for ever, in the order in which a
// growing tree completes them. A table position -> hash is all the state that a log needs.
import { LogError } from './log-error.ts';
import { assertSize, half } from './subtrees.ts';

/** Positions run to twice the size, so a tree with a table of hashes ends at 2^52 leaves. */
const maximumStored = 2 ** 52;

/** How many hashes a tree of `size` leaves has stored: every level has half of the one below, rounded down. */
export function storedHashCount(size: number): number {
  assertSize(size);
  if (size > maximumStored) throw new LogError('size-invalid', `${size} leaves are more than a stored tree holds`);
  let count = 0;
  for (let width = size; width > 0; width = half(width)) count += width;
  return count;
}

/** The position of the n-th hash of a level; level 0 holds the leaf hashes, a level above the hashes of pairs. */
export function storedHashIndex(level: number, n: number): number {
  assertSize(level);
  assertSize(n);
  const lastLeaf = (n + 1) * 2 ** level - 1;
  if (lastLeaf >= maximumStored) throw new LogError('size-invalid', `no stored hash at level ${level}, number ${n}`);
  // A leaf is followed by the hashes of the subtrees that it completes, the smallest first.
  return storedHashCount(lastLeaf) + level;
}
