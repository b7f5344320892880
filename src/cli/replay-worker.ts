import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { BadCase, pastCaseOf } from '../law/past-case.ts';
import { openReplay } from '../law/replay.ts';
import { count, emptyReport, type ReplayReport } from '../law/replay-report.ts';
import { readReplayLaw } from './replay-law.ts';

/** One worker of a replay: the whole lines of a file between two places, read as a stream. */
export type ReplayTask = Readonly<{
  file: string;
  from: number;
  until: number;
  policy: string;
  rules: string | undefined;
}>;
export type ReplayMessage =
  | Readonly<{ kind: 'progress'; cases: number; bytes: number }>
  | Readonly<{ kind: 'done'; report: ReplayReport }>
  | Readonly<{ kind: 'bad'; at: number; message: string }>;

const chunkBytes = 1 << 20;
const post = (message: ReplayMessage): void => parentPort?.postMessage(message);
await work(workerData as ReplayTask);

async function work({ file, from, until, policy, rules }: ReplayTask): Promise<void> {
  const replay = openReplay(await readReplayLaw(undefined), await readReplayLaw(rules), policy);
  const report = emptyReport();
  const handle = await open(file, 'r');
  try {
    let at = from;
    let kept: Uint8Array<ArrayBuffer> = new Uint8Array(0);
    while (at < until) {
      const chunk = new Uint8Array(kept.length + Math.min(chunkBytes, until - at));
      chunk.set(kept);
      const { bytesRead } = await handle.read(chunk, kept.length, chunk.length - kept.length, at);
      if (bytesRead === 0) throw new Error(`${file} became shorter while it was read`);
      const begins = at - kept.length;
      at += bytesRead;
      const filled = chunk.subarray(0, kept.length + bytesRead);
      const end = at >= until ? filled.length : filled.lastIndexOf(10) + 1;
      const cases = report.cases;
      if (!lines(filled.subarray(0, end), begins)) return;
      post({ kind: 'progress', cases: report.cases - cases, bytes: bytesRead });
      kept = filled.slice(end);
    }
  } finally {
    await handle.close();
  }
  post({ kind: 'done', report });

  function lines(bytes: Uint8Array, begins: number): boolean {
    let start = 0;
    while (start < bytes.length) {
      const next = bytes.indexOf(10, start);
      const end = next === -1 ? bytes.length : next;
      const line = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
      try {
        if (line !== '') {
          const past = pastCaseOf(line);
          count(report, past, replay(past));
        }
      } catch (error) {
        if (!(error instanceof BadCase) && !(error instanceof RangeError)) throw error;
        post({ kind: 'bad', at: begins + start, message: error.message });
        return false;
      }
      start = end + 1;
    }
    return true;
  }
}
