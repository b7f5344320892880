import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { limits } from '../../src/limits.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { done, people, sandbox } from './sandbox.ts';

const { acts, see, on, document, receive, granted, store, setClock } = sandbox();

const code = (answer: Answer): readonly (string | undefined)[] =>
  answer.kind === 'refused' ? [answer.code, ...(answer.about ?? [])] : [answer.kind];

const refuse = async (caseId: string, ...grounds: string[]): Promise<readonly (string | undefined)[]> =>
  code(await acts().decide({ ...(await on(people.officer, caseId)), outcome: 'refuse', reasons: 'So.', grounds }));
const consult = async (caseId: string, ...grounds: string[]): Promise<Answer> =>
  acts().consult({ ...(await on(people.officer, caseId)), grounds, message: 'Would conditions do?' });
const answer = async (caseId: string): Promise<Answer> =>
  acts().answerConsultation({ ...(await on(people.sender, caseId)), message: 'They would not.' });

test('a refusal on a ground that asks for consultation waits until the asking State has answered', async () => {
  const caseId = await receive();
  assert.deepEqual(await refuse(caseId, '40(21)(b)'), ['consult-first', '40(21)(b)']);
  const { leafIndex } = done(await consult(caseId, '40(21)(b)'));
  assert.equal((await see(people.officer, caseId)).case.state, 'consulted');
  assert.deepEqual(await refuse(caseId, '40(21)(b)'), ['consultation-open', '40(21)(b)']);
  const answered = done(await answer(caseId));
  const kinds = await Promise.all(
    [leafIndex, answered.leafIndex].map(async (index) => {
      const leaf = parseLeaf((await store().writer.leaf(index))?.bytes ?? new Uint8Array());
      return [leaf.kind, leaf.authority];
    }),
  );
  assert.deepEqual(kinds, [
    ['consultation', 'xb-central-authority'],
    ['answer', 'xa-central-authority'],
  ]);
  assert.deepEqual(await refuse(caseId, '40(21)(b)', '40(21)(c)'), ['consult-first', '40(21)(c)']);
  assert.deepEqual(await refuse(caseId, '40(21)(b)'), ['done']);
});

test('a ground on which the treaty asks for no consultation needs none, also while another is consulted on', async () => {
  const caseId = await receive();
  done(await consult(caseId, '40(21)(b)'));
  assert.deepEqual(await refuse(caseId, '40(22)'), ['done']);
});

test('silence counts as heard when the time to answer has passed, not a moment before', async () => {
  const caseId = await receive();
  done(await consult(caseId, '40(21)(b)'));
  const by = Date.parse('2026-03-02T09:00:00.000Z') + limits.consultationDays * 86_400_000;
  setClock(new Date(by - 1).toISOString());
  assert.deepEqual(await refuse(caseId, '40(21)(b)'), ['consultation-open', '40(21)(b)']);
  setClock(new Date(by).toISOString());
  assert.deepEqual(await refuse(caseId, '40(21)(b)'), ['done']);
  setClock('2026-03-02T09:00:00.000Z');
});

test('a State that was heard may still be granted what it asked', async () => {
  const caseId = await receive();
  done(await consult(caseId, '40(21)(b)'));
  done(await answer(caseId));
  await granted(caseId);
  assert.equal((await see(people.officer, caseId)).case.state, 'granted');
});

test('the asking State may mend its request instead; the consultation stays open until it answers', async () => {
  const caseId = await receive();
  done(await consult(caseId, '40(21)(a)'));
  const { id } = (await see(people.officer, caseId)).case.received.body.request;
  const mended = document((request) => Object.assign(request, { id, purpose: 'To find who sent the messages.' }));
  done(await acts().supplyInformation({ ...(await on(people.sender, caseId)), ...mended }));
  assert.equal((await see(people.officer, caseId)).case.state, 'consulted');
  done(await answer(caseId));
  assert.equal((await see(people.officer, caseId)).case.state, 'received');
});

test('what was asked for is still owed when a consultation is over', async () => {
  const caseId = await receive((request) => delete request['period']);
  done(await acts().askInformation({ ...(await on(people.officer, caseId)), message: 'The period.' }));
  done(await consult(caseId, '40(21)(a)'));
  done(await answer(caseId));
  assert.equal((await see(people.officer, caseId)).case.state, 'information-asked');
});

test('nobody is consulted on nothing, on a ground that asks for none, or by somebody else; nobody answers unasked', async () => {
  const caseId = await receive();
  const [none] = code(await consult(caseId));
  assert.equal(none, 'no-ground');
  for (const ground of ['40(22)', '36(3)', 'bank-secrecy', '__proto__'])
    assert.equal(code(await consult(caseId, ground))[0], 'no-ground', ground);
  assert.deepEqual(
    code(await acts().consult({ ...(await on(people.sender, caseId)), grounds: ['40(21)(b)'], message: 'x' })),
    ['no-mandate'],
  );
  assert.deepEqual(code(await answer(caseId)), ['not-open']);
  done(await consult(caseId, '40(21)(b)'));
  assert.deepEqual(code(await acts().answerConsultation({ ...(await on(people.officer, caseId)), message: 'x' })), [
    'no-mandate',
  ]);
});
