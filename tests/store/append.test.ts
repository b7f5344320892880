import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { limits } from '../../src/limits.ts';
import { inclusionProof, leafHash, verifyInclusion } from '../../src/transparency/merkle.ts';
import type { Entry } from '../../src/store/writer.ts';
import { finding, leaf, mandate, opening } from './entries.ts';
import { testStore } from './open-test-store.ts';

const store = testStore();

async function openCase(): Promise<string> {
  const caseId = randomUUID();
  await store().writer.registerMandate(mandate, leaf());
  const appended = await store().writer.append(opening(caseId));
  assert.equal(appended.kind, 'appended');
  return caseId;
}

test('of many who act on one version at once, one wins and the others are told', async () => {
  const caseId = await openCase();
  const tries = await Promise.all(Array.from({ length: 12 }, () => store().writer.append(finding(caseId, 1))));
  assert.equal(tries.filter((each) => each.kind === 'appended').length, 1);
  assert.equal((await store().writer.caseById(caseId))?.version, 2);
});

test('an event that fails leaves nothing behind: no case, no leaf, no document, no answer', async () => {
  const { writer, database } = store();
  await openCase();
  const size = (await writer.head())?.size;
  const caseId = randomUUID();
  const broken: Entry = { ...opening(caseId), by: 'nobody', documents: [new TextEncoder().encode(caseId)] };
  await assert.rejects(writer.append(broken));
  assert.equal((await writer.head())?.size, size);
  assert.equal(await writer.caseById(caseId), undefined);
  assert.equal(await writer.receipt(broken.act.id), undefined);
  const [documents] =
    await database`select count(*)::int as count from document where bytes = ${new TextEncoder().encode(caseId)}`;
  assert.deepEqual(documents, { count: 0 });
});

test('leaves appended side by side get indices without a gap, and every one is provably in the tree', async () => {
  const { writer } = store();
  const ids = await Promise.all(Array.from({ length: 8 }, openCase));
  await Promise.all(ids.map((id) => writer.append(finding(id, 1))));
  const head = await writer.head();
  assert.ok(head);
  const leaves = await writer.leaves(0, head.size);
  assert.deepEqual(
    leaves.map((each) => each.index),
    Array.from({ length: head.size }, (_, index) => index),
  );
  for (const each of leaves) {
    const proof = await inclusionProof(each.index, head.size, (positions) => writer.treeHashes(positions));
    verifyInclusion({ index: each.index, size: head.size, leafHash: leafHash(each.bytes), root: head.root, proof });
  }
});

test('each leaf of an authority names the one before it', async () => {
  const { writer } = store();
  await openCase();
  await openCase();
  const leaves = await writer.leaves(0, (await writer.head())?.size ?? 0);
  leaves.forEach((each, place) => {
    const { previous } = JSON.parse(new TextDecoder().decode(each.bytes)) as { previous: string | null };
    const before = leaves[place - 1];
    assert.equal(previous, before === undefined ? null : Buffer.from(before.hash).toString('hex'));
  });
});

test('acts that come at once share transactions, and one that cannot be written fails alone', async () => {
  const { writer, database } = store();
  await openCase();
  const before = (await writer.head())?.size ?? 0;
  const entries = Array.from({ length: 40 }, () => opening());
  const broken = new Map<number, Entry>([
    [7, { ...opening(), by: 'nobody' }],
    [20, { ...opening(), leaf: { ...leaf(), encode: () => assert.fail('a leaf that is none') } }],
  ]);
  const done = await Promise.allSettled(entries.map((entry, at) => writer.append(broken.get(at) ?? entry)));
  assert.deepEqual(done.flatMap(({ status }, at) => (status === 'rejected' ? [at] : [])), [7, 20]); // prettier-ignore
  const indices = done.flatMap((each) => each.status === 'fulfilled' && each.value.kind === 'appended' ? [each.value.leafIndex] : []); // prettier-ignore
  assert.deepEqual(
    indices,
    Array.from({ length: 38 }, (_, n) => before + n),
  );
  const next = opening();
  const together = await Promise.all([next, ...Array.from({ length: 30 }, () => opening())].map((each) => writer.append(each))); // prettier-ignore
  assert.equal(together[0]?.kind, 'appended');
  const [{ transactions } = { transactions: 0 }] = await database<{ transactions: number }[]>`
    select count(distinct xmin::text)::int as transactions from leaf where leaf_index >= ${before + 38}`;
  assert.equal(transactions, 1);
});

test('acts on one case that come at once are decided in their order, each on what the one before left', async () => {
  const caseId = await openCase();
  const { writer } = store();
  const answers = await Promise.all([1, 2, 2, 3].map((version) => writer.append(finding(caseId, version))));
  assert.deepEqual(answers.map(({ kind }) => kind), ['appended', 'appended', 'stale', 'appended']); // prettier-ignore
});

test('beyond the limit of those who wait an act is refused and leaves nothing; all who were taken are recorded', async () => {
  const { writer } = store();
  await openCase();
  const before = (await writer.head())?.size ?? 0;
  const entries = Array.from({ length: limits.waitingActs + 3 }, () => opening());
  const answers = await Promise.all(entries.map((entry) => writer.append(entry)));
  assert.deepEqual(answers.map(({ kind }) => kind).slice(-4), ['appended', 'busy', 'busy', 'busy']); // prettier-ignore
  assert.equal((await writer.head())?.size, before + limits.waitingActs);
  assert.equal(await writer.caseById(entries.at(-1)?.caseId ?? ''), undefined);
});

test('a database that ends the writing session does not end the log: the next act is recorded', async () => {
  const { writer, database } = store();
  const caseId = await openCase();
  const cut = await database`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`; // prettier-ignore
  assert.equal(cut.length, 1);
  let answer = await writer.append(finding(caseId, 1)).catch(() => undefined);
  answer ??= await writer.append(finding(caseId, 1));
  assert.equal(answer.kind, 'appended');
  const { leafIndex } = answer;
  assert.deepEqual([...(await database`select count(*)::int as leaves from leaf`)], [{ leaves: leafIndex + 1 }]);
});

test('the same act id is kept once: a second transaction under it does not commit', async () => {
  const caseId = await openCase();
  const first = finding(caseId, 1);
  assert.equal((await store().writer.append(first)).kind, 'appended');
  await assert.rejects(store().writer.append({ ...finding(caseId, 2), act: first.act }));
  assert.equal((await store().writer.caseById(caseId))?.version, 2);
});
