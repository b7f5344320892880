import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '../src/limits.ts';
import { openStore, sandboxOrigin } from '../src/store/open-store.ts';
import type { Ledger } from '../src/store/sequencer.ts';
import { encodeLeaf } from '../src/transparency/leaf.ts';

/**
 * Durable leaves a second at batch 256, tiles published beside: `npm run bench bench/log-durable.ts [LEAVES]`. Real leaves,
 * the embedded store with fsync, five witnesses; the clock stops when everything is under a witnessed checkpoint.
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
const data = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
try {
  const commitments = Array.from({ length: leaves }, () => randomBytes(32).toString('hex'));
  const { cpu, from } = { cpu: process.cpuUsage(), from: process.hrtime.bigint() };
  let sent = 0;
  let published = Promise.resolve();
  const hand = async (): Promise<void> => {
    while (sent < leaves) {
      const taken = commitments.slice(sent, (sent += limits.batchedActs));
      await Promise.all(taken.map((each) => store.sequencer.append(ledger, each)));
      // Beside, never in the way: one publication after the other, each over what there is then.
      published = published.then(() => store.log.tend(Date.now()));
    }
  };
  await Promise.all([hand(), hand()]);
  const committed = seconds(from);
  await published;
  const { size } = await store.log.checkpoint();
  const took = seconds(from);
  const { user, system } = process.cpuUsage(cpu);
  console.log(`${size} leaves durable at batch ${limits.batchedActs}: ${Math.round(leaves / committed)} a second committed, ${Math.round(leaves / took)} a second published and witnessed; this process used ${((user + system) / 1e6).toFixed(1)} s of processor in ${took.toFixed(1)} s`); // prettier-ignore
} finally {
  await store.close();
  rmSync(data, { recursive: true, force: true });
}
