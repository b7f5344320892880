import { randomBytes, randomUUID, hash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafForMandate } from '../src/acts/leaf-for.ts';
import { openStore, sandboxOrigin } from '../src/store/open-store.ts';
import type { Entry } from '../src/store/writer.ts';
import { append, leafHash } from '../src/transparency/merkle.ts';

/**
 * What the log costs: `npm run bench bench/log.ts`. Each figure is a ratio within this one run.
 * 1. in memory: leaves at batch 256 against the raw hash calls that they cannot do without;
 * 2. acts on the embedded store, one after the other and 8 and 32 at once, against the same transaction without its leaf.
 */

const seconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e9;

async function inMemory(): Promise<void> {
  const batches = 400;
  const entries = Array.from({ length: 256 }, () => randomBytes(500));
  const stored: Uint8Array[] = [];
  const from = process.hrtime.bigint();
  for (let batch = 0; batch < batches; batch += 1) {
    const grown = await append(batch * 256, entries.map(leafHash), (positions) => positions.map((at) => stored[at] ?? new Uint8Array(32))); // prettier-ignore
    stored.push(...grown.hashes);
  }
  const ours = (batches * 256) / seconds(from);
  const raw = process.hrtime.bigint();
  const node = randomBytes(65);
  for (let batch = 0; batch < batches; batch += 1) {
    for (const entry of entries) hash('sha256', entry, 'buffer');
    for (let n = 0; n < 256; n += 1) hash('sha256', node, 'buffer');
  }
  const limit = (batches * 256) / seconds(raw);
  console.log(`in memory, batch 256: ${Math.round(ours)} leaves/s; raw hash calls alone ${Math.round(limit)}; ratio ${(ours / limit).toFixed(2)}`); // prettier-ignore
  const go = goRate();
  console.log(go === undefined ? 'Go or golang.org/x/mod is not here' : `in memory, batch 256, golang.org/x/mod/sumdb/tlog: ${go} leaves/s; ratio ${(ours / go).toFixed(2)}`); // prettier-ignore
}

/** What Go's own log does with the same (bench/log/main.go); `undefined` where Go or its library is not here. */
function goRate(): number | undefined {
  const environment = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '' };
  const run = spawnSync('go', ['run', join(import.meta.dirname, 'log/main.go')], { env: environment, encoding: 'utf8' }); // prettier-ignore
  return run.status === 0 ? Number(run.stdout) : undefined;
}

const at = '2026-03-01T09:00:00.000Z';
const mandate = { id: 'xb-court/bench', authority: 'xb-court', state: 'XB' } as Parameters<typeof leafForMandate>[0];

function entry(): Entry {
  const caseId = randomUUID();
  return {
    caseId, version: 0, state: 'received', by: mandate.id, at,
    body: { kind: 'request-received', form: 'proviso-request/1', requestSha256: '00', authority: 'xb', requestingAuthority: 'xa', request: { format: 'proviso-request/1', id: caseId, requestingState: 'XA', requestedState: 'XB' } },
    leaf: leafForMandate(mandate, at, (count) => new Uint8Array(randomBytes(count))),
    opens: { requestId: caseId, requestingState: 'XA', requestedState: 'XB', authority: 'xb', requestingAuthority: 'xa' },
    documents: [randomBytes(2_000)],
    act: { id: randomUUID(), inputSha256: 'a', value: null },
  }; // prettier-ignore
}

/** Acts per second with so many under way at once. */
async function rate(count: number, atOnce: number, act: () => Promise<unknown>): Promise<number> {
  const from = process.hrtime.bigint();
  let left = count;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await act();
    }),
  );
  return count / seconds(from);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function durable(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
  const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
  try {
    const { writer, database, log } = store;
    await writer.registerMandate(mandate, entry().leaf);
    /** The same rows without leaf, tree hashes and head. */
    const without = async (): Promise<unknown> =>
      database.begin(async (transaction) => {
        const { caseId, opens, documents = [], act, body } = entry();
        await transaction`insert into case_file ${transaction({ case_id: caseId, request_id: opens?.requestId ?? '', state: 'received', version: 1, requesting_state: 'XA', requested_state: 'XB', authority: 'xb', requesting_authority: 'xa', opened_at: at, changed_at: at })}`; // prettier-ignore
        await transaction`insert into document (sha256, bytes) values (${randomUUID()}, ${documents[0] ?? new Uint8Array()})`;
        await transaction`insert into case_event (case_id, number, at, by_mandate, body, leaf_index) values (${caseId}, 1, ${at}, ${mandate.id}, ${transaction.json(body as never)}, 0)`; // prettier-ignore
        await transaction`insert into act_receipt (act_id, input_sha256, answer, at) values (${act.id}, 'a', ${transaction.json({})}, ${at})`;
      });
    const logged = (): Promise<unknown> => writer.append(entry());
    for (const atOnce of [1, 8, 32]) {
      // By turns, so that what else the machine does meets both alike.
      const seen = { bare: [] as number[], logged: [] as number[] };
      for (let turn = 0; turn < 8; turn += 1) {
        seen.bare.push(await rate(40 * atOnce, atOnce, without));
        seen.logged.push(await rate(40 * atOnce, atOnce, logged));
      }
      const [bare, with_] = [median(seen.bare), median(seen.logged)];
      console.log(`acts, ${atOnce} at once: ${Math.round(with_)} a second with the log, ${Math.round(bare)} without, each in its own transaction; the log costs ${Math.round((1 - with_ / bare) * 100)} %`); // prettier-ignore
    }
    const from = process.hrtime.bigint();
    const { size } = await log.checkpoint();
    console.log(`publishing ${size} leaves, five witnesses: ${(seconds(from) * 1_000).toFixed(0)} ms`);
  } finally {
    await store.close();
    rmSync(data, { recursive: true, force: true });
  }
}

await inMemory();
await durable();
