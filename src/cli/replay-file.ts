import { open, type FileHandle } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { add, emptyReport, type ReplayReport } from '../law/replay-report.ts';
import { limits } from '../limits.ts';
import { BadUsage } from './command.ts';
import type { ReplayMessage, ReplayTask } from './replay-worker.ts';

/**
 * Replays a file of past cases, shared among worker threads, in constant memory.
 * @param progress called with the cases done and the share of the file read
 * @throws BadUsage with the place of the first line that is no past case
 */
export async function replayFile(
  of: Readonly<{ file: string; policy: string; rules: string | undefined; workers: number }>,
  progress: (cases: number, share: number) => void,
): Promise<ReplayReport> {
  const places = await parts(of.file, of.workers);
  const size = places.at(-1) ?? 0;
  const done = { cases: 0, bytes: 0 };
  const tell = (cases: number, bytes: number): void => {
    done.cases += cases;
    done.bytes += bytes;
    progress(done.cases, size === 0 ? 1 : done.bytes / size);
  };
  const tasks = places.slice(1).map((until, index): ReplayTask => {
    const { file, policy, rules } = of;
    return { file, from: places[index] ?? 0, until, policy, rules };
  });
  const workers: Worker[] = [];
  try {
    const reports = await Promise.all(tasks.map((task) => run(task, workers, tell)));
    const report = emptyReport();
    for (const each of reports) add(report, each);
    return report;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function run(task: ReplayTask, workers: Worker[], tell: (cases: number, bytes: number) => void): Promise<ReplayReport> {
  const worker = new Worker(new URL('replay-worker.ts', import.meta.url), { workerData: task });
  workers.push(worker);
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ReplayMessage) => {
      if (message.kind === 'progress') tell(message.cases, message.bytes);
      else if (message.kind === 'done') resolve(message.report);
      else reject(new BadUsage(`${task.file}, line that begins at byte ${message.at}: ${message.message}`));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('a worker ended before its part was done')));
  });
}

/** Places of whole lines that share the file about evenly: 0, ..., its size. */
async function parts(path: string, workers: number): Promise<readonly number[]> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new BadUsage(`${path}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`);
  });
  try {
    const found = await file.stat();
    if (!found.isFile() || found.size === 0) throw new BadUsage(`${path}: no past case in it`);
    const places = [0];
    for (let part = 1; part < workers; part++) {
      const wanted = Math.floor((found.size * part) / workers);
      const place = await nextLine(file, path, Math.max(wanted, places.at(-1) ?? 0), found.size);
      if (place > (places.at(-1) ?? 0) && place < found.size) places.push(place);
    }
    return [...places, found.size];
  } finally {
    await file.close();
  }
}

async function nextLine(file: FileHandle, path: string, from: number, size: number): Promise<number> {
  const bytes = new Uint8Array(Math.min(limits.pastCaseBytes, size - from));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  const at = bytes.subarray(0, bytesRead).indexOf(10);
  if (at === -1 && from + bytesRead < size)
    throw new BadUsage(`${path}: a line of more than ${limits.pastCaseBytes} bytes at byte ${from}`);
  return at === -1 ? size : from + at + 1;
}
