import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { dutiesOf, dutyState, isPending } from '../../src/request/duty.ts';
import { inDays } from '../../src/request/duty-table.ts';
import { timersOf } from '../../src/request/timer.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { done, mailbox, people, sandbox } from './sandbox.ts';

const { acts, see, on, receive, served, store, setClock } = sandbox();

const begin = '2026-03-02T09:00:00.000Z';
const code = (answer: Answer): string => (answer.kind === 'refused' ? answer.code : answer.kind);
const subjectOf = async (caseId: string) => (await see(people.officer, caseId)).case;
const kinds = async (caseId: string): Promise<string[]> =>
  (await subjectOf(caseId)).events.map(({ body }) => body.kind);
const reminders = async (caseId: string): Promise<string[]> =>
  (
    await store().database`select recipient || ' ' || (body->>'duty') as sent from outbox
      where case_id = ${caseId} and body->>'notice' = 'duty-reminder' order by sent`
  ).map(({ sent }) => String(sent));
/** The people look only at times when their mandates hold; the clock is set back for the next test. */
async function at(instant: string): Promise<void> {
  setClock(instant);
  await acts().tick({});
  await acts().tick({});
}
test.afterEach(() => setClock(begin));

test('before a date its owner is reminded once; on the date the case and the log say that it passed, once', async () => {
  const caseId = await receive();
  await at(inDays(begin, 4));
  assert.deepEqual(await reminders(caseId), ['xb-central-authority acknowledge']);
  assert.deepEqual(await kinds(caseId), ['request-received']);
  await at(inDays(begin, 31));
  await at(inDays(begin, 40));
  assert.deepEqual(await reminders(caseId), ['xb-central-authority acknowledge', 'xb-central-authority decide']);
  assert.deepEqual(await kinds(caseId), ['request-received', 'duty-overdue', 'duty-overdue']);
  const last = (await subjectOf(caseId)).events.at(-1);
  assert.equal(last?.by, 'clock');
  const leaf = parseLeaf((await store().writer.leaf(last.leafIndex))?.bytes ?? new Uint8Array());
  assert.deepEqual([leaf.kind, leaf.authority], ['overdue', 'xb-central-authority']);
});

test('a duty that was met in time is neither reminded of nor overdue', async () => {
  const caseId = await receive();
  done(await acts().acknowledge({ ...(await on(people.officer, caseId)), message: '' }));
  done(await acts().withdraw({ ...(await on(people.sender, caseId)), reasons: 'Found elsewhere.' }));
  await at(inDays(begin, 60));
  assert.deepEqual(await reminders(caseId), []);
  assert.deepEqual(await kinds(caseId), ['request-received', 'acknowledged', 'withdrawn']);
});

test('a date is put off with reasons, later than it is and within the limit, and then passes on the new date', async () => {
  const caseId = await receive();
  const frame = await on(people.officer, caseId);
  const [acknowledge, decide] = dutiesOf(await subjectOf(caseId));
  assert.ok(acknowledge && decide);
  const put = (duty: string, until: string) => acts().extendDuty({ ...frame, duty, until, reasons: 'An expert is asked.' }); // prettier-ignore
  assert.equal(code(await put('decide#99', inDays(decide.due, 1))), 'no-such-duty');
  assert.equal(code(await put(acknowledge.id, inDays(decide.due, 1))), 'no-such-duty', 'nobody may put this one off');
  for (const until of [decide.due, inDays(decide.due, -1), inDays(decide.due, 61)])
    assert.equal(code(await put(decide.id, until)), 'bad-date', until);
  const until = inDays(decide.due, 60);
  done(await put(decide.id, until));
  await at(inDays(decide.due, 1));
  const extended = dutiesOf(await subjectOf(caseId)).find(({ id }) => id === decide.id);
  assert.ok(extended);
  assert.equal(dutyState(extended, inDays(decide.due, 1)), 'extended');
  await at(until);
  const passed = (await subjectOf(caseId)).events.flatMap(({ body }) => (body.kind === 'duty-overdue' && body.duty === decide.id ? [body.due] : [])); // prettier-ignore
  assert.deepEqual(passed, [until]);
});

test('a State that does not answer a consultation in time has been heard, and the officer owes the decision again', async () => {
  const caseId = await receive();
  done(await acts().consult({ ...(await on(people.officer, caseId)), grounds: ['40(21)(b)'], message: 'So?' }));
  await at(inDays(begin, 14));
  const subject = await subjectOf(caseId);
  assert.equal(subject.state, 'received');
  assert.ok(dutiesOf(subject).some((duty) => duty.kind === 'decide' && isPending(duty)));
  done(await acts().decide({ ...(await on(people.officer, caseId)), outcome: 'refuse', reasons: 'Security.', grounds: ['40(21)(b)'] })); // prettier-ignore
});

test('an order that ends unexecuted lapses: the provider hands over nothing, and is told', async () => {
  const caseId = await served();
  const end = (await subjectOf(caseId)).authorised?.body.validUntil ?? '';
  await at(end);
  assert.equal((await subjectOf(caseId)).state, 'lapsed');
  const produced = await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox] });
  assert.equal(code(produced), 'not-open');
  const told = await store().database`select recipient from outbox where case_id = ${caseId} and body->>'notice' = 'order-ended' order by recipient`; // prettier-ignore
  assert.deepEqual(told.map(({ recipient }) => String(recipient)), ['xa-central-authority', 'xb-central-authority', 'xb-provider']); // prettier-ignore
});

test('a clock that goes back is written down, and what fired does not fire again', async () => {
  const caseId = await receive();
  await at(inDays(begin, 31));
  const before = [await kinds(caseId), await reminders(caseId)];
  setClock(inDays(begin, 3));
  const { jump } = await acts().tick({});
  assert.match(jump ?? '', /went back from 2026-04-02/);
  assert.equal((await acts().tick({})).jump, undefined, 'once');
  const kept = await store().clocks.jumps(50);
  assert.ok(kept.some(({ wentBackTo }) => wentBackTo === inDays(begin, 3)));
  await at(inDays(begin, 31));
  assert.deepEqual([await kinds(caseId), await reminders(caseId)], before);
});

test('duties and timers are made again from the events, and nothing fires a second time', async () => {
  const caseId = await receive();
  await at(inDays(begin, 31));
  const { database } = store();
  const tables = async () => [
    await database`select * from duty where case_id = ${caseId} order by duty_id`,
    await database`select case_id, timer_id, due_at from timer where case_id = ${caseId} and fired_at is null order by timer_id`,
  ];
  const [before, events, sent] = [await tables(), await kinds(caseId), await reminders(caseId)];
  await database`delete from duty where case_id = ${caseId}`;
  await database`delete from timer where case_id = ${caseId}`;
  await database`update case_file set timed_version = 0 where case_id = ${caseId}`;
  await at(inDays(begin, 31));
  assert.deepEqual((await tables())[0], before[0]);
  assert.deepEqual([await kinds(caseId), await reminders(caseId)], [events, sent]);
});

test('every pending duty has its two timers until its date is written down', async () => {
  const subject = await subjectOf(await receive());
  const pending = dutiesOf(subject).filter(isPending);
  assert.deepEqual(
    timersOf(subject).map(({ id }) => id).toSorted(),
    pending.flatMap(({ id, due }) => [`overdue ${id} ${due}`, `reminder ${id} ${due}`]).toSorted(),
  ); // prettier-ignore
});
