import type { Figures } from './figures.ts';

/** One line for each cell (RFC 4180). Every value is a code or a number: nothing in it needs quotes or runs in a spreadsheet. */
export function figuresCsv(all: readonly Figures[]): string {
  const lines = all.flatMap(({ counts, periods }) =>
    periods.flatMap(({ kind, period, count, tables }) => [
      [counts, kind, period, 'all', 'all', count],
      ...tables.flatMap(({ by, cells }) => cells.map((cell) => [counts, kind, period, by, cell.of, cell.count])),
    ]),
  );
  return [['counted', 'kind', 'period', 'by', 'of', 'count'], ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}
