import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * How long until the first HTTP 200 of `npm start`: on an empty data folder, and again on the same one. Packages are
 * installed already. Run: npm run bench bench/start.ts. Limits from issue 2: 5 s and 2 s on 2 cores.
 */
const root = join(import.meta.dirname, '..');

async function untilFirstAnswer(data: string): Promise<number> {
  const begin = performance.now();
  const server = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', PROVISO_DATA: data },
    detached: true,
  });
  let printed = '';
  try {
    for await (const chunk of server.stdout) {
      printed += String(chunk);
      const address = /^Proviso sandbox at (http:\S+)$/m.exec(printed)?.[1];
      if (address === undefined) continue;
      const answer = await fetch(address);
      await answer.text();
      if (answer.status === 200) return performance.now() - begin;
    }
    throw new Error(`npm start ended: ${printed}`);
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    process.kill(-(server.pid ?? 0), 'SIGTERM');
    await ended;
  }
}

const data = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
try {
  const first = await untilFirstAnswer(data);
  const second = await untilFirstAnswer(data);
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
  process.stdout.write(
    `first HTTP 200, empty folder  ${seconds(first)} s  (${(first / 5000).toFixed(2)} of the limit of 5 s)\n`,
  );
  process.stdout.write(
    `first HTTP 200, second start  ${seconds(second)} s  (${(second / 2000).toFixed(2)} of the limit of 2 s)\n`,
  );
} finally {
  rmSync(data, { recursive: true, force: true });
}
