import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { leafForMandate } from '../../src/acts/leaf-for.ts';
import { checkAuthorisation } from '../../src/authorisation/authorised.ts';
import type { Mandate } from '../../src/authorisation/mandate.ts';
import { orderText } from '../../src/authorisation/order-text.ts';
import { storedOrder } from '../../src/acts/stored-order.ts';
import { encodeVerifierKey } from '../../src/transparency/note-key.ts';
import { emergencyWalk, fromTheRequest, registered } from '../stories/emergency-walk.ts';
import { answers, done, people, sandbox } from '../stories/sandbox.ts';

const box = sandbox();
const { acts, see, on, receive, store, composed, setClock } = box;
const { emergencyCase, prepared, callBack, calledBack, ordered } = emergencyWalk(box);

const isRefusedAs = (answer: { kind: string; code?: string }, code: string): void =>
  assert.equal(answer.kind === 'refused' ? answer.code : answer.kind, code);
const prepare = async (caseId: string, mandate: string = people.officer): Promise<Answer> =>
  acts().prepareEmergency({
    ...(await on(people.officer, caseId)),
    mandate,
    danger: 'So.',
    needs: ['where'],
    dataCategories: ['traffic'],
    beyond: '',
    noJudge: 'So.',
  });

test('a call-back number that stands only in the request is no channel, however it is written', async () => {
  const caseId = await prepared();
  const { request } = (await see(people.officer, caseId)).case.latest.body;
  assert.match(request.emergency?.danger ?? '', /\+44 20 7946 0000/, 'the request offers a number of its own');
  for (const address of [
    fromTheRequest,
    '+442079460000',
    `${registered}9`,
    '+1 202 555 0178',
    '',
    'the number in the request',
  ])
    isRefusedAs(await callBack(caseId, { address }), 'not-the-channel');
  assert.equal((await see(people.officer, caseId)).case.emergency?.phase, 'prepared');
  done(await callBack(caseId, { address: '+1 (202) 555-0143' }));
});

test('nothing is ordered before the call-back, nor after one that was denied or not answered', async () => {
  for (const outcome of [undefined, 'not-reached', 'denied'] as const) {
    const caseId = await prepared();
    if (outcome !== undefined) done(await callBack(caseId, { outcome }));
    isRefusedAs(await acts().proposeEmergencyOrder({ mandate: people.prosecutor, caseId }), 'unknown-case');
    const frame = { ...(await on(people.officer, caseId)), mandate: people.prosecutor };
    isRefusedAs(await acts().orderEmergency({ ...frame, shownSha256: '0'.repeat(64) }), 'unknown-case');
    if (outcome === 'denied') isRefusedAs(await callBack(caseId), 'not-open');
    if (outcome === 'not-reached') done(await callBack(caseId));
  }
});

test('an authority that is not in the register, or entered only after its request came, gets no emergency path', async () => {
  const caseId = await emergencyCase();
  const registrar = { actId: randomUUID(), mandate: people.registrar };
  const [entry] = await store().writer.authorities('xb-central-authority');
  assert.ok(entry);
  setClock('2026-03-02T10:00:00.000Z');
  await end(registrar, entry.id);
  const none = await prepare(caseId);
  isRefusedAs(none, 'no-call-back');
  assert.deepEqual(none.kind === 'refused' && none.about, ['not-registered']);
  const { authority, name, state, competences, vkey = '' } = entry;
  const facts = { authority, name, state, competences, vkey, validUntil: '2030-01-01T00:00:00.000Z' };
  const wish = { channel: 'telephone', address: fromTheRequest } as const;
  const entered = await acts().enterAuthority({
    actId: randomUUID(),
    mandate: people.registrar,
    entry: { ...facts, callBack: wish },
  });
  assert.equal(entered.kind, 'done');
  const late = await prepare(caseId);
  isRefusedAs(late, 'no-call-back');
  assert.deepEqual(late.kind === 'refused' && late.about, ['entered-afterwards']);
  // What the other tests call back on.
  const back = { ...facts, callBack: { channel: 'telephone', address: registered } } as const;
  assert.equal((await acts().enterAuthority({ actId: randomUUID(), mandate: people.registrar, entry: back })).kind, 'done'); // prettier-ignore
});

async function end(registrar: { actId: string; mandate: string }, entry: string): Promise<void> {
  const answer = await acts().endAuthority({ ...registrar, entry, reasons: 'The number changed hands.' });
  if (answer.kind === 'refused') throw new Error(answer.code);
}

