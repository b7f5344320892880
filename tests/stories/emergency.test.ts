import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import type { PrepareEmergency } from '../../src/acts/prepare-emergency.ts';
import { limits } from '../../src/limits.ts';
import { debtsOf } from '../../src/request/debts.ts';
import { inDays } from '../../src/request/duty-table.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { emergencyWalk } from './emergency-walk.ts';
import { done, mailbox, people, sandbox } from './sandbox.ts';

const box = sandbox();
const { acts, see, on, receive, granted, store, setClock } = box;
const { emergencyCase, calledBack, ordered, collected, verifyCollected } = emergencyWalk(box);

const start = '2026-03-02T09:00:00.000Z';
const isRefusedAs = (answer: { kind: string; code?: string }, code: string): void =>
  assert.equal(answer.kind === 'refused' ? answer.code : answer.kind, code);
const kindOfLeaf = async (index: number): Promise<string> =>
  parseLeaf((await store().writer.leaf(index))?.bytes ?? new Uint8Array()).kind;
const shown = async (mandate: string, caseId: string): Promise<string> => {
  const checked = await acts().checkOrder({ mandate, caseId });
  if (checked.kind === 'refused') throw new Error(checked.code);
  return checked.sha256;
};
const confirm = async (caseId: string, outcome: 'confirmed' | 'refused'): Promise<Answer> =>
  acts().confirmEmergency({
    ...(await on(people.judge, caseId)),
    outcome,
    reasons: outcome === 'refused' ? 'A judge was on duty that night.' : '',
    shownSha256: await shown(people.judge, caseId),
  });
const states = async (caseId: string, at: string): Promise<Record<string, string>> => {
  const subject = await store().writer.caseById(caseId);
  assert.ok(subject);
  return Object.fromEntries(debtsOf(subject, at).map(({ kind, state }) => [kind, state]));
};

test('data leave before a judge has looked, the order says so, and what is owed for it has dates', async () => {
  const caseId = await collected();
  const { case: subject } = await see(people.officer, caseId);
  const order = subject.events.find(({ body }) => body.kind === 'authorised');
  assert.equal(await kindOfLeaf(order?.leafIndex ?? -1), 'emergency-order');
  const checked = await acts().checkOrder({ mandate: people.provider, caseId });
  assert.ok(checked.kind === 'checked');
  assert.match(checked.text, /EMERGENCY: ORDERED WITHOUT A JUDGE/);
  assert.ok(
    checked.checks.every(({ holds }) => holds),
    JSON.stringify(checked.checks),
  );
  assert.deepEqual(await states(caseId, start), { 'confirm-emergency': 'open', 'give-notice': 'open', count: 'met' });
  const late = inDays(start, limits.confirmationHours / 24);
  assert.equal((await states(caseId, late))['confirm-emergency'], 'overdue');
});

test('the package of an emergency says that no judge has looked, and is whole in every other way', async () => {
  const report = await verifyCollected(await collected());
  assert.match(report, /EMERGENCY: .* without a judge/);
  assert.doesNotMatch(report, /^FAILED/m);
});

test('a judge confirms over exactly the text that was ordered; then nothing is owed but the notice', async () => {
  const caseId = await collected();
  const answer = done(await confirm(caseId, 'confirmed'));
  assert.equal(await kindOfLeaf(answer.leafIndex), 'confirmation');
  assert.deepEqual(await states(caseId, start), { 'confirm-emergency': 'met', 'give-notice': 'open', count: 'met' });
  isRefusedAs(await confirm(caseId, 'refused'), 'not-open');
  // The person who holds the child must not learn of it before the delay has ended.
  const notice = async (): Promise<Answer> =>
    acts().giveNotice({ ...(await on(people.officer, caseId)), how: 'By registered post.' });
  isRefusedAs(await notice(), 'notice-delayed');
  setClock('2026-04-02T09:00:00.000Z');
  done(await notice());
  isRefusedAs(await notice(), 'not-open');
  setClock(start);
  assert.equal((await states(caseId, start))['give-notice'], 'met');
});

test('what a judge refuses after it left is deleted by the asking State, with a date, and everybody is told', async () => {
  const caseId = await collected();
  done(await confirm(caseId, 'refused'));
  assert.equal((await see(people.officer, caseId)).case.state, 'deletion-owed');
  isRefusedAs(await acts().collect(await on(people.sender, caseId)), 'not-open');
  assert.equal((await states(caseId, start))['confirm-deletion'], 'open');
  assert.equal((await states(caseId, inDays(start, limits.deletionDays)))['confirm-deletion'], 'overdue');
  const told = await store().database<{ recipient: string }[]>`
    select recipient from outbox where case_id = ${caseId} and body->>'notice' = 'emergency-refused' order by recipient`;
  assert.deepEqual(
    told.map(({ recipient }) => recipient),
    ['xa-central-authority', 'xb-central-authority', 'xb-oversight', 'xb-provider'],
  );
  const answer = await acts().confirmDeletion({ ...(await on(people.sender, caseId)), statement: 'Overwritten.' });
  assert.equal(await kindOfLeaf(done(answer).leafIndex), 'deletion');
  assert.equal((await states(caseId, start))['confirm-deletion'], 'met');
});

