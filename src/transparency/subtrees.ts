// RFC 9162 section 2.1: how a tree of any size is cut into complete subtrees. Sizes are divided, never shifted:
// the bit operators of JavaScript stop at 32 bits.
import { LogError } from './log-error.ts';

/** Leaves from (inclusive) to until (exclusive). */
export type LeafRange = Readonly<{ from: number; until: number }>;

/** The n-th complete subtree of 2^level leaves, counted from the left: leaves n * 2^level up to (n + 1) * 2^level. */
export type Subtree = Readonly<{ level: number; n: number }>;

/** A size or index: exact, from 0 up to 2^53 - 1. @throws LogError size-invalid */
export function assertSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new LogError('size-invalid', `${size} is not a size below 2^53`);
}

export const isOdd = (n: number): boolean => n % 2 === 1;
export const half = (n: number): number => Math.floor(n / 2);

/** The largest power of two smaller than `size` (RFC 9162's k): where a tree of two or more leaves divides. */
export function splitPoint(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

/**
 * The complete subtrees that a range consists of, from left to right, each smaller than the one before.
 * The range is one that the tree's recursion meets: it starts where a subtree as large as its first half starts.
 */
export function subtreesOf({ from, until }: LeafRange): Subtree[] {
  const subtrees: Subtree[] = [];
  let start = from;
  while (start < until) {
    let level = 0;
    let width = 1;
    while (width * 2 <= until - start) {
      width *= 2;
      level += 1;
    }
    subtrees.push({ level, n: start / width });
    start += width;
  }
  return subtrees;
}

/** The parts of the tree that lie beside the way from a leaf to the root, nearest first. @throws LogError index-outside */
export function siblingsOf(index: number, size: number): LeafRange[] {
  assertSize(index);
  assertSize(size);
  if (index >= size) throw new LogError('index-outside', `a tree of ${size} has no leaf ${index}`);
  const siblings: LeafRange[] = [];
  let [from, until] = [0, size];
  while (until - from > 1) {
    const split = from + splitPoint(until - from);
    if (index < split) {
      siblings.unshift({ from: split, until });
      until = split;
    } else {
      siblings.unshift({ from, until: split });
      from = split;
    }
  }
  return siblings;
}
