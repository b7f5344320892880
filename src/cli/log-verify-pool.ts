import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { limits } from '../limits.ts';
import { Unreachable } from '../monitor/source.ts';
import type { SegmentChecks, SegmentFound } from '../transparency/log-directory.ts';
import { LogError } from '../transparency/log-error.ts';
import type { SegmentAnswer, SegmentTask } from './log-verify-worker.ts';

type Waiting = Readonly<{ task: SegmentTask; found: PromiseWithResolvers<SegmentFound> }>;

/** Checks segments of a log in worker threads, as many as there are cores. They start when the first segment is asked for. */
export function openSegmentPool(where: string): SegmentChecks & Readonly<{ close: () => Promise<void> }> {
  const count = Math.min(availableParallelism(), limits.logWorkers);
  const [workers, idle, waiting]: [Worker[], Worker[], Waiting[]] = [[], [], []];
  const busy = new Map<Worker, Waiting>();
  const give = (): void => {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      const next = waiting.shift();
      if (next === undefined) return void idle.push(worker);
      busy.set(worker, next);
      worker.postMessage(next.task);
    }
  };
  const start = (): void => {
    const worker = new Worker(new URL('./log-verify-worker.ts', import.meta.url), { workerData: { where } });
    workers.push(worker);
    idle.push(worker);
    worker.on('message', (answer: SegmentAnswer) => {
      const done = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      if (answer.kind === 'found') done?.found.resolve(answer.found);
      else done?.found.reject(errorOf(answer));
      give();
    });
    worker.on('error', (error) => busy.get(worker)?.found.reject(error));
  };
  return {
    // One more than there are workers for each: nobody waits for the one whose turn it is to be joined.
    atOnce: count * 3,
    check: (size, segment) => {
      if (workers.length < count) start();
      const found = Promise.withResolvers<SegmentFound>();
      waiting.push({ task: { size, segment }, found });
      give();
      return found.promise;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function errorOf(answer: Exclude<SegmentAnswer, { kind: 'found' }>): Error {
  if (answer.kind === 'fault') return new LogError(answer.code, answer.message, answer.file);
  return answer.kind === 'unreachable' ? new Unreachable(answer.message) : new Error(answer.message);
}
