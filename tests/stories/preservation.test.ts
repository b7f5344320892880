import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { inDays } from '../../src/request/duty-table.ts';
import { answers, askPreservation, done, people, sandbox } from './sandbox.ts';

const { acts, see, on, receive, setClock } = sandbox();
const begin = '2026-03-02T09:00:00.000Z';
const code = (answer: Answer): string => (answer.kind === 'refused' ? answer.code : answer.kind);
const stateOf = async (caseId: string): Promise<string> => (await see(people.officer, caseId)).case.state;
test.afterEach(() => setClock(begin));

async function asked(): Promise<string> {
  const caseId = await receive(askPreservation);
  const open = new Set<string>((await see(people.officer, caseId)).assessment.questions.map(({ fact }) => fact));
  const findings = answers().filter(({ fact }) => open.has(fact));
  done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings }));
  return caseId;
}
const preserve = async (caseId: string, until: string): Promise<Answer> =>
  acts().preserve({ ...(await on(people.officer, caseId)), until, reasons: 'Logs vanish in 30 days.' });
const end = async (caseId: string): Promise<Answer> =>
  acts().endPreservation({ ...(await on(people.officer, caseId)), reasons: 'No request came.' });

test('data are preserved at once, for at most 90 days; nothing is ordered by a court, and nothing is produced', async () => {
  const caseId = await asked();
  const grant = await acts().decide({ ...(await on(people.officer, caseId)), outcome: 'grant', reasons: 'So.', grounds: [] }); // prettier-ignore
  assert.equal(code(grant), 'preserve-instead');
  const beyond = new Date(Date.parse(inDays(begin, 90)) + 1).toISOString();
  assert.equal(code(await preserve(caseId, beyond)), 'bad-date');
  assert.equal(code(await preserve(caseId, begin)), 'bad-date');
  done(await preserve(caseId, inDays(begin, 90)));
  assert.equal(await stateOf(caseId), 'preserving');
  assert.deepEqual((await see(people.provider, caseId)).open, []);
  assert.equal(code(await preserve(await receive(), inDays(begin, 90))), 'not-preservation');
});

test('it is not ended before its 60 days, ends by itself, and is extended by at most 90 days at a time', async () => {
  const caseId = await asked();
  done(await preserve(caseId, inDays(begin, 70)));
  setClock(inDays(begin, 59));
  assert.equal(code(await end(caseId)), 'preservation-floor');
  const longer = async (until: string): Promise<Answer> =>
    acts().extendPreservation({ ...(await on(people.officer, caseId)), until, reasons: 'The request is being translated.' }); // prettier-ignore
  assert.equal(code(await longer(inDays(begin, 59 + 91))), 'bad-date');
  assert.equal(code(await longer(inDays(begin, 70))), 'bad-date');
  done(await longer(inDays(begin, 80)));
  setClock(inDays(begin, 75));
  await acts().tick({});
  assert.equal(await stateOf(caseId), 'preserving');
  setClock(inDays(begin, 80));
  await acts().tick({});
  assert.equal(await stateOf(caseId), 'preservation-ended');
});

test('once the request has come the data stay until it is decided', async () => {
  const caseId = await asked();
  done(await preserve(caseId, inDays(begin, 90)));
  const name = async (followingCaseId: string): Promise<Answer> =>
    acts().followUp({ ...(await on(people.sender, caseId)), followingCaseId });
  const stranger = await receive((request) => (request['targets'] = [{ kind: 'email', value: 'somebody@mail.example' }])); // prettier-ignore
  for (const other of [caseId, stranger, await receive(askPreservation), '00000000-0000-4000-8000-000000000000'])
    assert.equal(code(await name(other)), 'not-following');
  const following = await receive();
  done(await name(following));
  setClock(inDays(begin, 61));
  assert.equal(code(await end(caseId)), 'request-pending');
  done(await acts().decide({ ...(await on(people.officer, following)), outcome: 'refuse', reasons: 'So.', grounds: ['40(22)'] })); // prettier-ignore
  done(await end(caseId));
});
