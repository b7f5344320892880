import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkDebts, type Debt } from '../../src/monitor/debts.ts';
import { openMeaning } from '../../src/monitor/open-meaning.ts';
import { figuresHash, openCounter } from '../../src/observatory/figures.ts';
import { commit } from '../../src/transparency/commitment.ts';
import type { OpenLeaf } from '../../src/transparency/leaf.ts';
import { parseAnyLeaf, sealLeaf, type AnyLeaf } from '../../src/transparency/sealed-leaf.ts';

const hash = 'ab'.repeat(32);
const leaf = (change: Partial<OpenLeaf>): OpenLeaf => ({ format: 'proviso-leaf/1', kind: 'request', authority: 'xb-central-authority', month: '2026-03', commitment: hash, ...change }); // prettier-ignore
const cited = (change: Partial<OpenLeaf>): OpenLeaf => leaf({ case: hash, counterpart: 'XA', ...change });

/** Every code that a monitor says of these leaves, looking in a month. */
function codesOf(leaves: readonly AnyLeaf[], now = '2026-03'): string[] {
  const meaning = openMeaning();
  const faults = leaves.flatMap((each, index) => meaning.see(each, index));
  return [...faults, ...meaning.end(now)].map(({ index, code }) => `${index} ${code}`);
}

const inner = commit({ request: hash }, new Uint8Array(32).fill(1)).opening;
const seal = (of: OpenLeaf, openBy = '2026-05') => sealLeaf(of, inner, openBy, new Uint8Array(32).fill(2));
const request = seal(cited({}));
const refusal = seal(cited({ kind: 'decision', outcome: 'refused' }));
const sealed = [request, refusal].map(({ bytes }) => parseAnyLeaf(bytes));
const openingOf = (change: Partial<OpenLeaf> = {}, of = [request, refusal]): OpenLeaf =>
  leaf({ kind: 'opening', month: '2026-05', openings: of.map(({ opening }, index) => ({ index, seed: opening.seed, leaf: opening.leaf })), ...change }); // prettier-ignore
const extension = (change: Partial<OpenLeaf> = {}): OpenLeaf =>
  leaf({ kind: 'secrecy-extension', authority: 'xb-court', month: '2026-05', sealed: [0, 1], openBy: '2026-09', reason: 'investigation', ...change }); // prettier-ignore

suite('what a monitor says of sealed leaves', () => {
  test('sealed, opened in time, and in order: nothing', () => {
    assert.deepEqual(codesOf([...sealed, openingOf()], '2027-01'), []);
    assert.deepEqual(codesOf(sealed, '2026-05'), []);
  });
  test('a month too late is said, whether it was opened or not', () => {
    assert.deepEqual(codesOf(sealed, '2026-06'), ['0 overdue-opening', '1 overdue-opening']);
    assert.deepEqual(codesOf([...sealed, openingOf({ month: '2026-06' })]), ['2 late-opening', '2 late-opening']);
  });
  test('a court moves the month; nobody else does, and not after it has passed', () => {
    assert.deepEqual(codesOf([...sealed, extension()], '2026-09'), []);
    assert.deepEqual(codesOf([...sealed, extension()], '2026-10'), ['0 overdue-opening', '1 overdue-opening']);
    assert.deepEqual(codesOf([...sealed, extension(), openingOf({ month: '2026-09' })], '2027-01'), []);
    assert.deepEqual(codesOf([...sealed, extension({ authority: 'xb-central-authority' })]), ['2 no-court']);
    assert.deepEqual(codesOf([...sealed, extension({ month: '2026-06' })]), ['2 late-extension', '2 late-extension']);
    assert.deepEqual(codesOf([...sealed, extension({ sealed: [0, 1, 2] })]), ['2 nothing-sealed']);
  });
  test('an opening that says something else, opens twice, or opens what was never sealed', () => {
    const granted = refusal.opening.leaf.replace('refused', 'granted');
    const lie = openingOf({ openings: [{ index: 1, seed: refusal.opening.seed, leaf: granted }] });
    assert.deepEqual(codesOf([...sealed, lie]), ['2 opening-mismatch']);
    assert.deepEqual(codesOf([...sealed, openingOf(), openingOf()]).slice(0, 2), ['3 nothing-sealed', '3 nothing-sealed']); // prettier-ignore
  });
  test('what was sealed is held to the order of acts when it is opened', () => {
    const release = seal(cited({ kind: 'release' }));
    const leaves = [request, release].map(({ bytes }) => parseAnyLeaf(bytes));
    assert.deepEqual(codesOf([...leaves, openingOf({}, [request, release])]), ['2 no-production']);
  });
});

