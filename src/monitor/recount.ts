import { figuresHash, openCounter, type Counter } from '../observatory/figures.ts';
import type { OpenLeaf } from '../transparency/leaf.ts';
import type { AnyLeaf } from '../transparency/sealed-leaf.ts';
import type { Fault } from './check.ts';

/** Counts again what `statistics` leaves say was counted. */
export function openRecount(): (leaf: AnyLeaf, index: number) => readonly Fault[] {
  const counters = { 0: openCounter(0), 1: openCounter(1) };
  return (leaf, index) => {
    const faults = 'kind' in leaf && leaf.kind === 'statistics' ? recount(counters[leaf.test ?? 0], leaf, index) : [];
    for (const counter of Object.values(counters)) counter.see(leaf, index);
    return faults;
  };
}

function recount(counter: Counter, leaf: OpenLeaf, index: number): Fault[] {
  const { counts = '', from, until, total, figures: hash } = leaf;
  if (counter.due() !== counts) return [{ index, code: 'statistics-month', says: `${counts} was counted, and ${counter.due() ?? 'no month'} was due` }]; // prettier-ignore
  const figures = counter.settle(counts);
  if (figures.from !== from || figures.until !== until)
    return [{ index, code: 'statistics-range', says: `leaves ${from ?? ''} to ${until ?? ''} were counted, not ${figures.from} to ${figures.until}` }]; // prettier-ignore
  if (figures.total !== total || figuresHash(figures) !== hash)
    return [{ index, code: 'statistics-mismatch', says: `the figures of ${counts} are others: ${figures.total} leaves shown, and the log says ${total ?? 0}` }]; // prettier-ignore
  return [];
}
