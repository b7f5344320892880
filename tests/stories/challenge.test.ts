import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { done, mailbox, people, sandbox, site } from './sandbox.ts';

const { acts, see, on, receive, authorised, serve, served, store, setClock } = sandbox();

const code = (answer: Answer): string => (answer.kind === 'refused' ? answer.code : answer.kind);
const objection = { grounds: ['privilege', 'too-wide'], reasons: 'One account is a lawyer’s.' };
const challenged = async (): Promise<string> => {
  const caseId = await served();
  done(await acts().challenge({ ...(await on(people.provider, caseId)), ...objection }));
  return caseId;
};
const produce = async (caseId: string): Promise<Answer> =>
  acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox, site] });
const rule = async (caseId: string, ruling: { outcome: 'upheld' | 'narrowed' | 'set-aside'; produceBy?: string }) =>
  acts().decideChallenge({ ...(await on(people.judge, caseId)), reasons: 'Because.', ...ruling });
const stateOf = async (caseId: string): Promise<string> => (await see(people.officer, caseId)).case.state;

test('nothing is produced before the order is served, and it is served for a time within the order', async () => {
  const caseId = await authorised();
  assert.equal(code(await produce(caseId)), 'not-open');
  const validUntil = (await see(people.officer, caseId)).case.authorised?.body.validUntil ?? '';
  const later = new Date(Date.parse(validUntil) + 1).toISOString();
  for (const produceBy of ['2026-03-02T09:00:00.000Z', later]) {
    const answer = await acts().serveOrder({ ...(await on(people.officer, caseId)), produceBy, message: '' });
    assert.equal(code(answer), 'bad-date');
  }
  await serve(caseId);
  assert.equal((await see(people.provider, caseId)).case.served?.body.produceBy, validUntil);
  assert.equal(code(await produce(caseId)), 'done');
});

test('while a challenge is open nothing is produced; upheld, the order goes on with a new date', async () => {
  const caseId = await challenged();
  assert.equal(code(await produce(caseId)), 'not-open');
  assert.equal(code(await rule(caseId, { outcome: 'upheld' })), 'bad-date');
  const { leafIndex } = done(await rule(caseId, { outcome: 'upheld', produceBy: '2026-03-20T00:00:00.000Z' }));
  const leaf = parseLeaf((await store().writer.leaf(leafIndex))?.bytes ?? new Uint8Array());
  assert.deepEqual([leaf.kind, leaf.outcome, leaf.authority], ['ruling', 'upheld', 'xb-court']);
  assert.equal(await stateOf(caseId), 'served');
  assert.equal(code(await produce(caseId)), 'done');
});

test('found right, the order is made smaller: the old one has no effect, the new one must be smaller and is served again', async () => {
  const caseId = await challenged();
  done(await rule(caseId, { outcome: 'narrowed' }));
  assert.equal(await stateOf(caseId), 'authorisation-revoked');
  assert.equal(code((await acts().checkOrder({ mandate: people.provider, caseId })) as Answer), 'not-open');
  assert.equal(code(await produce(caseId)), 'not-open');
  const whole = await acts().proposeOrder({ mandate: people.judge, caseId });
  assert.ok(whole.kind === 'shown');
  const judge = await on(people.judge, caseId);
  assert.equal(code(await acts().authorise({ ...judge, shownSha256: whole.sha256 })), 'not-narrower');
  const narrowing = { targets: [0] };
  const shown = await acts().proposeOrder({ mandate: people.judge, caseId, narrowing });
  assert.ok(shown.kind === 'shown');
  done(await acts().authorise({ ...(await on(people.judge, caseId)), narrowing, shownSha256: shown.sha256 }));
  assert.equal(code(await produce(caseId)), 'not-open');
  await serve(caseId);
  assert.equal(code(await produce(caseId)), 'done');
  done(await acts().release(await on(people.officer, caseId)));
  done(await acts().collect(await on(people.sender, caseId)));
});

test('set aside, the order is executed by nobody', async () => {
  const caseId = await challenged();
  done(await rule(caseId, { outcome: 'set-aside' }));
  assert.equal(await stateOf(caseId), 'set-aside');
  assert.equal(code(await produce(caseId)), 'not-open');
  assert.equal(code((await acts().checkOrder({ mandate: people.provider, caseId })) as Answer), 'not-open');
});

test('a challenge needs grounds that exist, and only the court decides on it', async () => {
  const caseId = await served();
  const frame = await on(people.provider, caseId);
  for (const grounds of [[], ['because'], ['form', 'because']])
    assert.equal(code(await acts().challenge({ ...frame, grounds, reasons: 'So.' })), 'no-ground');
  done(await acts().challenge({ ...frame, ...objection }));
  const officer = await on(people.officer, caseId);
  assert.equal(code(await acts().decideChallenge({ ...officer, outcome: 'set-aside', reasons: 'So.' })), 'no-mandate');
});

test('receipt is acknowledged once, with what happens next and until when', async () => {
  const caseId = await receive();
  const frame = await on(people.officer, caseId);
  const told = done(await acts().acknowledge({ ...frame, message: 'Vera Lindqvist handles it.' }));
  assert.deepEqual(told.value, { by: '2026-04-01T09:00:00.000Z' });
  const { open, case: subject } = await see(people.officer, caseId);
  assert.ok(!open.includes('acknowledge'));
  assert.deepEqual([subject.state, subject.acknowledged?.body.next], ['received', 'decide']);
  assert.equal(code(await acts().acknowledge({ ...(await on(people.officer, caseId)), message: '' })), 'not-open');
  const outbox = await store().database`select recipient from outbox where case_id = ${caseId} and body->>'notice' = 'acknowledged'`; // prettier-ignore
  assert.deepEqual(outbox.map(({ recipient }) => String(recipient)), ['xa-central-authority']); // prettier-ignore
  const asked = await receive((request) => delete request['period']);
  done(await acts().askInformation({ ...(await on(people.officer, asked)), message: 'The period.' }));
  done(await acts().acknowledge({ ...(await on(people.officer, asked)), message: '' }));
  assert.equal((await see(people.sender, asked)).case.acknowledged?.body.next, 'supply-information');
});

test('an order that ended while the court thought about the challenge cannot be upheld any more', async () => {
  const caseId = await challenged();
  setClock('2026-05-30T00:00:00.000Z');
  const answer = await rule(caseId, { outcome: 'upheld', produceBy: '2026-06-01T00:00:00.000Z' });
  setClock('2026-03-02T09:00:00.000Z');
  assert.equal(code(answer), 'order-expired');
});
