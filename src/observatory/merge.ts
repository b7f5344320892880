// docs/spec/figures.md, "Small cells"
import { limits } from '../limits.ts';

/** One number of a table: of what, and how many. */
export type Cell = Readonly<{ of: string; count: number }>;

/** Where a value stands in its fixed hierarchy: from the widest group that is not everything down to the value itself. */
export type Path = readonly string[];

/** Few enough that somebody could be recognised. Nothing is not few. */
export const isSmall = (count: number): boolean => count > 0 && count < limits.smallCell;

/**
 * The cells of one table. Each leaf is in exactly one of them: where one part of a group is small the whole group is one
 * cell, so that no sum and no difference of what is shown gives back what was merged.
 * @param counts by value; every leaf has one value
 * @param pathOf the hierarchy. @param all the name of everything
 * @returns in ascending order of names; nothing where all together are too few
 */
export function mergeSmall(counts: ReadonlyMap<string, number>, pathOf: (value: string) => Path, all: string): Cell[] {
  const leaves = [...counts].filter(([, count]) => count > 0).map(([value, count]) => ({ path: pathOf(value), count }));
  const cells = cellsOf(leaves, 0, all);
  return cells.some(({ count }) => isSmall(count)) ? [] : cells.toSorted((a, b) => (a.of < b.of ? -1 : 1));
}

type Placed = Readonly<{ path: Path; count: number }>;

/** The cells of one group, whose members agree in the first `depth` names of their paths. */
function cellsOf(members: readonly Placed[], depth: number, of: string): Cell[] {
  const count = members.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return [];
  const parts = Map.groupBy(members, ({ path }) => path[depth]);
  if (parts.has(undefined)) return [{ of, count }];
  const cells = [...parts].flatMap(([name, part]) => {
    const total = part.reduce((sum, each) => sum + each.count, 0);
    return isSmall(total) ? [undefined] : cellsOf(part, depth + 1, name ?? of);
  });
  return cells.includes(undefined) ? [{ of, count }] : cells.filter((cell) => cell !== undefined);
}
