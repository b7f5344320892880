import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { limits } from '../limits.ts';
import { replayPicture } from '../law/replay-picture.ts';
import { replayCsv, replayTable, type ReplayReport } from '../law/replay-report.ts';
import { BadUsage, readWords, type Command, type Terminal } from './command.ts';
import { replayFile } from './replay-file.ts';
import { readReplayLaw } from './replay-law.ts';
import { replayStore, type StoreReplay } from './replay-store.ts';

const options = {
  policy: { type: 'string' },
  rules: { type: 'string' },
  cases: { type: 'string' },
  csv: { type: 'string' },
  svg: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Exit 0: replayed; 1: a stored decision does not recompute; 2: bad input. docs/spec/replay.md */
export const replay: Command = {
  usage: 'replay --policy P [--rules DIR] [--cases FILE] [--csv FILE] [--svg FILE] [--workers N] [--json]',
  does: 'asks another policy, or a draft of the law, about all past cases: what would have changed',
  run: async (words, terminal) => {
    const { values } = readWords(words, options, { least: 0, most: 0 });
    const { policy, rules, cases } = values;
    const law = await readReplayLaw(rules);
    if (policy === undefined || !Object.hasOwn(law.policies, policy))
      throw new BadUsage(`--policy: expected one of ${Object.keys(law.policies).join(', ')}, got ${policy ?? 'none'}`);
    const bar = progressBar(terminal);
    const stored =
      cases === undefined
        ? await replayStore({ policy, rules, environment: terminal.environment }, (done) => bar.show(done, undefined))
        : undefined;
    const report =
      stored?.report ??
      (await replayFile({ file: cases ?? '', policy, rules, workers: workersOf(values.workers) }, bar.show));
    bar.end();
    const title = `As decided, and under ${policy}${rules === undefined ? '' : ` of ${rules}`}`;
    await write(values.csv, replayCsv(report));
    await write(values.svg, replayPicture(report, title));
    terminal.print(values.json === true ? json(report, stored) : said(report, stored, title));
    return stored !== undefined && stored.recomputed.broken.length > 0 ? 1 : 0;
  },
};

function workersOf(text: string | undefined): number {
  const most = limits.replayWorkers;
  if (text === undefined) return Math.min(most, availableParallelism());
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > most)
    throw new BadUsage(`--workers: expected 1 to ${most}, got ${text}`);
  return Number(text);
}

async function write(path: string | undefined, text: string): Promise<void> {
  if (path === undefined) return;
  await writeFile(path, text).catch((error: unknown) => {
    throw new BadUsage(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  });
}

/** Ten times a second at most, and only where somebody looks. */
function progressBar({ progress }: Terminal): { show: (cases: number, share?: number) => void; end: () => void } {
  if (progress === undefined) return { show: () => undefined, end: () => undefined };
  let last = 0;
  return {
    show: (cases, share) => {
      const now = performance.now();
      if (now - last < 100) return;
      last = now;
      const part = share === undefined ? '' : `[${'#'.repeat(Math.round(share * 40)).padEnd(40, '.')}] `;
      progress(`${part}${cases.toLocaleString('en-GB')} cases`);
    },
    end: () => progress(''),
  };
}

function said(report: ReplayReport, stored: StoreReplay | undefined, title: string): string {
  const lines = [replayTable(report, title)];
  if (stored !== undefined) {
    const { same, otherLaw, otherFindings, broken } = stored.recomputed;
    lines.push(
      '',
      `Recomputed: ${same} decisions byte for byte; ${otherLaw} were decided under other rules, of which ${otherFindings} would have other findings today; ${broken.length} broken.`,
      ...broken.map((each) => `BROKEN  ${each}`),
    );
  }
  return lines.join('\n');
}

const json = (report: ReplayReport, stored: StoreReplay | undefined): string =>
  JSON.stringify({ ...report, ...(stored === undefined ? {} : { recomputed: stored.recomputed }) }, null, 2);
