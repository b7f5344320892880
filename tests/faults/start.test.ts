import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { startEmbedded } from '../../src/store/embedded.ts';

const folders: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'proviso-start-'));
  folders.push(path);
  return path;
};
after(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

type Started = Readonly<{
  address: string;
  complaint: () => string;
  process: ChildProcess;
  stop: (signal: NodeJS.Signals) => Promise<number | null>;
}>;

/** Starts the program as `npm start` does, and reads its address off its first line. */
async function start(environment: Record<string, string>): Promise<Started> {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const child = spawn(process.execPath, [main, 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], PORT: '0', PROVISO_SANDBOX: '1', ...environment },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Proviso sandbox at (http:\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    const stop = (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal);
      return ended;
    };
    return { address, complaint: () => complaint, process: child, stop };
  }
  throw new Error(`did not start (exit ${String(await ended)}): ${complaint}`);
}

const health = async (address: string): Promise<{ status: string; logSize: number }> =>
  (await (await fetch(`${address}/health`)).json()) as { status: string; logSize: number };

test('a start on an empty folder serves, a second one keeps the data, and SIGTERM ends both with 0', async () => {
  const data = folder();
  const first = await start({ PROVISO_DATA: data });
  const before = await health(first.address);
  assert.equal(before.status, 'ok');
  assert.ok(before.logSize > 0);
  assert.equal(await first.stop('SIGTERM'), 0);
  const second = await start({ PROVISO_DATA: data });
  assert.deepEqual(await health(second.address), before);
  assert.equal(await second.stop('SIGTERM'), 0);
});

test('killed, it leaves no database server behind, and starts again', async () => {
  const data = folder();
  const first = await start({ PROVISO_DATA: data });
  await first.stop('SIGKILL');
  const second = await start({ PROVISO_DATA: data });
  assert.equal((await health(second.address)).status, 'ok');
  assert.equal(await second.stop('SIGTERM'), 0);
});

test('with DATABASE_URL the same code runs on another PostgreSQL, and another key does not write into its log', async () => {
  const server = await startEmbedded(folder());
  try {
    const url = `postgres://proviso@localhost/postgres?host=${encodeURIComponent(server.socketDirectory)}`;
    const data = folder();
    const first = await start({ PROVISO_DATA: data, DATABASE_URL: url });
    assert.equal((await health(first.address)).status, 'ok');
    assert.equal(await first.stop('SIGTERM'), 0);
    await assert.rejects(start({ PROVISO_DATA: folder(), DATABASE_URL: url }), /kept under another key/);
  } finally {
    await server.stop();
  }
});

test('a setting that cannot be meant is refused with exit 2 and a word about it', async () => {
  for (const [name, value] of [
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://x'],
    ['PROVISO_SANDBOX', '0'],
  ] as const)
    await assert.rejects(start({ PROVISO_DATA: folder(), [name]: value }), new RegExp(`exit 2.*${name}`, 's'));
});

test('an error that nobody caught, as the driver throws when a connection dies, ends the server: it says why, closes its store and exits 1', async () => {
  const data = folder();
  const fault = `process.once('SIGUSR2', () => setImmediate(() => { throw new TypeError("Cannot read properties of null (reading 'write')"); }));`;
  const { complaint, stop } = await start({ PROVISO_DATA: data, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}` }); // prettier-ignore
  assert.equal(await stop('SIGUSR2'), 1);
  assert.match(
    complaint(),
    /^\d{4}-\d\d-\d\dT\S+ ends because of an error that nobody caught: TypeError: Cannot read/m,
  );
  assert.match(readFileSync(join(data, 'postgres.log'), 'utf8'), /database system is shut down\n$/);
  const again = await start({ PROVISO_DATA: data });
  assert.equal((await health(again.address)).status, 'ok');
  assert.equal(await again.stop('SIGTERM'), 0);
});