test('what a judge refuses before it left does not leave any more, and nothing is there to delete', async () => {
  const caseId = await ordered();
  done(await confirm(caseId, 'refused'));
  assert.equal((await see(people.officer, caseId)).case.state, 'authorisation-refused');
  const late = { produceBy: '2026-03-03T09:00:00.000Z', message: '' };
  isRefusedAs(await acts().serveOrder({ ...(await on(people.officer, caseId)), ...late }), 'not-open');
  isRefusedAs(await acts().produce({ ...(await on(people.officer, caseId)), mandate: people.provider, exhibits: [mailbox] }), 'not-open'); // prettier-ignore
  assert.equal((await states(caseId, start))['confirm-deletion'], undefined);
});

test('everybody can read how often it happened, what judges said and what is overdue, and nothing of any case', async () => {
  const before = await acts().listDebts({});
  const caseId = await collected();
  setClock(inDays(start, 60));
  const { figures, overdue } = await acts().listDebts({});
  setClock(start);
  const [line] = figures;
  assert.equal(line?.orders, (before.figures[0]?.orders ?? 0) + 1);
  assert.ok(line.confirmed >= 1 && line.refused >= 2 && line.open >= 1, JSON.stringify(line));
  assert.ok(overdue.some(({ kind, owner }) => kind === 'confirm-emergency' && owner.role === 'judge'));
  assert.doesNotMatch(JSON.stringify({ figures, overdue }), new RegExp(`${caseId}|takenhome|nwosu`));
});

test('the narrowest data first: what reaches further than the danger needs, needs reasons, and content always does', async () => {
  const caseId = await emergencyCase(['content', 'subscriber', 'traffic', 'user-identifying']);
  const prepare = async (change: Partial<PrepareEmergency>): Promise<Answer> =>
    acts().prepareEmergency({
      ...(await on(people.officer, caseId)),
      danger: 'The last message threatens to kill her.',
      needs: ['where'],
      dataCategories: ['traffic'],
      beyond: '',
      noJudge: 'Nobody answered at the court.',
      ...change,
    });
  const wide = await prepare({ dataCategories: ['traffic', 'content'] });
  isRefusedAs(wide, 'beyond-need');
  assert.deepEqual(wide.kind === 'refused' && wide.about, ['content']);
  isRefusedAs(await prepare({ needs: ['where', 'who', 'with-whom'], dataCategories: ['content'] }), 'beyond-need');
  isRefusedAs(await prepare({ needs: [] }), 'too-wide');
  done(await prepare({ dataCategories: ['traffic', 'content'], beyond: 'Her next message may say where she is.' }));
  const { emergency } = (await see(people.officer, caseId)).case;
  assert.deepEqual(emergency?.prepared.body.scope.dataCategories, ['content', 'traffic']);
});

test('an emergency is only what a person found to be danger to life or safety, in a request for exactly that', async () => {
  const ordinary = await granted(await receive());
  const frame = { danger: 'So.', needs: ['who'], dataCategories: ['subscriber'], beyond: '', noJudge: 'So.' } as const;
  isRefusedAs(await acts().prepareEmergency({ ...(await on(people.officer, ordinary)), ...frame }), 'not-open');
});

test('a call-back counts for some hours: then who asked may no longer ask', async () => {
  const caseId = await calledBack();
  setClock(inDays(start, limits.callBackHours / 24));
  isRefusedAs(await acts().proposeEmergencyOrder({ mandate: people.prosecutor, caseId }), 'call-back-too-old');
  setClock(start);
  const proposed = await acts().proposeEmergencyOrder({ mandate: people.prosecutor, caseId });
  assert.equal(proposed.kind, 'shown');
});

test('a prosecutor sees a case once it lies before them, and no other case', async () => {
  const caseId = await emergencyCase();
  const sees = async (): Promise<string> =>
    (await acts().seeCase({ mandate: people.prosecutor, caseId, page: 'test' })).kind;
  assert.equal(await sees(), 'refused');
  assert.ok(!(await acts().listCases({ mandate: people.prosecutor })).lines.some((line) => line.caseId === caseId));
  await calledBack(caseId);
  assert.equal(await sees(), 'seen');
  assert.ok((await acts().listCases({ mandate: people.prosecutor })).lines.some((line) => line.caseId === caseId));
});

test('the same order twice is one order; a text that changed since it was shown is not signed', async () => {
  const caseId = await calledBack();
  const frame = { ...(await on(people.prosecutor, caseId)), actId: randomUUID() };
  isRefusedAs(await acts().orderEmergency({ ...frame, shownSha256: '0'.repeat(64) }), 'shown-changed');
  const proposed = await acts().proposeEmergencyOrder({ mandate: people.prosecutor, caseId });
  assert.ok(proposed.kind === 'shown');
  const send = (): Promise<Answer> => acts().orderEmergency({ ...frame, shownSha256: proposed.sha256 });
  const [one, other] = [await send(), await send()];
  assert.deepEqual(one, other);
});
