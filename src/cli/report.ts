import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { canonicalJson } from '../canonical.ts';
import { writeDurably } from '../durable-file.ts';
import { inspectLog, type Finding, type InspectOptions } from '../monitor/inspect.ts';
import { isUrl, sourceOf, Unreachable } from '../monitor/source.ts';
import { columnChart } from '../observatory/chart.ts';
import { figuresCsv } from '../observatory/figures-csv.ts';
import { openCounter, type Counter, type Figures } from '../observatory/figures.ts';
import { byPeriod, summed } from '../observatory/sums.ts';
import { countedKinds, kindsCounted } from '../observatory/tables.ts';
import { BadUsage, readWords, type Command } from './command.ts';
import { assertFolder } from './files.ts';
import { readPolicy } from './read-policy.ts';

const options = {
  policy: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  practice: { type: 'boolean' },
} as const;

/**
 * Figures from a published log's files alone (docs/spec/figures.md). Exit 0: they follow from a log that verifies and are
 * those that the log claims; 1: something is not so, and is said; 2: it cannot be read.
 */
export const report: Command = {
  usage: 'report DIR|URL [--policy FILE] [--practice] [--json | --csv] [--out DIR]',
  does: 'counts the leaves of a published log month by month, small cells merged, and compares with what the log claims',
  run: async (words, { print, complain, progress, now }) => {
    const { values, names } = readWords(words, options, { least: 1, most: 1 });
    const [where = ''] = names;
    if (values.json === true && values.csv === true) throw new BadUsage('--json or --csv, not both');
    if (!isUrl(where)) await assertFolder(where);
    const policy = values.policy === undefined ? undefined : await readPolicy(values.policy);
    const at = now();
    const counter = openCounter(values.practice === true ? 1 : 0);
    const findings = await count(where, counter, { at, ...(policy && { policy }), ...(progress && { progress: (done, of) => progress(`${done} of ${of} leaves`) }) }); // prettier-ignore
    progress?.('');
    for (const { code, says } of findings) complain(`${code}: ${says}`);
    const all = settleAll(counter, at.slice(0, 7));
    if (values.out !== undefined) await writeReport(resolve(values.out), all);
    print(values.json === true ? canonicalJson(all) : values.csv === true ? figuresCsv(all) : plain(all, values.practice === true)); // prettier-ignore
    return findings.length === 0 ? 0 : 1;
  },
};

async function count(
  where: string,
  counter: Counter,
  of: { at: string } & Pick<InspectOptions, 'policy' | 'progress'>,
): Promise<readonly Finding[]> {
  const { at, ...more } = of;
  const options = { seen: [], now: Math.floor(Date.parse(at) / 1_000), maxAge: Number.POSITIVE_INFINITY, visit: counter.see, ...more }; // prettier-ignore
  try {
    return (await inspectLog(sourceOf(where), options)).findings;
  } catch (error) {
    if (error instanceof Unreachable) throw new BadUsage(error.message);
    throw error;
  }
}

/** Every month that has ended. */
function settleAll(counter: Counter, present: string): Figures[] {
  const all: Figures[] = [];
  for (let due = counter.due(); due !== undefined && due < present; due = counter.due()) all.push(counter.settle(due));
  return all;
}

function plain(all: readonly Figures[], practice: boolean): string {
  const lines = kindsCounted.flatMap((kind) => {
    const periods = byPeriod(all, kind);
    if (periods.length === 0) return [];
    const row = ({ of, count: shown }: { of: string; count: number }): string => `  ${of.padEnd(28)} ${String(shown).padStart(8)}`; // prettier-ignore
    const tables = countedKinds[kind].flatMap((by) => ['', `${kind} by ${by}`, ...summed(all, kind, by).map(row)]);
    return ['', `${kind} by period`, ...periods.map(row), ...tables];
  });
  const about = `${all.length} months counted${practice ? ', practice cases only' : ''}; fewer than ten are merged (docs/spec/figures.md)`;
  return [about, ...(lines.length === 0 ? ['nothing is shown: no kind of leaf has enough'] : lines)].join('\n');
}

/** `figures.json`, `figures.csv`, and a chart of each kind over time. */
async function writeReport(folder: string, all: readonly Figures[]): Promise<void> {
  const write = (name: string, text: string): Promise<void> => writeDurably(join(folder, name), new TextEncoder().encode(text), 0o644); // prettier-ignore
  await mkdir(folder, { recursive: true });
  await write('figures.json', `${canonicalJson(all)}\n`);
  await write('figures.csv', figuresCsv(all));
  for (const kind of kindsCounted) {
    const cells = byPeriod(all, kind);
    if (cells.length > 0) await write(`${kind}.svg`, `${columnChart(`${kind}-chart`, `${kind}, by period`, cells)}\n`);
  }
}
