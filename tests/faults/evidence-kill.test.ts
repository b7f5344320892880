import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { sha256Hex } from '../../src/canonical.ts';
import { streamOf } from '../../src/evidence/byte-source.ts';
import { sha256Of } from '../../src/evidence/hash-items.ts';
import { fileNames } from '../../src/evidence/hand-over-files.ts';
import { openStore, sandboxOrigin, type Store } from '../../src/store/open-store.ts';
import { readPackageDirectory, verifyPackage } from '../../src/verify/index.ts';
import { largeMailbox } from '../evidence/large-mailbox.ts';

const steps = ['upload', 'kept', 'produce', 'release', 'write'] as const;
const rounds = process.env['PROVISO_LONG'] === '1' ? 60 : 5;
const evidence = Buffer.concat([...largeMailbox(24_000_000, 400_000)]);

/** Runs the walker and kills it some time after it said that it is at a step. @returns what it had said */
async function killAt(step: (typeof steps)[number], round: number, data: string, out: string): Promise<string[]> {
  const walker = spawn(process.execPath, [join(import.meta.dirname, 'evidence-walker.ts'), data, out], { stdio: ['ignore', 'pipe', 'inherit'] }); // prettier-ignore
  const ended = new Promise<void>((resolve) => walker.once('exit', () => resolve()));
  const said: string[] = [];
  let armed = false;
  for await (const line of createInterface({ input: walker.stdout })) {
    said.push(line);
    if (armed || !line.startsWith(step)) continue;
    armed = true;
    setTimeout(() => walker.kill('SIGKILL'), (round * 53) % 400);
  }
  await ended;
  assert.equal(walker.signalCode, 'SIGKILL', `the walker ended by itself: ${said.at(-1) ?? ''}`);
  return said;
}

/** What was acknowledged of an upload is there, and it goes on from where it stands to the same file. */
async function uploadsGoOn({ uploads, blobs }: Store, said: readonly string[]): Promise<number> {
  let resumed = 0;
  const kept = new Map(said.filter((line) => line.startsWith('kept ')).map((line) => [line.split(' ')[1] ?? '', Number(line.split(' ')[2])])); // prettier-ignore
  for (const [id, acknowledged] of kept) {
    const upload = await uploads.find(id);
    // Handed in meanwhile: then its case has it.
    if (upload === undefined) continue;
    assert.ok(upload.received >= acknowledged, `${acknowledged} bytes were acknowledged, ${upload.received} are there`);
    const rest = (async function* () {
      await Promise.resolve();
      yield evidence.subarray(upload.received);
    })();
    if (upload.sha256 === undefined) assert.equal(await uploads.append(id, upload.received, rest), evidence.length);
    const whole = (await uploads.find(id)) ?? assert.fail();
    assert.equal(whole.sha256, sha256Hex(evidence));
    await uploads.adopt(whole);
    const source = (await blobs.open(whole.caseId, sha256Hex(evidence))) ?? assert.fail();
    assert.equal(await sha256Of(streamOf(source)), sha256Hex(evidence));
    await uploads.remove(id);
    resumed += 1;
  }
  return resumed;
}

/** Every exhibit and every sealed file that an event names is there, whole. */
async function namedIsWhole({ database, blobs }: Store): Promise<void> {
  const named = await database<{ caseId: string; sha256: string }[]>`
    select case_id as "caseId", exhibit->>'sha256' as sha256
    from case_event, jsonb_array_elements(body->'exhibits') exhibit where body->>'kind' = 'produced'
    union all
    select case_id, body->>'sealedSha256' from case_event where body->>'kind' = 'released'`;
  for (const { caseId, sha256 } of named) {
    const source = (await blobs.open(caseId, sha256)) ?? assert.fail(`${sha256} of ${caseId} is not there`);
    assert.equal(await sha256Of(streamOf(source)), sha256);
  }
}

/** A folder that was being written when the kill came verifies only if all of it is there. */
async function nothingHalfVerifies(out: string): Promise<void> {
  for (const folder of readdirSync(out)) {
    const { read, list } = readPackageDirectory(join(out, folder));
    const { ok, steps: found } = await verifyPackage(read, list);
    const sealed = existsSync(join(out, folder, fileNames.sealed));
    assert.ok(!ok || (sealed && found.every((each) => each.ok)), folder);
    if (ok) assert.ok((await list()).length > 20, 'a package that verifies has all its files');
    rmSync(join(out, folder), { recursive: true });
  }
}

test(`killed ${rounds} times while it uploads, hands in, seals, releases and writes, evidence goes on or is refused, never half`, async () => {
  const data = mkdtempSync(join(tmpdir(), 'proviso-evidence-kill-'));
  const out = join(data, 'out');
  mkdirSync(out);
  try {
    let resumed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const said = await killAt(steps[round % steps.length] ?? 'upload', round + 1, data, out);
      const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
      try {
        resumed += await uploadsGoOn(store, said);
        await namedIsWhole(store);
        // What the kill left half written is nobody's, and goes.
        await store.blobs.sweep(Date.now() + 3_600_000);
        await namedIsWhole(store);
      } finally {
        await store.close();
      }
      await nothingHalfVerifies(out);
    }
    assert.ok(resumed > 0, 'no upload was met in the middle');
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
