import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { done, people, sandbox, mailbox } from './sandbox.ts';

const { acts, see, on, receive, granted, authorised, produced, released, store } = sandbox();

const asked = async (): Promise<string> => {
  const caseId = await receive((request) => delete request['period']);
  done(await acts().askInformation({ ...(await on(people.officer, caseId)), message: 'The period.' }));
  return caseId;
};
const consulted = async (): Promise<string> => {
  const caseId = await receive();
  done(await acts().consult({ ...(await on(people.officer, caseId)), grounds: ['40(21)(b)'], message: 'So?' }));
  return caseId;
};
const withdraw = async (mandate: string, caseId: string) =>
  acts().withdraw({ ...(await on(people.officer, caseId)), mandate, reasons: 'Found elsewhere.' });

const before = { received: receive, 'information-asked': asked, consulted, granted, authorised, produced };
for (const [state, walk] of Object.entries(before))
  test(`a request that is ${state} can be taken back by who asked; the log counts it, and nothing follows`, async () => {
    const caseId = await walk();
    assert.equal((await see(people.officer, caseId)).case.state, state);
    const stranger = await withdraw(people.officer, caseId);
    assert.equal(stranger.kind === 'refused' && stranger.code, 'no-mandate');
    const { leafIndex } = done(await withdraw(people.sender, caseId));
    const leaf = parseLeaf((await store().writer.leaf(leafIndex))?.bytes ?? new Uint8Array());
    assert.deepEqual([leaf.kind, leaf.authority], ['withdrawal', 'xa-central-authority']);
    const view = await see(people.officer, caseId);
    assert.equal(view.case.state, 'withdrawn');
    const left = state === 'produced' ? ['destroy-evidence', 'note-correction'] : ['note-correction'];
    assert.deepEqual(
      view.open,
      left,
      'what was written can be put right, what was produced destroyed, and nothing else',
    );
    const again = await withdraw(people.sender, caseId);
    assert.equal(again.kind === 'refused' && again.code, 'not-open');
  });

test('a provider with the order of a request that was taken back is told so, and hands nothing over', async () => {
  const caseId = await authorised();
  done(await withdraw(people.sender, caseId));
  const told = await store()
    .database`select recipient from outbox where case_id = ${caseId} and body->>'notice' = 'withdrawn'`;
  assert.deepEqual(told.map(({ recipient }) => String(recipient)).toSorted(), ['xb-central-authority', 'xb-provider']);
  const checked = await acts().checkOrder({ mandate: people.provider, caseId });
  assert.equal(checked.kind === 'refused' && checked.code, 'not-open');
  const answer = await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox] });
  assert.equal(answer.kind === 'refused' && answer.code, 'not-open');
});

test('evidence that was released cannot be called back, nor a refusal be taken for a withdrawal', async () => {
  const gone = await released();
  const late = await withdraw(people.sender, gone);
  assert.equal(late.kind === 'refused' && late.code, 'not-open');
  const refused = await receive();
  done(
    await acts().decide({
      ...(await on(people.officer, refused)),
      outcome: 'refuse',
      reasons: 'So.',
      grounds: ['40(22)'],
    }),
  );
  const closed = await withdraw(people.sender, refused);
  assert.equal(closed.kind === 'refused' && closed.code, 'not-open');
});