/** The same person under another mandate. */
async function alsoA(role: Mandate['role'], of: string, authority: string, authorityName: string): Promise<string> {
  const { writer, keyring } = store();
  const first = await writer.mandate(of);
  assert.ok(first);
  const id = `${authority}/${first.person}.${role}`;
  const { person, name, state, validFrom, validUntil } = first;
  const vkey = encodeVerifierKey(keyring.signer(id).verifier);
  const mandate: Mandate = { id, person, name, role, authority, authorityName, state, vkey, validFrom, validUntil };
  const { now, random } = composed().tools;
  await writer.registerMandate(mandate, leafForMandate(mandate, now(), random));
  return id;
}

test('nobody calls back, orders or confirms what they prepared, under whatever mandate', async () => {
  setClock('2026-03-02T11:00:00.000Z');
  const second = await alsoA('second-officer', people.officer, 'xb-central-authority', 'Central Authority of Bellmark');
  const prosecutor = await alsoA('prosecutor', people.officer, 'xb-prosecutor', 'Prosecutor General of Bellmark');
  const judge = await alsoA('judge', people.prosecutor, 'xb-court', 'Court of Bellmark, Investigations Chamber');
  const caseId = await prepared();
  const officers = [people.officer, people.secondOfficer, second];
  done(await acts().assign({ ...(await on(people.officer, caseId)), officers, reasons: 'All of us.' }));
  isRefusedAs(await callBack(caseId, { mandate: second }), 'separation');
  isRefusedAs(await callBack(caseId, { mandate: people.officer }), 'no-mandate');
  done(await callBack(caseId));
  const frame = { ...(await on(people.officer, caseId)), mandate: prosecutor };
  isRefusedAs(await acts().orderEmergency({ ...frame, shownSha256: '0'.repeat(64) }), 'separation');
  await order(caseId);
  const checked = await acts().checkOrder({ mandate: people.judge, caseId });
  assert.ok(checked.kind === 'checked');
  const look = { ...(await on(people.officer, caseId)), mandate: judge, outcome: 'confirmed', reasons: '' } as const;
  isRefusedAs(await acts().confirmEmergency({ ...look, shownSha256: checked.sha256 }), 'separation');
});

async function order(caseId: string): Promise<void> {
  const proposed = await acts().proposeEmergencyOrder({ mandate: people.prosecutor, caseId });
  assert.ok(proposed.kind === 'shown');
  done(await acts().orderEmergency({ ...(await on(people.prosecutor, caseId)), shownSha256: proposed.sha256 }));
}

test('a danger that a person found not to be there bars the request, and no emergency begins', async () => {
  const caseId = await receive((request) => {
    request['measure'] = 'emergency-disclosure';
    request['emergency'] = { danger: 'Our reputation.', linkToData: 'They show who wrote it.' };
  });
  const open = new Set<string>((await see(people.officer, caseId)).assessment.questions.map(({ fact }) => fact));
  const no = { fact: 'found.emergency.dangerToLifeOrSafety', value: false, reasons: 'Nobody is in danger.' };
  const findings = [...answers(), no].filter(({ fact }) => open.has(fact));
  done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings }));
  const grant = { ...(await on(people.officer, caseId)), outcome: 'grant', reasons: 'So.', grounds: [] } as const;
  isRefusedAs(await acts().decide(grant), 'barred');
  isRefusedAs(await prepare(caseId), 'not-open');
});

test('a prosecutor’s signature is no court’s: without the emergency in its text an order proves nothing', async () => {
  const caseId = await ordered();
  const subject = await store().writer.caseById(caseId);
  assert.ok(subject);
  const at = composed().tools.now();
  const stored = await storedOrder(subject, at, store().writer);
  assert.ok(stored);
  assert.ok(checkAuthorisation(stored).every(({ holds }) => holds));
  const { emergency: _left, ...ordinary } = stored.order;
  const forged = checkAuthorisation({ ...stored, order: ordinary, text: orderText(ordinary) });
  const failed = forged.filter(({ holds }) => !holds).map(({ name }) => name);
  assert.deepEqual(failed, ['signature', 'mandate']);
  assert.match(_left?.confirmBy ?? '', /^2026-03-0/);
});

test('who asks in an emergency cannot order, confirm or call back, and an overseer only looks', async () => {
  const caseId = await calledBack();
  for (const mandate of [people.sender, people.overseer]) {
    const frame = { ...(await on(people.officer, caseId)), mandate };
    isRefusedAs(await acts().orderEmergency({ ...frame, shownSha256: '0'.repeat(64) }), 'no-mandate');
    isRefusedAs(await acts().confirmEmergency({ ...frame, outcome: 'confirmed', reasons: '', shownSha256: '0'.repeat(64) }), mandate === people.sender ? 'not-open' : 'no-mandate'); // prettier-ignore
    isRefusedAs(await callBack(caseId, { mandate }), mandate === people.sender ? 'not-open' : 'no-mandate');
  }
  assert.equal((await acts().seeCase({ mandate: people.overseer, caseId, page: 'test' })).kind, 'seen');
});
