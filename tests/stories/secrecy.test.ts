import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { CaseView } from '../../src/acts/see-case.ts';
import { readWhole } from '../../src/evidence/byte-source.ts';
import { decryptBytes } from '../../src/evidence/age/decrypt.ts';
import { openMeaning } from '../../src/monitor/open-meaning.ts';
import { sandboxIdentity } from '../../src/sandbox/furnish.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { isSealed, parseAnyLeaf, readLeaf, type AnyLeaf } from '../../src/transparency/sealed-leaf.ts';
import { readPackageDirectory, verifyPackage } from '../../src/verify/index.ts';
import { answers, done, people, sandbox } from './sandbox.ts';

const { acts, composed, see, on, receive, released, setClock, store } = sandbox();
const order = { openBy: '2026-06', reason: 'investigation', reasons: 'The suspect group watches the log.' } as const;
const start = '2026-03-02T09:00:00.000Z';

async function sealed(caseId?: string): Promise<string> {
  setClock(start);
  const id = caseId ?? (await receive());
  done(await acts().orderSecrecy({ ...(await on(people.judge, id)), ...order }));
  return id;
}
async function leafAt(index: number): Promise<AnyLeaf> {
  const [leaf] = await store().log.leaves(index, index + 1);
  return parseAnyLeaf(leaf?.bytes ?? new Uint8Array());
}
const eventsOf = async (caseId: string): Promise<CaseView['case']['events']> => (await see(people.officer, caseId)).case.events; // prettier-ignore
const find = async (caseId: string): Promise<void> => {
  done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings: answers().slice(0, 1) }));
};
const refusedAs = (answer: { kind: string; code?: string }, code: string): void => assert.equal(answer.code ?? answer.kind, code); // prettier-ignore

/** What a monitor finds in the whole log, in a month. */
async function faults(month: string): Promise<string[]> {
  const meaning = openMeaning();
  const leaves = await store().log.leaves(0, 100_000);
  const found = leaves.flatMap(({ bytes, index }) => meaning.see(parseAnyLeaf(bytes), index));
  return [...found, ...meaning.end(month)].map(({ index, code }) => `${index} ${code}`);
}

test('from the order of a court on, every act of the case is counted under seal: a month, a last month, a hash', async () => {
  const caseId = await sealed();
  await find(caseId);
  const [received, ordered, found] = await eventsOf(caseId);
  assert.ok(received && ordered && found);
  assert.equal(isSealed(await leafAt(received.leafIndex)), false, 'what was said before stays said');
  for (const { leafIndex } of [ordered, found]) {
    const leaf = await leafAt(leafIndex);
    assert.ok(isSealed(leaf));
    assert.deepEqual([leaf.month, leaf.openBy, leaf.test], ['2026-03', '2026-06', 1]);
    const bytes = new TextDecoder().decode((await store().log.leaves(leafIndex, leafIndex + 1))[0]?.bytes);
    assert.doesNotMatch(bytes, /central-authority|court|XA|findings|secrecy/);
  }
  // What is sealed still proves itself to those who hold its opening.
  const [stored] = await store().log.leaves(found.leafIndex, found.leafIndex + 1);
  const { leaf, fields } = readLeaf(stored?.bytes ?? new Uint8Array(), stored?.opening);
  assert.deepEqual([leaf.kind, leaf.authority, fields['case']], ['findings', 'xb-central-authority', caseId]);
});

test('a copy of what opens a leaf goes to each party and the overseer; each opens with its own key and no other', async () => {
  const caseId = await sealed();
  const [, ordered] = await eventsOf(caseId);
  const leaf = (await store().log.leaves(ordered?.leafIndex ?? -1, (ordered?.leafIndex ?? -1) + 1))[0];
  const identity = (authority: string): string => sandboxIdentity(store().keyring, authority, composed().tools.random);
  const keepers = {
    sender: 'xa-central-authority',
    officer: 'xb-central-authority',
    overseer: 'xb-oversight',
  } as const;
  for (const [person, authority] of Object.entries(keepers)) {
    const found = await acts().sealedCopies({ mandate: people[person as keyof typeof keepers], caseId });
    assert.ok(found.kind === 'copies', `${person}: ${found.kind}`);
    const [copy] = found.files;
    assert.equal(found.files.length, 1);
    const opened = Buffer.from(await decryptBytes(copy ?? new Uint8Array(), [identity(authority)]));
    const opening: unknown = JSON.parse(opened.toString());
    assert.equal(readLeaf(leaf?.bytes ?? new Uint8Array(), opening).fields['case'], caseId);
    const others = Object.values(keepers).filter((each) => each !== authority);
    for (const other of others) await assert.rejects(decryptBytes(copy ?? new Uint8Array(), [identity(other)]));
  }
  refusedAs(await acts().sealedCopies({ mandate: people.provider, caseId }), 'unknown-case');
});

