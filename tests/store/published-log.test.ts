import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { leafForMandate } from '../../src/acts/leaf-for.ts';
import { openGuard } from '../../src/store/guard.ts';
import { openPublisher } from '../../src/store/publisher.ts';
import { openLog } from '../../src/store/log.ts';
import { encodeAddCheckpoint } from '../../src/transparency/add-checkpoint.ts';
import { signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { append, emptyRoot, leafHash } from '../../src/transparency/merkle.ts';
import { encodeVerifierKey, generateKey } from '../../src/transparency/note.ts';
import { openPromise } from '../../src/transparency/promise.ts';
import { verifyWitnessedProof } from '../../src/transparency/proof.ts';
import { verifyLogDirectory } from '../../src/transparency/log-directory.ts';
import { policyOf } from '../../src/transparency/witness-policy.ts';
import { openWitness, type Witness } from '../../src/witness/witness.ts';
import type { Reader } from '../../src/store/reader.ts';
import type { Log } from '../../src/store/log.ts';
import type { Guard } from '../../src/store/guard.ts';

/** The published log over a store in memory: what the guard, the witnesses and the disk do, without a database. */

const signer = generateKey('log.example/published', new Uint8Array(32).fill(3));
const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const folders: string[] = [];
const closing: (() => Promise<void>)[] = [];
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-log-'));
  folders.push(folder);
  return folder;
};
after(async () => {
  for (const close of closing) await close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type MemoryStore = { bytes: Uint8Array[]; hashes: Uint8Array[]; root: Uint8Array; previous: Uint8Array | undefined };
const emptyStore = (): MemoryStore => ({ bytes: [], hashes: [], root: emptyRoot(), previous: undefined });

async function grow(store: MemoryStore, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const mandate = { authority: 'xb-court', state: 'XB', id: randomUUID() } as Parameters<typeof leafForMandate>[0];
    const bytes = leafForMandate(mandate, '2026-03-01T00:00:00.000Z', random).encode(store.previous?.toHex());
    const grown = await append(store.bytes.length, [leafHash(bytes)], (positions) => positions.map((at) => store.hashes[at] ?? assert.fail())); // prettier-ignore
    store.bytes.push(bytes);
    store.hashes.push(...grown.hashes);
    store.root = grown.root;
    store.previous = leafHash(bytes);
  }
}

const readerOf = (store: MemoryStore): Reader => {
  const leaf = (index: number) => ({ index, bytes: store.bytes[index] ?? assert.fail(), hash: leafHash(store.bytes[index] ?? assert.fail()), opening: null }); // prettier-ignore
  const reader: Pick<Reader, 'head' | 'leaf' | 'entries' | 'treeHashes'> = {
    head: () => Promise.resolve({ origin: signer.verifier.name, vkey: encodeVerifierKey(signer.verifier), size: store.bytes.length, root: store.root }), // prettier-ignore
    leaf: (index) => Promise.resolve(index < store.bytes.length ? leaf(index) : undefined),
    entries: (from, until) => Promise.resolve(store.bytes.slice(from, until)),
    treeHashes: (positions) => Promise.resolve(positions.map((at) => store.hashes[at] ?? assert.fail(`nothing at ${at}`))), // prettier-ignore
  };
  return reader as Reader;
};

/** Witnesses that can be switched off, or made to lie. */
async function witnesses(folder: string, count = 5): Promise<{ all: Witness[]; absent: Set<number> }> {
  const absent = new Set<number>();
  const all: Witness[] = [];
  for (let n = 0; n < count; n += 1) {
    const key = generateKey(`w${n}.example`, new Uint8Array(32).fill(60 + n), 0x04);
    const witness = await openWitness({ folder: join(folder, `w${n}`), signer: key, logs: [signer.verifier], seconds: () => 1_771_000_000 + n }); // prettier-ignore
    closing.push(witness.close);
    all.push({ ...witness, addCheckpoint: (body) => absent.has(n) ? Promise.resolve({ status: 503, type: '', body: 'away' }) : witness.addCheckpoint(body) }); // prettier-ignore
  }
  return { all, absent };
}

type Opened = Readonly<{ log: Log; guard: Guard; folder: string }>;

async function open(store: MemoryStore, data: string, cosigners: readonly Witness[]): Promise<Opened> {
  const folder = join(data, 'log');
  const published = readdirSync(data).includes('log') && readdirSync(folder).includes('checkpoint');
  const guard = await openGuard(join(data, 'guard.json'), signer.verifier.name, published);
  const policy = policyOf(signer.verifier, cosigners.map(({ key }) => key), 4); // prettier-ignore
  const reader = readerOf(store);
  const publisher = await openPublisher({ store: reader, signer, guard, folder, cosigners, policy });
  return { log: openLog({ store: reader, signer, guard, publisher, folder, policy }), guard, folder };
}

const verified = (folder: string): ReturnType<typeof verifyLogDirectory> =>
  verifyLogDirectory((path) => readFileSync(join(folder, path)), signer.verifier);

suite('a published log', () => {
  test('every published step verifies as a directory, its proofs hold under the policy, and it rebuilds byte for byte', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(data);
    const { log, folder } = await open(store, data, all);
    for (const count of [1, 3, 252, 1, 300]) {
      await grow(store, count);
      const [proven] = await log.prove([store.bytes.length - 1]);
      assert.ok(proven);
      assert.equal(verifyWitnessedProof(proven.proof, proven.leaf.bytes, log.policy).checkpoint.cosigned.length, 5);
      assert.equal((await verified(folder)).size, store.bytes.length);
      assert.deepEqual(await log.rebuild(false), []);
    }
    writeFileSync(join(folder, 'tile/0/000'), new Uint8Array(8192));
    assert.deepEqual(await log.rebuild(false), ['tile/0/000']);
    assert.deepEqual(await log.rebuild(true), ['tile/0/000']);
    assert.deepEqual(await log.rebuild(false), []);
  });

  test('old partial tiles go when the full tile has been there for a day, and not before', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(data);
    const { log, folder } = await open(store, data, all);
    for (const count of [200, 55, 10]) {
      await grow(store, count);
      await log.tend(Date.now());
    }
    assert.deepEqual(readdirSync(join(folder, 'tile/0/000.p')).sort(), ['200', '255']);
    const old = new Date(Date.now() - 25 * 3_600_000);
    for (const full of ['tile/0/000', 'tile/entries/000']) utimesSync(join(folder, full), old, old);
    await log.tend(Date.now());
    assert.deepEqual(readdirSync(join(folder, 'tile/0')).sort(), ['000', '001.p']);
    assert.equal((await verified(folder)).size, 265);
  });

  test('with one witness away proofs continue; with two nothing is published, a promise is given, and afterwards it is kept', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all, absent } = await witnesses(data);
    const { log, folder } = await open(store, data, all);
    await grow(store, 3);
    absent.add(0);
    await log.prove([2]);
    absent.add(1);
    await grow(store, 2);
    const before = readFileSync(join(folder, 'checkpoint'));
    await assert.rejects(log.prove([4]), { code: 'quorum-missing', message: /away/ });
    assert.deepEqual(readFileSync(join(folder, 'checkpoint')), before);
    assert.match(log.state().alarm ?? '', /3 of 5/);
    assert.equal((await log.checkpoint()).size, 3);
    const promise = openPromise((await log.promise(4, '2026-03-01T00:00:00.000Z')) ?? assert.fail(), signer.verifier);
    absent.clear();
    const [proven] = await log.prove([4]);
    assert.equal(leafHash(proven?.leaf.bytes ?? assert.fail()).toHex(), promise.leafHash);
    assert.equal(log.state().alarm, undefined);
  });
});

