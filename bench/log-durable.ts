import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '../src/limits.ts';
import { openStore, sandboxOrigin } from '../src/store/open-store.ts';
import type { Ledger } from '../src/store/sequencer.ts';
import { encodeLeaf } from '../src/transparency/leaf.ts';

/**
 * Durable leaves a second at batch 256, tiles published beside: `npm run bench bench/log-durable.ts [LEAVES]`. Real leaves,
 * the embedded store with fsync, five witnesses; the clock stops when everything is under a witnessed checkpoint. Beside the
 * clock, which others on the machine slow down: the processor time of this process and of the database server.
 */
const leaves = Number(process.argv[2] ?? 100_000);
const seconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e9;
const ledger: Ledger<string> = {
  keysOf: () => [],
  leafOf: (commitment) => ({
    authority: 'xb-court',
    encode: (previous) => encodeLeaf({ format: 'proviso-leaf/1', kind: 'register', authority: 'xb-court', month: '2026-03', commitment, ...(previous && { previous }) }), // prettier-ignore
    opening: { format: 'proviso-opening/1' },
  }),
  claim: (_, items) => Promise.resolve(items.map(() => true)),
  write: () => Promise.resolve(),
};
/** Processor seconds of the server and all its processes (proc(5): utime and stime, in hundredths; Linux). */
function serverSeconds(): number {
  const [postmaster = ''] = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const stats = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).flatMap((pid) => {
    try {
      const [, parent, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return pid === postmaster || parent === postmaster ? [Number(rest[9]) + Number(rest[10])] : [];
    } catch {
      return [];
    }
  }); // prettier-ignore
  return stats.reduce((sum, each) => sum + each, 0) / 100;
}
const data = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
try {
  const commitments = Array.from({ length: leaves }, () => randomBytes(32).toString('hex'));
  const [cpu, serverBefore, from] = [process.cpuUsage(), serverSeconds(), process.hrtime.bigint()];
  let sent = 0;
  let published = Promise.resolve();
  const hand = async (): Promise<void> => {
    while (sent < leaves) {
      const taken = commitments.slice(sent, (sent += limits.batchedActs));
      await Promise.all(taken.map((each) => store.sequencer.append(ledger, each)));
      // Beside, never in the way: one publication after the other, each over what there is then.
      published = published.then(() => store.log.tend());
    }
  };
  await Promise.all([hand(), hand()]);
  const committed = seconds(from);
  await published;
  const { size } = await store.log.checkpoint();
  const took = seconds(from);
  const { user, system } = process.cpuUsage(cpu);
  const [own, servers] = [(user + system) / 1e6, serverSeconds() - serverBefore];
  const each = (used: number): string => `${((used / leaves) * 1e6).toFixed(0)} µs a leaf`;
  console.log(`${size} leaves durable at batch ${limits.batchedActs}: ${Math.round(leaves / committed)} a second committed, ${Math.round(leaves / took)} a second published and witnessed`); // prettier-ignore
  console.log(`processor: this process ${own.toFixed(1)} s (${each(own)}), the database server ${servers.toFixed(1)} s (${each(servers)}), in ${took.toFixed(1)} s`); // prettier-ignore
} finally {
  await store.close();
  rmSync(data, { recursive: true, force: true });
}
