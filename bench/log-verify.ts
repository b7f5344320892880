import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLongLog } from '../tests/transparency/write-long-log.ts';
import { generateKey } from '../src/transparency/note.ts';

/**
 * Full verification of a published log: `npm run bench bench/log-verify.ts [LEAVES]`, a million unless said otherwise.
 * The figure is 10,000,000 under 60 s on 2 cores and 500 MB; the limit beside it is the hashing alone.
 */
const leaves = Number(process.argv[2] ?? 1_000_000);
const seconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e9;
const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-log-'));
try {
  let from = process.hrtime.bigint();
  writeLongLog(folder, leaves, generateKey('log.example/bench', new Uint8Array(32).fill(9)));
  console.log(`${leaves} leaves written in ${seconds(from).toFixed(1)} s`);
  const [leaf, node] = [new Uint8Array(452), new Uint8Array(65)];
  from = process.hrtime.bigint();
  for (let n = 0; n < 200_000; n += 1) {
    hash('sha256', leaf, 'buffer');
    hash('sha256', node, 'buffer');
  }
  const hashing = (seconds(from) / 200_000) * leaves;
  from = process.hrtime.bigint();
  const main = join(import.meta.dirname, '../src/main.ts');
  const run = spawnSync('/usr/bin/env', ['time', '-f', '%M %U %S', process.execPath, '--disable-warning=ExperimentalWarning', main, 'log', 'verify', folder], { encoding: 'utf8' }); // prettier-ignore
  const took = seconds(from);
  const [kilobytes = NaN, user = NaN, system = NaN] = run.stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? []; // prettier-ignore
  if (run.status !== 0) throw new Error(`it does not verify: ${run.stdout}${run.stderr}`);
  const cores = availableParallelism();
  console.log(`log verify: ${took.toFixed(1)} s on ${cores} cores, ${(user + system).toFixed(1)} s of processor (${((user + system) / cores).toFixed(1)} s on each, were nothing else to run), ${Math.round(kilobytes / 1024)} MB; hashing alone ${(hashing / cores).toFixed(1)} s; ratio ${(hashing / cores / took).toFixed(2)}`); // prettier-ignore
} finally {
  rmSync(folder, { recursive: true, force: true });
}
