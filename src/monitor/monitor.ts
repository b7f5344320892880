import { join } from 'node:path';
import { sha256Hex } from '../canonical.ts';
import { readIfThere, writeDurably } from '../durable-file.ts';
import { textOf } from '../transparency/note.ts';
import type { Policy } from '../transparency/witness-policy.ts';
import { inspectLog, type Inspection, type SeenHead } from './inspect.ts';
import { sourceOf, witnessHeads } from './source.ts';

export type Watch = Readonly<{
  /** A folder or a URL. */
  where: string;
  /** Ours: `view.checkpoint`, the last head that we accepted, and `forks/`. */
  state: string;
  policy?: Policy;
  /** POSIX seconds. */
  now: number;
  maxAge: number;
  progress?: (done: number, size: number) => void;
}>;

/**
 * One look at a log: it is read whole, compared with what we saw before and with what each witness shows. What is
 * proof of a fork is kept as raw bytes before anything is said; our view moves on only when nothing is wrong.
 * @throws Unreachable
 */
export async function watchOnce({ where, state, policy, now, maxAge, progress }: Watch): Promise<Inspection> {
  const viewPath = join(state, 'view.checkpoint');
  const before = await readIfThere(viewPath);
  const read = sourceOf(where);
  const note = policy === undefined ? undefined : await read('checkpoint');
  const origin = note === undefined ? '' : originOf(note);
  const seen: SeenHead[] = [
    ...(before === undefined ? [] : [{ by: 'this monitor', note: before }]),
    ...(policy === undefined || origin === '' ? [] : await witnessHeads(origin, policy)),
  ];
  const options = { seen, now, maxAge, ...(policy && { policy }), ...(progress && { progress }) };
  const found = await inspectLog(read, options);
  for (const fork of found.forks) {
    for (const each of [fork.note, found.head?.note ?? new Uint8Array()])
      await writeDurably(join(state, 'forks', `${sha256Hex(each)}.checkpoint`), each);
  }
  if (found.head !== undefined && found.findings.length === 0) await writeDurably(viewPath, found.head.note);
  return found;
}

/** The first line of a note's text; empty for what is no note. */
function originOf(note: Uint8Array): string {
  try {
    return textOf(note).split('\n', 1)[0] ?? '';
  } catch {
    return '';
  }
}

/** For Prometheus, in its text format (a file for the textfile collector). */
export function metricsOf({ findings, head }: Inspection, now: number): string {
  const newest = Math.max(0, ...(head?.cosigned ?? []).map(({ time }) => time));
  const count = (kind: string): number => findings.filter((each) => each.class === kind).length;
  return [
    '# TYPE proviso_log_size gauge', `proviso_log_size ${head?.size ?? 0}`,
    '# TYPE proviso_log_witnesses gauge', `proviso_log_witnesses ${head?.cosigned.length ?? 0}`,
    '# TYPE proviso_log_age_seconds gauge', `proviso_log_age_seconds ${newest === 0 ? 'NaN' : now - newest}`,
    '# TYPE proviso_log_findings gauge',
    ...['form', 'time', 'meaning', 'fork'].map((kind) => `proviso_log_findings{class="${kind}"} ${count(kind)}`),
    '# TYPE proviso_log_seen_seconds gauge', `proviso_log_seen_seconds ${now}`, '',
  ].join('\n'); // prettier-ignore
}
