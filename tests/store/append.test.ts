import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { inclusionProof, leafHash, verifyInclusion } from '../../src/transparency/merkle.ts';
import type { Mandate } from '../../src/authorisation/mandate.ts';
import type { EvidenceRequest } from '../../src/request/request.ts';
import type { Entry } from '../../src/store/writer.ts';
import { testStore } from './open-test-store.ts';

const store = testStore();
const at = '2026-03-01T09:00:00.000Z';

const leaf = (text = randomUUID()): Entry['leaf'] => ({
  authority: 'xb-central-authority',
  encode: (previous) => new TextEncoder().encode(JSON.stringify({ text, previous: previous ?? null })),
  opening: { seed: text },
});

const mandate: Mandate = {
  id: 'xb-central-authority/test', person: 'test', name: 'Test', role: 'case-officer', authority: 'xb-central-authority',
  authorityName: 'Central Authority', state: 'XB', vkey: 'unused', validFrom: '2020-01-01T00:00:00.000Z', validUntil: '2030-01-01T00:00:00.000Z',
}; // prettier-ignore

const opening = (caseId: string): Entry => ({
  caseId,
  version: 0,
  state: 'received',
  body: {
    kind: 'request-received', form: 'proviso-request/1', requestSha256: '00', authority: 'xb-central-authority', requestingAuthority: 'xa-central-authority',
    request: { format: 'proviso-request/1', id: caseId, requestingState: 'XA', requestedState: 'XB' } satisfies EvidenceRequest,
  }, // prettier-ignore
  by: mandate.id,
  at,
  leaf: leaf(),
  opens: { requestId: caseId, requestingState: 'XA', requestedState: 'XB', authority: 'xb-central-authority', requestingAuthority: 'xa-central-authority' },
  secrets: { link: randomBytes(32) },
  act: { id: randomUUID(), inputSha256: 'a', value: null },
}); // prettier-ignore

const finding = (caseId: string, version: number): Entry => ({
  caseId,
  version,
  state: 'received',
  body: { kind: 'findings-recorded', findings: [] },
  by: mandate.id,
  at,
  leaf: leaf(),
  act: { id: randomUUID(), inputSha256: 'b', value: null },
});

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

test('the same act id is kept once: a second transaction under it does not commit', async () => {
  const caseId = await openCase();
  const first = finding(caseId, 1);
  assert.equal((await store().writer.append(first)).kind, 'appended');
  await assert.rejects(store().writer.append({ ...finding(caseId, 2), act: first.act }));
  assert.equal((await store().writer.caseById(caseId))?.version, 2);
});