suite('a restored backup', () => {
  for (const signed of ['checkpoint', 'promise'] as const) {
    test(`that is behind the last ${signed} closes the log, says why, and signs nothing`, async () => {
      const [store, data] = [emptyStore(), fresh()];
      const { all } = await witnesses(fresh());
      const { log } = await open(store, data, all);
      await grow(store, 4);
      const backup = structuredClone(store);
      await grow(store, 2);
      if (signed === 'checkpoint') await log.prove([5]);
      else await log.promise(5, '2026-03-01T00:00:00.000Z');
      const { log: restored, guard } = await open(backup, data, all);
      await grow(backup, 1);
      await assert.rejects(restored.prove([4]), { code: 'log-closed' });
      await assert.rejects(restored.promise(4, '2026-03-01T00:00:00.000Z'), { code: 'log-closed' });
      assert.match(guard.closed() ?? '', /restored from an older state/);
    });
  }

  test('that has caught up with other leaves is found by its root', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(fresh());
    const { log } = await open(store, data, all);
    await grow(store, 4);
    const backup = structuredClone(store);
    await grow(store, 2);
    await log.prove([5]);
    await grow(backup, 9);
    rmSync(join(data, 'log'), { recursive: true });
    const { log: restored } = await open(backup, data, all);
    await assert.rejects(restored.prove([12]), { code: 'log-closed', message: /another root/ });
  });

  test('restored together with its guard, it is found by what the witnesses hold', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(fresh());
    const { log } = await open(store, data, all);
    await grow(store, 4);
    await log.prove([3]);
    const backup = structuredClone(store);
    const kept = fresh();
    cpSync(data, kept, { recursive: true });
    await grow(store, 9);
    await log.prove([12]);
    const { log: restored } = await open(backup, kept, all);
    await grow(backup, 1);
    await assert.rejects(restored.prove([4]), { code: 'log-closed', message: /larger tree/ });
    assert.match(restored.state().closed ?? '', /larger tree/);
  });

  test('a guard that is missing after something was published closes the log', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(fresh());
    await grow(store, 2);
    await (await open(store, data, all)).log.prove([1]);
    rmSync(join(data, 'guard.json'));
    const { log } = await open(store, data, all);
    await grow(store, 1);
    await assert.rejects(log.prove([2]), { code: 'log-closed', message: /missing/ });
  });

  test('one witness that claims a larger tree does not close a log that four others know', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(fresh());
    const liar = { ...(all[0] ?? assert.fail()), addCheckpoint: () => Promise.resolve({ status: 409, type: 'text/x.tlog.size', body: '99\n' }) }; // prettier-ignore
    const { log } = await open(store, data, [liar, ...all.slice(1)]);
    await grow(store, 2);
    assert.equal((await log.prove([1])).length, 1);
  });
});

