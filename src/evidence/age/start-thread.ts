import { Worker } from 'node:worker_threads';
import { AgeError } from './age-error.ts';
import type { Work, WorkDone } from './chunk-thread.ts';

/** A thread that does one piece of work after the other; answers come in the order of the questions. */
export type Thread = Readonly<{ ask: (work: Work) => Promise<WorkDone>; end: () => Promise<void> }>;

/** Memory that this thread and the others see, of the size of one batch before and after. */
export type Slot = Readonly<{ from: Uint8Array; to: Uint8Array }>;

export const slotOf = (fromBytes: number, toBytes: number): Slot => ({
  from: new Uint8Array(new SharedArrayBuffer(fromBytes)),
  to: new Uint8Array(new SharedArrayBuffer(toBytes)),
});

export function startThread(): Thread {
  const worker = new Worker(new URL('chunk-thread.ts', import.meta.url));
  const waiting: { resolve: (done: WorkDone) => void; reject: (error: unknown) => void }[] = [];
  worker.on('message', (done: WorkDone) => waiting.shift()?.resolve(done));
  const fail = (error: unknown): void => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a thread has ended')));
  return {
    ask: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(work);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}

/** @throws AgeError `payload-failure` */
export function bytesOf(done: WorkDone): number {
  if ('refused' in done) throw new AgeError('payload-failure', done.refused);
  return 'bytes' in done ? done.bytes : 0;
}

export const sha256In = (done: WorkDone): string => ('sha256' in done ? done.sha256 : '');
