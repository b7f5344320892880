import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { limits } from '../../src/limits.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { answers, done, people, sandbox } from '../stories/sandbox.ts';

const { acts, see, on, receive, store, setClock } = sandbox();

const isRefusedAs = (answer: { kind: string; code?: string }, code: string): void =>
  assert.equal(answer.kind === 'refused' ? answer.code : answer.kind, code);
const look = (mandate: string, caseId: string): Promise<{ kind: string; code?: string }> =>
  acts().seeCase({ mandate, caseId, page: 'test' });
const breakGlass = async (mandate: string, caseId: string): Promise<Answer> => {
  const line = await acts().seeLine({ mandate, caseId });
  const version = line.kind === 'line' ? line.version : 0;
  return acts().breakGlass({ actId: randomUUID(), mandate, caseId, version, reasons: 'The officer is ill.' });
};

test('an officer to whom a case is not assigned sees its line and opens nothing of it, by page or by act', async () => {
  const caseId = await receive();
  isRefusedAs(await look(people.secondOfficer, caseId), 'not-assigned');
  isRefusedAs(await acts().checkOrder({ mandate: people.secondOfficer, caseId }), 'not-assigned');
  isRefusedAs(await acts().previewRelease({ mandate: people.secondOfficer, caseId }), 'not-assigned');
  const listed = await acts().listCases({ mandate: people.secondOfficer });
  assert.ok(listed.lines.some((line) => line.caseId === caseId));
  const line = await acts().seeLine({ mandate: people.secondOfficer, caseId });
  assert.ok(line.kind === 'line' && line.basis === undefined);
  assert.deepEqual(line.open, ['break-glass']);
  assert.deepEqual(
    line.officers.map(({ id }) => id),
    [people.officer],
  );
});

test('a guessed id of a case of another authority answers as one that is not there, for every way to ask', async () => {
  const caseId = await receive();
  for (const mandate of [people.prosecutor, people.registrar, people.dataProtection, people.provider]) {
    isRefusedAs(await look(mandate, caseId), 'unknown-case');
    isRefusedAs(await acts().seeLine({ mandate, caseId }), 'unknown-case');
    isRefusedAs(await breakGlass(mandate, caseId), 'unknown-case');
    const frame = { ...(await on(people.officer, caseId)), mandate };
    isRefusedAs(await acts().assign({ ...frame, officers: [mandate], reasons: 'Mine.' }), 'unknown-case');
  }
});

test('breaking the glass opens a case for reading only, for some hours, with a leaf, and every overseer is told', async () => {
  const caseId = await receive();
  const answer = done(await breakGlass(people.secondOfficer, caseId));
  const view = await see(people.secondOfficer, caseId);
  assert.equal(view.basis, 'broken-glass');
  assert.deepEqual(view.open, []);
  assert.deepEqual(view.readings[0]?.basis, 'broken-glass');
  const leaf = await store().writer.leaf(answer.leafIndex);
  assert.equal(parseLeaf(leaf?.bytes ?? new Uint8Array()).kind, 'access');
  const told = await store().database<{ recipient: string }[]>`
    select recipient from outbox where case_id = ${caseId} and body->>'notice' = 'glass-broken'`;
  assert.deepEqual(
    told.map(({ recipient }) => recipient),
    ['xb-oversight'],
  );
  isRefusedAs(
    await acts().recordFindings({ ...(await on(people.secondOfficer, caseId)), findings: answers().slice(0, 1) }),
    'not-assigned',
  );
  setClock(new Date(Date.parse('2026-03-02T09:00:00.000Z') + limits.glassHours * 3_600_000).toISOString());
  isRefusedAs(await look(people.secondOfficer, caseId), 'not-assigned');
  setClock('2026-03-02T09:00:00.000Z');
});

test('nobody breaks the glass of a case that is open to them', async () => {
  const caseId = await receive();
  isRefusedAs(await breakGlass(people.officer, caseId), 'not-open');
  done(await breakGlass(people.secondOfficer, caseId));
  isRefusedAs(await breakGlass(people.secondOfficer, caseId), 'not-open');
});

test('a case that was given to others closes to who had it, and somebody must be able to act on it', async () => {
  const caseId = await receive();
  const give = async (officers: readonly string[]): Promise<Answer> =>
    acts().assign({ ...(await on(people.officer, caseId)), officers, reasons: 'Leave.' });
  isRefusedAs(await give([people.secondOfficer]), 'not-an-officer');
  isRefusedAs(await give([people.formerOfficer]), 'not-an-officer');
  isRefusedAs(await give([people.sender]), 'not-an-officer');
  isRefusedAs(await give([]), 'not-an-officer');
  done(await give([people.officer, people.secondOfficer]));
  assert.equal((await see(people.secondOfficer, caseId)).basis, 'assignment');
  done(await give([people.officer]));
  isRefusedAs(await look(people.secondOfficer, caseId), 'not-assigned');
});