test('only a court orders it, for a month to come and not for ever; only the authority opens it', async () => {
  const caseId = await receive();
  for (const person of [people.officer, people.sender] as const)
    refusedAs(await acts().orderSecrecy({ ...(await on(people.officer, caseId)), mandate: person, ...order }), 'no-mandate'); // prettier-ignore
  for (const openBy of ['2026-03', '2025-12', '2027-04'])
    refusedAs(await acts().orderSecrecy({ ...(await on(people.judge, caseId)), ...order, openBy }), 'secrecy-month');
  refusedAs(await acts().openSealed(await on(people.officer, caseId)), 'nothing-sealed');
  await sealed(caseId);
  refusedAs(await acts().openSealed({ ...(await on(people.officer, caseId)), mandate: people.judge }), 'no-mandate');
  refusedAs(await acts().openSealed(await on(people.officer, caseId)), 'still-secret');
});

test('in its last month it is opened: the log says all of it, a monitor finds nothing, and acts are open again', async () => {
  const caseId = await sealed();
  await find(caseId);
  setClock('2026-06-05T09:00:00.000Z');
  const { leafIndex, value } = done(await acts().openSealed(await on(people.officer, caseId)));
  assert.deepEqual(value, { opened: 2, left: 0 });
  const opening = await leafAt(leafIndex);
  assert.ok(!isSealed(opening) && opening.kind === 'opening' && opening.case === undefined);
  assert.deepEqual(opening.openings?.map(({ leaf }) => parseLeaf(new TextEncoder().encode(leaf)).kind), ['secrecy', 'findings']); // prettier-ignore
  assert.deepEqual(
    (await faults('2026-06')).filter((each) => each.startsWith(`${leafIndex} `)),
    [],
  );
  assert.equal((await see(people.officer, caseId)).case.secrecy, undefined);
  await find(caseId);
  assert.equal(isSealed(await leafAt((await eventsOf(caseId)).at(-1)?.leafIndex ?? -1)), false);
  refusedAs(await acts().openSealed(await on(people.officer, caseId)), 'nothing-sealed');
});

test('a court extends it before it ends, openly and with a code; afterwards nobody does, and everybody sees that it is late', async () => {
  const caseId = await sealed();
  const first = (await eventsOf(caseId)).at(-1)?.leafIndex ?? -1;
  setClock('2026-06-20T09:00:00.000Z');
  const longer = { openBy: '2026-09', reason: 'danger-to-a-person', reasons: 'A witness was threatened.' } as const;
  const { leafIndex } = done(await acts().orderSecrecy({ ...(await on(people.judge, caseId)), ...longer }));
  const leaf = await leafAt(leafIndex);
  assert.ok(!isSealed(leaf));
  assert.deepEqual([leaf.kind, leaf.sealed, leaf.openBy, leaf.reason, leaf.case], ['secrecy-extension', [first], '2026-09', 'danger-to-a-person', undefined]); // prettier-ignore
  const about = async (month: string): Promise<string[]> => (await faults(month)).filter((each) => each.startsWith(`${first} `)); // prettier-ignore
  assert.deepEqual(await about('2026-09'), []);
  assert.deepEqual(await about('2026-10'), [`${first} overdue-opening`]);
  setClock('2026-10-01T09:00:00.000Z');
  refusedAs(await acts().orderSecrecy({ ...(await on(people.judge, caseId)), ...longer, openBy: '2026-12' }), 'secrecy-over'); // prettier-ignore
  const late = done(await acts().openSealed(await on(people.officer, caseId)));
  assert.ok((await faults('2026-10')).includes(`${late.leafIndex} late-opening`));
});

test('more leaves than one opening holds are opened in order, and what happens meanwhile stays sealed', async () => {
  const caseId = await sealed();
  for (let n = 0; n < 12; n += 1) await find(caseId);
  setClock('2026-06-05T09:00:00.000Z');
  assert.deepEqual(done(await acts().openSealed(await on(people.officer, caseId))).value, { opened: 12, left: 1 });
  await find(caseId);
  assert.deepEqual(done(await acts().openSealed(await on(people.officer, caseId))).value, { opened: 2, left: 0 });
});

test('a request that a court of the asking State keeps secret is sealed from the first, within what our own limit allows', async () => {
  setClock(start);
  const secret = (request: Record<string, unknown>): unknown => (request['notice'] = { position: 'delay', until: '2031-01-01T00:00:00Z', reason: 'It would flee.', order: { court: 'High Court of Arvenia', reference: 'S 12/26' } }); // prettier-ignore
  const caseId = await receive(secret);
  const [received] = await eventsOf(caseId);
  const leaf = await leafAt(received?.leafIndex ?? -1);
  assert.ok(isSealed(leaf));
  assert.equal(leaf.openBy, '2027-03');
  const copies = await acts().sealedCopies({ mandate: people.sender, caseId });
  assert.equal(copies.kind === 'copies' && copies.files.length, 1);
});

test('a hand-over of a sealed case verifies: its leaves are proven, and what they say is shown to whoever holds it', async () => {
  const caseId = await released(await sealed());
  const { value } = done(await acts().collect(await on(people.sender, caseId)));
  const folder = mkdtempSync(join(tmpdir(), 'proviso-sealed-'));
  for (const [name, source] of value) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), await readWhole(source, source.size));
  }
  const { read, list } = readPackageDirectory(folder);
  const report = await verifyPackage(read, list);
  rmSync(folder, { recursive: true });
  assert.ok(report.ok, JSON.stringify(report));
});
