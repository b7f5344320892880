import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/limits.ts';
import { nextMonth, openCounter, type Figures } from '../../src/observatory/figures.ts';
import { regionOf } from '../../src/observatory/regions.ts';
import type { OpenLeaf } from '../../src/transparency/leaf.ts';

/** Somebody who has every publication of every month, and adds and subtracts. */

const states = ['DE', 'FR', 'JP', 'US', 'VN'] as const;
const months = Array.from({ length: 24 }, (_, n) => `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`); // prettier-ignore

/** How many requests of each State came in each month. Few are as likely as many. */
const history = fc.array(fc.tuple(...states.map(() => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 40 })))), { minLength: 24, maxLength: 24 }); // prettier-ignore

const leaf = (counterpart: string, month: string): OpenLeaf => ({
  format: 'proviso-leaf/1',
  kind: 'request',
  authority: 'ca-central-authority',
  month,
  commitment: 'ab'.repeat(32),
  case: 'cd'.repeat(32),
  counterpart,
  measure: counterpart === 'JP' ? 'interception' : 'stored-data',
});

function publications(counts: readonly (readonly number[])[]): Figures[] {
  const counter = openCounter(0);
  let index = 0;
  const shown: Figures[] = [];
  // Published as time goes by: each month is settled when the next one begins, and knows nothing of what comes.
  for (const [at, row] of counts.entries()) {
    const month = months[at] ?? '';
    for (const [place, count] of row.entries())
      for (let n = 0; n < count; n += 1) counter.see(leaf(states[place] ?? '', month), index++);
    for (let due = counter.due(); due !== undefined && due <= month; due = counter.due()) shown.push(counter.settle(due)); // prettier-ignore
  }
  return shown;
}

/** The months that a period holds, given which were shown before it: what is left of its quarter or year. */
function monthsOf(period: string, gone: ReadonlySet<string>): string[] {
  const [year = '', quarter = ''] = period.split('-Q');
  const within = (month: string): boolean =>
    period.startsWith('until-')
      ? month.slice(0, 4) <= period.slice(6)
      : quarter === ''
        ? month.startsWith(period)
        : month.startsWith(year) && Math.ceil(Number(month.slice(5)) / 3) === Number(quarter);
  return months.filter((month) => within(month) && !gone.has(month));
}

const stateOf = (cell: string): string[] => states.filter((state) => cell === 'all' || cell === state || cell === regionOf(state)); // prettier-ignore

test('no cell is small, each leaf is in exactly one cell of a table, and every cell is what the leaves say', () => {
  fc.assert(
    fc.property(history, (counts) => {
      const gone = new Set<string>();
      const atoms = new Set<string>();
      for (const { periods, total } of publications(counts)) {
        assert.equal(total, periods.reduce((sum, { count }) => sum + count, 0)); // prettier-ignore
        for (const { period, count, tables } of periods) {
          const held = monthsOf(period, gone);
          held.forEach((month) => gone.add(month));
          for (const { by, cells } of tables) {
            // Every table of a period adds up to the same: no difference between two of them is anything but nothing.
            assert.equal(cells.reduce((sum, cell) => sum + cell.count, 0), count, `${by} of ${period}`); // prettier-ignore
            for (const cell of cells) assert.ok(cell.count >= limits.smallCell, `${period} ${by} ${cell.of}: ${cell.count}`); // prettier-ignore
          }
          for (const { of, count: shown } of tables.find(({ by }) => by === 'state')?.cells ?? []) {
            const parts = held.flatMap((month) => stateOf(of).map((state) => [month, state] as const));
            const truth = parts.reduce((sum, [month, state]) => sum + (counts[months.indexOf(month)]?.[states.indexOf(state as never)] ?? 0), 0); // prettier-ignore
            assert.equal(shown, truth, `${period} ${of}`);
            // Disjoint: a cell that lay within another could be subtracted from it.
            for (const [month, state] of parts) {
              assert.ok(!atoms.has(`${month} ${state}`), `${month} ${state} is in two cells`);
              atoms.add(`${month} ${state}`);
            }
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('what is shown of a month does not change with what comes after it', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 23 }), (counts, cut) => {
      const [all, early] = [publications(counts), publications(counts.slice(0, cut))];
      assert.deepEqual(all.slice(0, early.length), early);
    }),
    { numRuns: 20 },
  );
});

test('merging one State alone would give it back: its region goes with it', () => {
  // DE 30, FR 3: shown as DE 30 and europe 33, France would be 3 to anybody who subtracts.
  const [figures] = publications([[30, 3, 20, 0, 0]]);
  const cells = figures?.periods[0]?.tables.find(({ by }) => by === 'state')?.cells;
  assert.deepEqual(cells, [{ of: 'JP', count: 20 }, { of: 'europe', count: 33 }]); // prettier-ignore
});

test('a month held back is not the difference between its quarter and the months beside it', () => {
  const rows = [[30, 0, 0, 0, 0], [4, 0, 0, 0, 0], [30, 0, 0, 0, 0], [30, 0, 0, 0, 0]]; // prettier-ignore
  const shown = publications(rows).flatMap(({ periods }) => periods.map(({ period, count }) => [period, count]));
  assert.deepEqual(shown, [['2026-01', 30], ['2026-03', 30], ['2026-04', 30]]); // prettier-ignore
  assert.equal(nextMonth('2026-04'), '2026-05');
});
