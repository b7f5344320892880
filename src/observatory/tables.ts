// docs/spec/figures.md, "What is counted"
import type { LeafKind, OpenLeaf } from '../transparency/leaf.ts';
import type { Path } from './merge.ts';
import { regionOf } from './regions.ts';

/** By what a kind of leaf is counted. Each has one value for each leaf, and one hierarchy in which small cells merge. */
export const dimensions = {
  state: { value: ({ counterpart }) => counterpart ?? 'not-stated', path: (state) => [regionOf(state), state] },
  measure: { value: ({ measure }) => measure ?? 'not-stated', path: (measure) => [measure] },
  /** The set of categories of one leaf is one value: `content+traffic`. Counting each by itself would count leaves twice. */
  category: {
    value: ({ dataCategories }) => dataCategories?.join('+') ?? 'not-stated',
    path: (set) => [
      set === 'not-stated' ? set : set.split('+').includes('content') ? 'with-content' : 'without-content',
      ...(set === 'not-stated' ? [] : [set]),
    ],
  },
  outcome: { value: ({ outcome }) => outcome ?? 'not-stated', path: (outcome) => [outcome] },
  /** The set of grounds, and above it the set of their paragraphs: `40(21)(b)+40(22)` lies in `40(21)+40(22)`. */
  ground: {
    value: ({ grounds }) => grounds?.join('+') ?? 'none',
    path: (set) => [paragraphsOf(set), set],
  },
} as const satisfies Record<string, { value: (leaf: OpenLeaf) => string; path: (value: string) => Path }>;

export type Dimension = keyof typeof dimensions;

const paragraphsOf = (set: string): string =>
  [...new Set(set.split('+').map((ground) => ground.replace(/\([a-z]\)$/, '')))].join('+');

const evidence = ['state', 'measure', 'category'] as const;

/** Which kinds of leaves figures count, and by what. `sealed` leaves are only counted: nothing more is known of them. */
export const countedKinds = {
  request: evidence,
  decision: [...evidence, 'outcome', 'ground'],
  authorisation: [...evidence, 'outcome'],
  production: evidence,
  release: evidence,
  withdrawal: evidence,
  sealed: [],
} as const satisfies Partial<Record<LeafKind | 'sealed', readonly Dimension[]>>;

export type CountedKind = keyof typeof countedKinds;
export const kindsCounted = Object.keys(countedKinds) as CountedKind[];

/** How many leaves there are of one kind, and of each value. Two tallies of different leaves can be added. */
export type Tally = { count: number; readonly by: ReadonlyMap<Dimension, Map<string, number>> };

export const emptyTally = (kind: CountedKind): Tally => ({
  count: 0,
  by: new Map(countedKinds[kind].map((dimension) => [dimension, new Map<string, number>()])),
});

/** @param leaf absent for a sealed one */
export function tallyLeaf(tally: Tally, leaf?: OpenLeaf): void {
  tally.count += 1;
  for (const [dimension, counts] of tally.by) {
    const value = leaf === undefined ? 'not-stated' : dimensions[dimension].value(leaf);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

export function addTally(to: Tally, more: Tally): void {
  to.count += more.count;
  for (const [dimension, counts] of to.by)
    for (const [value, count] of more.by.get(dimension) ?? []) counts.set(value, (counts.get(value) ?? 0) + count);
}