suite('what a monitor says of figures', () => {
  const leaves = Array.from({ length: 12 }, (_, n) => cited({ case: n.toString(16).padStart(64, '0') }));
  const counter = openCounter(0);
  leaves.forEach(counter.see);
  const figures = counter.settle('2026-03');
  const statistics = (change: Partial<OpenLeaf> = {}): OpenLeaf =>
    leaf({ kind: 'statistics', month: '2026-04', formula: 'proviso-figures/1', counts: '2026-03', from: 0, until: 12, total: 12, figures: figuresHash(figures), ...change }); // prettier-ignore

  test('figures that follow from the leaves: nothing', () => {
    assert.deepEqual(codesOf([...leaves, statistics()]), []);
    const later = statistics({ month: '2026-05', counts: '2026-04', from: 12, until: 13, total: 0 });
    const next = openCounter(0);
    [...leaves, statistics()].forEach(next.see);
    next.settle('2026-03');
    assert.deepEqual(codesOf([...leaves, statistics(), { ...later, figures: figuresHash(next.settle('2026-04')) }]), []); // prettier-ignore
  });
  test('another number, another range, another month, or a leaf that was put in before', () => {
    assert.deepEqual(codesOf([...leaves, statistics({ total: 11 })]), ['12 statistics-mismatch']);
    assert.deepEqual(codesOf([...leaves, statistics({ figures: hash })]), ['12 statistics-mismatch']);
    assert.deepEqual(codesOf([...leaves, statistics({ until: 11 })]), ['12 statistics-range']);
    assert.deepEqual(codesOf([...leaves, statistics({ counts: '2026-02' })]), ['12 statistics-month']);
    assert.deepEqual(codesOf([...leaves, cited({}), statistics({ until: 13 })]), ['13 statistics-mismatch']);
    assert.deepEqual(codesOf([...leaves, statistics({ test: 1 })]), ['12 statistics-mismatch']);
  });
});

test('a debt is met by one of the leaves that pay it, in the same case, by its month', () => {
  const table: Record<string, Debt> = { release: { code: 'notice', paidBy: ['information', 'decision refused'], months: 2 } }; // prettier-ignore
  const owed = cited({ kind: 'release', month: '2026-11' });
  const codes = (leaves: readonly OpenLeaf[], now: string): string[] => {
    const check = checkDebts(table);
    return [...leaves.flatMap((each, index) => check.see(each, index, false)), ...(check.end?.(now) ?? [])].map(({ index, code }) => `${index} ${code}`); // prettier-ignore
  };
  assert.deepEqual(codes([owed], '2027-01'), []);
  assert.deepEqual(codes([owed], '2027-02'), ['0 overdue-notice']);
  assert.deepEqual(codes([owed, cited({ kind: 'information', month: '2027-01' })], '2030-01'), []);
  assert.deepEqual(codes([owed, cited({ kind: 'decision', outcome: 'refused', month: '2027-02' })], '2030-01'), ['1 late-notice']); // prettier-ignore
  assert.deepEqual(codes([owed, cited({ kind: 'information', case: 'cd'.repeat(32) })], '2027-02'), ['0 overdue-notice']); // prettier-ignore
  assert.deepEqual(codes([owed, cited({ kind: 'decision', outcome: 'granted' })], '2027-02'), ['0 overdue-notice']);
});
