import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { figuresHash, nextMonth, openCounter, type Figures } from '../../src/observatory/figures.ts';
import { mergeSmall } from '../../src/observatory/merge.ts';
import { regionOf } from '../../src/observatory/regions.ts';
import type { OpenLeaf } from '../../src/transparency/leaf.ts';
import { sealLeaf, parseAnyLeaf, type AnyLeaf } from '../../src/transparency/sealed-leaf.ts';

const leaf = (change: Partial<OpenLeaf> = {}): OpenLeaf => ({
  format: 'proviso-leaf/1',
  kind: 'request',
  authority: 'fr-central-authority',
  month: '2026-01',
  commitment: 'ab'.repeat(32),
  case: 'cd'.repeat(32),
  counterpart: 'DE',
  measure: 'stored-data',
  dataCategories: ['traffic'],
  ...change,
});
const times = (count: number, change: Partial<OpenLeaf> = {}): OpenLeaf[] => Array.from({ length: count }, () => leaf(change)); // prettier-ignore

/** All figures of these leaves, every month settled up to `last`. */
function settled(leaves: readonly AnyLeaf[], last: string, practice: 0 | 1 = 0): Figures[] {
  const counter = openCounter(practice);
  leaves.forEach(counter.see);
  const all: Figures[] = [];
  for (let due = counter.due(); due !== undefined && due <= last; due = counter.due()) all.push(counter.settle(due));
  return all;
}
const periods = (figures: readonly Figures[]): (readonly [string, string, number])[] =>
  figures.flatMap((each) => each.periods.map(({ kind, period, count }) => [kind, period, count] as const));
const cellsOf = (figures: Figures, by: string, kind = 'request'): Record<string, number> =>
  Object.fromEntries(figures.periods.find((each) => each.kind === kind)?.tables.find((table) => table.by === by)?.cells.map(({ of, count }) => [of, count]) ?? []); // prettier-ignore

suite('figures', () => {
  test('a month with enough is shown, by State, measure and category', () => {
    const [january] = settled([...times(12), ...times(11, { counterpart: 'US', measure: 'preservation' })], '2026-01');
    assert.ok(january);
    assert.deepEqual(periods([january]), [['request', '2026-01', 23]]);
    assert.deepEqual([january.from, january.until, january.total], [0, 23, 23]);
    assert.deepEqual(cellsOf(january, 'state'), { DE: 12, US: 11 });
    assert.deepEqual(cellsOf(january, 'measure'), { preservation: 11, 'stored-data': 12 });
    assert.deepEqual(cellsOf(january, 'category'), { traffic: 23 });
  });

  test('a State with few is shown as its region, and a region with few as all', () => {
    const [one] = settled([...times(12), ...times(3, { counterpart: 'FR' }), ...times(10, { counterpart: 'JP' })], '2026-01'); // prettier-ignore
    assert.deepEqual(one && cellsOf(one, 'state'), { JP: 10, europe: 15 });
    const [two] = settled([...times(12), ...times(3, { counterpart: 'JP' })], '2026-01');
    assert.deepEqual(two && cellsOf(two, 'state'), { all: 15 });
  });

  test('a month with few waits for its quarter, a quarter for its year, a year for the next; nothing is shown twice', () => {
    const leaves = [
      ...[...times(3), ...times(40, { month: '2026-02' }), ...times(8, { month: '2026-03' })],
      ...[...times(5, { month: '2026-05' }), ...times(4, { month: '2026-09' })],
      ...[...times(4, { month: '2027-01' }), ...times(1, { month: '2028-12' })],
    ];
    assert.deepEqual(periods(settled(leaves, '2028-12')), [
      ['request', '2026-02', 40],
      ['request', '2026-Q1', 11],
      ['request', 'until-2027', 13],
    ]);
  });

  test('what is too little for all years is never shown', () => {
    assert.deepEqual(periods(settled(times(9), '2030-12')), []);
    assert.deepEqual(settled([], '2030-12'), []);
  });

  test('decisions are counted by outcome and ground; sets of grounds merge by paragraph', () => {
    const refused = (grounds: string[]): Partial<OpenLeaf> => ({ kind: 'decision', outcome: 'refused', grounds });
    const [figures] = settled(
      [
        ...times(20, { kind: 'decision', outcome: 'granted' }),
        ...[...times(6, refused(['40(21)(b)'])), ...times(7, refused(['40(21)(d)'])), ...times(10, refused(['40(22)']))], // prettier-ignore
      ],
      '2026-01',
    );
    assert.deepEqual(figures && cellsOf(figures, 'outcome', 'decision'), { granted: 20, refused: 23 });
    assert.deepEqual(figures && cellsOf(figures, 'ground', 'decision'), { '40(21)': 13, '40(22)': 10, none: 20 });
  });

  test('practice cases are never counted with others, nor others with them', () => {
    const leaves = [...times(12), ...times(15, { test: 1 })];
    assert.deepEqual(periods(settled(leaves, '2026-01', 0)), [['request', '2026-01', 12]]);
    assert.deepEqual(periods(settled(leaves, '2026-01', 1)), [['request', '2026-01', 15]]);
  });

  test('sealed leaves are counted as sealed; opened ones as what they are, in the month in which they were opened', () => {
    const sealed = Array.from({ length: 11 }, (_, n) => sealLeaf(leaf(), { n }, '2026-02', new Uint8Array(32).fill(n + 1))); // prettier-ignore
    const openings = sealed.map(({ opening }, index) => ({ index, seed: opening.seed, leaf: opening.leaf }));
    const { format, authority, commitment } = leaf();
    const opening: OpenLeaf = { format, authority, commitment, month: '2026-02', kind: 'opening', openings };
    const figures = settled([...sealed.map(({ bytes }) => parseAnyLeaf(bytes)), opening], '2026-02');
    assert.deepEqual(periods(figures), [
      ['sealed', '2026-01', 11],
      ['request', '2026-02', 11],
    ]);
  });

  test('months follow each other, those without a leaf too, and their ranges meet', () => {
    const figures = settled([...times(12), ...times(12, { month: '2026-04' })], '2026-04');
    assert.deepEqual(figures.map(({ counts, from, until }) => [counts, from, until]), [['2026-01', 0, 12], ['2026-02', 12, 12], ['2026-03', 12, 12], ['2026-04', 12, 24]]); // prettier-ignore
    assert.equal(nextMonth('2026-12'), '2027-01');
    const counter = openCounter(0);
    counter.see(leaf(), 0);
    assert.throws(() => counter.settle('2026-02'), /2026-01 is due/);
  });

  test('the same leaves give the same hash, and one more another', () => {
    const hash = (leaves: readonly AnyLeaf[]): string[] => settled(leaves, '2026-01').map(figuresHash);
    assert.deepEqual(hash(times(12)), hash(times(12)));
    assert.notDeepEqual(hash(times(12)), hash(times(13)));
  });

  test('every State of the law has a region, and every unknown code one too', () => {
    assert.deepEqual(['DE', 'VN', 'QA', 'AZ', 'FJ', 'CA', 'EU', 'XA', 'ZZ'].map(regionOf), [
      ...['europe', 'asia', 'asia', 'asia', 'oceania', 'americas', 'europe', 'test-states', 'elsewhere'],
    ]);
  });

  test('nothing is not few: a value without leaves merges nothing', () => {
    const counts = new Map([['a', 12], ['b', 0]]); // prettier-ignore
    assert.deepEqual(
      mergeSmall(counts, (value) => [value], 'all'),
      [{ of: 'a', count: 12 }],
    );
  });
});