suite('a rewritten history', () => {
  test("signed again with the log's own key, it is refused by every witness, and each keeps the evidence", async () => {
    const [store, data, kept] = [emptyStore(), fresh(), fresh()];
    const { all } = await witnesses(kept);
    const { log } = await open(store, data, all);
    await grow(store, 4);
    await log.prove([3]);
    const rewritten = emptyStore();
    await grow(rewritten, 6);
    const other = fresh();
    const { log: forged } = await open(rewritten, other, all);
    await assert.rejects(forged.prove([5]), { code: 'quorum-missing', message: /422/ });
    for (let n = 0; n < 5; n += 1) {
      const [file = ''] = readdirSync(join(kept, `w${n}/forks`));
      assert.match(
        readFileSync(join(kept, `w${n}/forks`, file), 'utf8'),
        /^old 4\n[^]*\n\nlog\.example\/published\n6\n/,
      );
    }
  });

  test('a witness that starts again remembers what it signed, and two processes do not share its folder', async () => {
    const folder = fresh();
    const setting = { folder, signer: generateKey('w.example', new Uint8Array(32).fill(5), 0x04), logs: [signer.verifier], seconds: () => 1 }; // prettier-ignore
    const store = emptyStore();
    await grow(store, 4);
    const checkpoint = signCheckpoint({ origin: signer.verifier.name, size: 4, root: store.root }, signer);
    const first = await openWitness(setting);
    assert.equal((await first.addCheckpoint(encodeAddCheckpoint({ oldSize: 0, proof: [], checkpoint }))).status, 200);
    await assert.rejects(openWitness(setting), /another process/);
    await first.close();
    const again = await openWitness(setting);
    closing.push(again.close);
    assert.ok(await again.latest(signer.verifier.name));
    const { status, body } = await again.addCheckpoint(encodeAddCheckpoint({ oldSize: 0, proof: [], checkpoint }));
    assert.deepEqual({ status, body }, { status: 409, body: '4\n' });
  });
});
