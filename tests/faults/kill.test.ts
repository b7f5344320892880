import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { streamOf } from '../../src/evidence/byte-source.ts';
import { sha256Of } from '../../src/evidence/hash-items.ts';
import { openStore, sandboxOrigin } from '../../src/store/open-store.ts';
import { verifyLogDirectory } from '../../src/transparency/log-directory.ts';

const kills = process.env['PROVISO_LONG'] === '1' ? 200 : 30;

/** Starts the walker, kills it (and every third time its database too) after a while, and returns what it had acknowledged. */
async function killOnce(data: string, round: number): Promise<string[]> {
  const walker = spawn(process.execPath, [join(import.meta.dirname, 'walker.ts'), data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => walker.once('exit', () => resolve()));
  const lines: string[] = [];
  let armed = false;
  for await (const line of createInterface({ input: walker.stdout })) {
    lines.push(line);
    if (armed) continue;
    armed = true;
    // From the first word on, so that every step of the walk is met: at once in some rounds, late in others.
    globalThis.setTimeout(
      () => {
        if (round % 3 === 0)
          process.kill(Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
        walker.kill('SIGKILL');
      },
      (round * 37) % 600,
    );
  }
  await ended;
  assert.equal(walker.signalCode, 'SIGKILL', 'the walker ended by itself');
  return lines.filter((line) => line.startsWith('ack '));
}

test(`killed ${kills} times during the walk, nothing that was acknowledged is lost and the log is whole`, async () => {
  const data = mkdtempSync(join(tmpdir(), 'proviso-kill-'));
  try {
    const acknowledged: string[] = [];
    for (let round = 0; round < kills; round++) acknowledged.push(...(await killOnce(data, round)));
    assert.ok(acknowledged.length > kills, `only ${acknowledged.length} acts were acknowledged`);
    const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
    try {
      for (const line of acknowledged) {
        const [, act, caseId = '', leafIndex] = line.split(' ');
        const found = (await store.writer.caseById(caseId))?.events.find(
          (event) => event.leafIndex === Number(leafIndex),
        );
        assert.ok(found, `${act ?? ''} of ${caseId} was acknowledged as leaf ${leafIndex ?? ''} and is not there`);
      }
      // On a busy machine a witness may answer late; what was killed in between is published all the same.
      const { size: held } = await store.log.head();
      for (let tries = 0; (await store.log.checkpoint()).size < held && tries < 100; tries++) await setTimeout(100);
      const files = new Map<string, Uint8Array>();
      for await (const { path, bytes } of store.log.files()) files.set(path, bytes);
      const { size } = await verifyLogDirectory((path) => files.get(path));
      // Killed between any two steps of publishing, what lies on disk is whole, witnessed, and made again the same.
      assert.deepEqual(await store.log.rebuild(false), []);
      assert.equal((await verifyLogDirectory((path) => readFileSync(join(data, 'log', path)))).size, size);
      assert.deepEqual(store.log.state(), {});
      // No half acts: every leaf belongs to an event, a mandate, an entry of the register or a month, and each of them has its own.
      const [counted] = await store.database<{ rows: number; indices: number }[]>`
        select count(*)::int as rows, count(distinct leaf_index)::int as indices
        from (
          select leaf_index from case_event union all select leaf_index from mandate
          union all select leaf_index from register_event union all select leaf_index from figure
        ) all_acts`;
      assert.deepEqual(counted, { rows: size, indices: size });
      for (const { caseId, sha256 } of await store.database<{ caseId: string; sha256: string }[]>`
        select case_id as "caseId", exhibit->>'sha256' as sha256 from case_event, jsonb_array_elements(body->'exhibits') exhibit
        where body->>'kind' = 'produced'`)
        assert.equal(await sha256Of(streamOf((await store.blobs.open(caseId, sha256)) ?? assert.fail())), sha256);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
