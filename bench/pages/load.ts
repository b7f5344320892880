import { parentPort, workerData } from 'node:worker_threads';

/** Asks for pages at a steady pace whatever the answers do, on a thread of its own; a late answer counts from when it was due. */
export type Load = Readonly<{
  address: string;
  cookie: string;
  paths: readonly string[];
  perSecond: number;
  seconds: number;
}>;
export type Loaded = Readonly<{ milliseconds: readonly number[]; statuses: readonly number[]; bytes: number }>;

const { address, cookie, paths, perSecond, seconds } = workerData as Load;
const begin = performance.now() + 100;
const milliseconds: number[] = [];
const statuses: number[] = [];
let bytes = 0;

async function ask(number: number): Promise<void> {
  const due = begin + (number * 1000) / perSecond;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  const answer = await fetch(`${address}${paths[number % paths.length] ?? '/'}`, { headers: { cookie } });
  bytes = Math.max(bytes, (await answer.arrayBuffer()).byteLength);
  milliseconds.push(performance.now() - due);
  statuses.push(answer.status);
}

await Promise.all(Array.from({ length: perSecond * seconds }, (_, number) => ask(number)));
parentPort?.postMessage({ milliseconds, statuses, bytes } satisfies Loaded);
