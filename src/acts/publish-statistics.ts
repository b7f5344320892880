import { limits } from '../limits.ts';
import { figuresHash, nextMonth, openCounter, type Counter, type Figures } from '../observatory/figures.ts';
import type { Writer } from '../store/writer.ts';
import { parseAnyLeaf } from '../transparency/sealed-leaf.ts';
import { leafForFigures, type Random } from './leaf-for.ts';

/**
 * Counts each month that has ended and is not counted yet, and logs the hash of what came out (docs/spec/figures.md). No
 * person does it and nothing is decided by it: anybody who has the leaves gets the same figures, and monitors do.
 * @param input who keeps the log; `test` 1 where the log is a sandbox's. @returns the figures that are new
 */
export async function publishStatistics(
  input: Readonly<{ authority: string; test: 0 | 1 }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<readonly Figures[]> {
  const { store } = tools;
  const at = tools.now();
  // An act that began before midnight may still be on its way into the log: a month is counted when none can be.
  const ended = new Date(Date.parse(at) - limits.figuresWaitSeconds * 1_000).toISOString().slice(0, 7);
  const before = await store.figures(input.test);
  const known = before.length;
  const last = before.at(-1);
  if (last !== undefined && nextMonth(last.counts) >= ended) return [];
  const counter = openCounter(input.test);
  await readAll(counter, store);
  const added: Figures[] = [];
  for (let due = counter.due(), month = 0; due !== undefined && due < ended; due = counter.due(), month += 1) {
    const figures = counter.settle(due);
    if (month < known) continue;
    const leaf = leafForFigures({ figures, figuresSha256: figuresHash(figures), authority: input.authority, at, random: tools.random }); // prettier-ignore
    if (!(await store.appendFigures(figures, leaf))) break;
    added.push(figures);
  }
  return added;
}

/** Every leaf, a bundle at a time. */
async function readAll(counter: Counter, store: Pick<Writer, 'leaves'>): Promise<void> {
  for (let from = 0; ; from += 256) {
    const leaves = await store.leaves(from, from + 256);
    for (const { bytes, index } of leaves) counter.see(parseAnyLeaf(bytes), index);
    if (leaves.length < 256) return;
  }
}
