import type { OpenLeaf } from '../transparency/leaf.ts';

/** What a leaf says that other leaves do not bear out; or, with the index of the leaf it is about, what is missing. */
export type Fault = Readonly<{ index: number; code: string; says: string }>;

/** One thing that a monitor looks for. It sees each leaf once, in order. */
export type Check = Readonly<{
  /** @param index in the log; of a leaf that was sealed, where it was opened. @param opened it was sealed until now */
  see: (leaf: OpenLeaf, index: number, opened: boolean) => readonly Fault[];
  /** After the last leaf. @param month the present one, as `2026-03` */
  end?: (month: string) => readonly Fault[];
}>;
