// docs/spec/figures.md: how leaves are counted, month by month, so that anybody who has them gets the same figures.
import { canonicalJson, sha256Hex } from '../canonical.ts';
import { parseLeaf } from '../transparency/leaf.ts';
import { isSealed, type AnyLeaf } from '../transparency/sealed-leaf.ts';
import { isSmall, mergeSmall, type Cell } from './merge.ts';
import { addTally, countedKinds, dimensions, emptyTally, kindsCounted, tallyLeaf } from './tables.ts';
import type { CountedKind, Dimension, Tally } from './tables.ts';

export type Table = Readonly<{ by: Dimension; cells: readonly Cell[] }>;

/** What is shown of one kind of leaf for one period. */
export type Period = Readonly<{
  kind: CountedKind;
  /** `2026-03`; or, of months that were too small to be shown alone, `2026-Q1`, `2026` or `until-2026`. */
  period: string;
  count: number;
  tables: readonly Table[];
}>;

export type Figures = Readonly<{
  format: 'proviso-figures/1';
  /** The month that was counted. */
  counts: string;
  /** 1: of practice cases only; 0: of none. */
  test: 0 | 1;
  /** The leaves that were counted: `from` inclusive, `until` exclusive. */
  from: number;
  until: number;
  /** How many leaves the periods hold. */
  total: number;
  periods: readonly Period[];
}>;

/** What the public log says of figures: their hash stands in it, and the figures themselves follow from the leaves. */
export const figuresHash = (figures: Figures): string => sha256Hex(canonicalJson(figures));

/**
 * Counts as leaves go by. Each leaf is counted once and shown in exactly one period: in its month, or, where that month
 * has too few, in what is left of its quarter, its year, or of all years. What was shown is never shown again within
 * something larger, so that no difference of figures shows what was held back.
 */
export type Counter = Readonly<{
  /** The next leaf, in the order of the log. @throws LogError leaf-malformed for an opening with no leaf inside */
  see: (leaf: AnyLeaf, index: number) => void;
  /** The first month that is not counted yet; `undefined` before the first leaf. */
  due: () => string | undefined;
  /** The month of the last leaf. */
  reached: () => string | undefined;
  /** Ends a month. @throws Error for another month than the one that is due */
  settle: (month: string) => Figures;
}>;

type Month = { tallies: Map<CountedKind, Tally>; until: number };

/** @param test 1 counts the practice cases of a log, 0 all others; never both together */
export function openCounter(test: 0 | 1): Counter {
  const months = new Map<string, Month>();
  const carried = new Map<string, Map<CountedKind, Tally>>();
  let [due, reached]: (string | undefined)[] = [];
  let [from, size] = [0, 0];
  return {
    see: (leaf, index) => {
      // A leaf that was a moment late is counted with the month that the log had reached: the ranges follow each other.
      if (reached === undefined || leaf.month > reached) reached = leaf.month;
      due ??= reached;
      size = index + 1;
      const month = months.get(reached) ?? { tallies: new Map<CountedKind, Tally>(), until: 0 };
      months.set(reached, month);
      month.until = size;
      for (const { kind, inside } of unitsOf(leaf, test)) tallyLeaf(tallyOf(month.tallies, kind), inside);
    },
    due: () => due,
    reached: () => reached,
    settle: (counts) => {
      if (counts !== due) throw new Error(`${due ?? 'no month'} is due, not ${counts}`);
      const month = months.get(counts);
      months.delete(counts);
      const until = month?.until ?? from;
      const periods = kindsCounted.flatMap((kind) => settleKind(kind, counts, month?.tallies.get(kind), carried));
      const total = periods.reduce((sum, { count }) => sum + count, 0);
      const figures: Figures = { format: 'proviso-figures/1', counts, test, from, until, total, periods };
      from = until;
      due = nextMonth(counts);
      return figures;
    },
  };
}

/** What a leaf adds: itself, or the leaves that it opens. They are counted in the month in which they were opened. */
function unitsOf(leaf: AnyLeaf, test: 0 | 1): { kind: CountedKind; inside?: ReturnType<typeof parseLeaf> }[] {
  if ((leaf.test ?? 0) !== test) return [];
  if (isSealed(leaf)) return [{ kind: 'sealed' }];
  const opened = leaf.openings?.map(({ leaf: text }) => parseLeaf(new TextEncoder().encode(text))) ?? [leaf];
  return opened.flatMap((inside) => (isCounted(inside.kind) ? [{ kind: inside.kind, inside }] : []));
}

const isCounted = (kind: string): kind is CountedKind => Object.hasOwn(countedKinds, kind);

function tallyOf(tallies: Map<CountedKind, Tally>, kind: CountedKind): Tally {
  const tally = tallies.get(kind) ?? emptyTally(kind);
  tallies.set(kind, tally);
  return tally;
}

/** The periods that end with this month and hold enough; what holds too few goes on to the next wider one. */
function settleKind(
  kind: CountedKind,
  month: string,
  tally: Tally | undefined,
  carried: Map<string, Map<CountedKind, Tally>>,
): Period[] {
  const shown: Period[] = [];
  let left = tally;
  for (const { period, ends } of periodsOf(month)) {
    const waiting = carried.get(period) ?? new Map<CountedKind, Tally>();
    carried.set(period, waiting);
    const all = tallyOf(waiting, kind);
    if (left !== undefined) addTally(all, left);
    left = undefined;
    if (!ends) break;
    waiting.delete(kind);
    if (all.count === 0) continue;
    if (isSmall(all.count)) left = all;
    else
      shown.push({
        kind,
        period: period === everything ? `until-${month.slice(0, 4)}` : period,
        count: all.count,
        tables: tablesOf(kind, all),
      });
  }
  if (left !== undefined) addTally(tallyOf(carried.get(everything) ?? new Map<CountedKind, Tally>(), kind), left);
  return shown;
}

const everything = 'all years';

/** The fixed hierarchy of time, from a month upwards, and which of its parts end with that month. */
function periodsOf(month: string): { period: string; ends: boolean }[] {
  const [year = '', number = ''] = month.split('-');
  return [
    { period: month, ends: true },
    { period: `${year}-Q${Math.ceil(Number(number) / 3)}`, ends: Number(number) % 3 === 0 },
    { period: year, ends: number === '12' },
    { period: everything, ends: number === '12' },
  ];
}

const tablesOf = (kind: CountedKind, { by }: Tally): Table[] =>
  countedKinds[kind].map((dimension) => ({
    by: dimension,
    cells: mergeSmall(by.get(dimension) ?? new Map<string, number>(), dimensions[dimension].path, 'all'),
  }));

export function nextMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return number === '12' ? `${String(Number(year) + 1)}-01` : `${year}-${String(Number(number) + 1).padStart(2, '0')}`;
}
