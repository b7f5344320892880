import type { Figures } from './figures.ts';
import type { Cell } from './merge.ts';
import type { CountedKind, Dimension } from './tables.ts';

/** All months of figures together. Sums of cells that were shown: they show nothing that was merged. */

/** How many of one kind each period had, in the order in which they were shown. */
export const byPeriod = (all: readonly Figures[], kind: CountedKind): Cell[] =>
  all.flatMap(({ periods }) =>
    periods.filter((each) => each.kind === kind).map(({ period, count }) => ({ of: period, count })),
  );

/** The cells of one table over all periods, the largest first. A region stands for the months in which its States were too few. */
export function summed(all: readonly Figures[], kind: CountedKind, by: Dimension): Cell[] {
  const sums = new Map<string, number>();
  for (const { periods } of all)
    for (const period of periods)
      for (const table of period.kind === kind ? period.tables : [])
        for (const { of, count } of table.by === by ? table.cells : []) sums.set(of, (sums.get(of) ?? 0) + count);
  return [...sums].map(([of, count]) => ({ of, count })).sort((a, b) => b.count - a.count || (a.of < b.of ? -1 : 1));
}
