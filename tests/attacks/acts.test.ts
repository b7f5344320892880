import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { refusalCodes } from '../../src/acts/answer.ts';
import { type Answer } from '../../src/acts/answer.ts';
import { signAuthorisation } from '../../src/authorisation/authorised.ts';
import { sha256Hex } from '../../src/canonical.ts';
import { answers, done, mailbox, people, sandbox } from '../stories/sandbox.ts';

const { acts, on, see, receive, granted, served, produced, released, store, setClock } = sandbox();

const refusedAs = (answer: Answer | { kind: string; code?: string }, code: (typeof refusalCodes)[number]): void =>
  assert.equal('code' in answer ? answer.code : answer.kind, code);

const shownTo = async (caseId: string): Promise<string> => {
  const shown = await acts().proposeOrder({ mandate: people.judge, caseId });
  assert.equal(shown.kind, 'shown');
  return shown.sha256;
};

test('nobody signs their own decision: an officer cannot authorise', async () => {
  const caseId = await granted();
  const answer = await acts().authorise({ ...(await on(people.officer, caseId)), shownSha256: await shownTo(caseId) });
  refusedAs(answer, 'no-mandate');
});

test('a case out of reach answers like one that is not there', async () => {
  const caseId = await receive();
  refusedAs(await acts().seeCase({ mandate: people.provider, caseId, page: 'x' }), 'unknown-case');
  refusedAs(await acts().seeCase({ mandate: people.person, caseId, page: 'x' }), 'unknown-case');
  refusedAs(await acts().seeCase({ mandate: people.officer, caseId: randomUUID(), page: 'x' }), 'unknown-case');
  refusedAs(await acts().seeCase({ mandate: people.officer, caseId: "' or 1=1 --", page: 'x' }), 'unknown-case');
});

test('a mandate that has ended opens nothing', async () => {
  const caseId = await receive();
  refusedAs(await acts().seeCase({ mandate: people.formerOfficer, caseId, page: 'x' }), 'no-mandate');
  assert.deepEqual((await acts().listCases({ mandate: people.formerOfficer })).lines, []);
  const frame = await on(people.officer, caseId);
  refusedAs(
    await acts().decide({
      ...frame,
      mandate: people.formerOfficer,
      outcome: 'refuse',
      reasons: 'x',
      grounds: ['40(22)'],
    }),
    'no-mandate',
  );
  refusedAs(
    await acts().decide({ ...frame, mandate: 'nobody/at-all', outcome: 'refuse', reasons: 'x', grounds: ['40(22)'] }),
    'no-mandate',
  );
});

test('each act is refused in every state in which it is not open', async () => {
  const caseId = await granted();
  const frame = async (mandate: string) => ({ ...(await on(people.officer, caseId)), mandate });
  refusedAs(
    await acts().decide({ ...(await frame(people.officer)), outcome: 'grant', reasons: 'x', grounds: [] }),
    'not-open',
  );
  refusedAs(await acts().release(await frame(people.officer)), 'not-open');
  refusedAs(await acts().collect(await frame(people.sender)), 'not-open');
  refusedAs(await acts().askInformation({ ...(await frame(people.officer)), message: 'x' }), 'not-open');
});

test('a court that was shown another text does not sign this one', async () => {
  const caseId = await granted();
  refusedAs(
    await acts().authorise({ ...(await on(people.judge, caseId)), shownSha256: sha256Hex('another text') }),
    'shown-changed',
  );
  const whole = await shownTo(caseId);
  const narrowing = { targets: [0] };
  refusedAs(
    await acts().authorise({ ...(await on(people.judge, caseId)), shownSha256: whole, narrowing }),
    'shown-changed',
  );
});

test('a court can make an order smaller and never wider', async () => {
  const caseId = await granted();
  const wider = [
    { period: { from: '2025-12-31T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' } },
    { dataCategories: ['subscriber'] },
    { targets: [7] },
    { targets: [] },
    { validUntil: '2030-01-01T00:00:00.000Z' },
  ] as const;
  for (const narrowing of wider)
    refusedAs(await acts().proposeOrder({ mandate: people.judge, caseId, narrowing }), 'too-wide');
});

test('an authorisation whose signature is forged or replayed from another case lets nothing be produced', async () => {
  const [caseId, other] = [await served(), await served()];
  const { writer, database, keyring } = store();
  const { case: subject } = await see(people.officer, caseId);
  const { case: second } = await see(people.officer, other);
  const judge = await writer.mandate(people.judge);
  assert.ok(judge && subject.authorised && second.authorised);
  const text = new TextDecoder().decode(await writer.document(subject.authorised.body.orderTextSha256));
  const forged = signAuthorisation(text, judge, subject.authorised.at, keyring.signer(people.officer));
  const replayed = await writer.document(second.authorised.body.noteSha256);
  for (const note of [forged, replayed]) {
    assert.ok(note);
    // Whoever can write to the database can exchange a document; the proof must not depend on it.
    await database`update document set bytes = ${note} where sha256 = ${subject.authorised.body.noteSha256}`;
    refusedAs(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox] }), 'no-proof');
    const checked = await acts().checkOrder({ mandate: people.provider, caseId });
    assert.equal(checked.kind, 'checked');
    assert.equal(checked.checks.find(({ name }) => name === 'signature')?.holds, false);
  }
});

test('an order exchanged in the database lets nothing out', async () => {
  const caseId = await produced();
  const { case: subject } = await see(people.officer, caseId);
  const { writer, database } = store();
  const sha256 = subject.authorised?.body.orderSha256 ?? '';
  const wider = new TextDecoder()
    .decode(await writer.document(sha256))
    .replace('phisher@mail.example', 'someone@mail.example');
  await database`update document set bytes = ${new TextEncoder().encode(wider)} where sha256 = ${sha256}`;
  refusedAs(await acts().release(await on(people.officer, caseId)), 'no-proof');
});

test('an order that has expired is not executed', async () => {
  const caseId = await served();
  setClock('2026-04-30T00:00:00.000Z');
  refusedAs(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox] }), 'no-proof');
  setClock('2026-03-02T09:00:00.000Z');
});

test('the same act sent twice is done once; another act under its id is a conflict', async () => {
  const caseId = await granted();
  const frame = await on(people.judge, caseId);
  const shownSha256 = await shownTo(caseId);
  const both = await Promise.all([
    acts().authorise({ ...frame, shownSha256 }),
    acts().authorise({ ...frame, shownSha256 }),
  ]);
  assert.deepEqual(both[0], both[1]);
  assert.equal(
    (await see(people.officer, caseId)).case.events.filter(({ body }) => body.kind === 'authorised').length,
    1,
  );
  refusedAs(await acts().refuseAuthorisation({ ...frame, reasons: 'changed my mind' }), 'conflict');
});

test('two officers decide at once: one wins, the other is told', async () => {
  const caseId = await receive();
  const frame = await on(people.officer, caseId);
  const decide = () =>
    acts().decide({ ...frame, actId: randomUUID(), outcome: 'refuse', reasons: 'x', grounds: ['40(22)'] });
  const answers_ = await Promise.all([decide(), decide(), decide()]);
  assert.equal(answers_.filter(({ kind }) => kind === 'done').length, 1);
  for (const answer of answers_) if (answer.kind === 'refused') assert.equal(answer.code, 'stale');
});

test('a finding that the requester states, the system measures, or nobody knows is not recorded', async () => {
  const caseId = await receive();
  const [good] = answers();
  assert.ok(good);
  const bad = [
    { ...good, fact: 'stated.necessity', value: true },
    { ...good, fact: 'measured.inForceBetween', value: true },
    { ...good, fact: '__proto__', value: true },
    { ...good, value: 'a value that this fact cannot take' },
  ];
  for (const finding of bad)
    refusedAs(
      await acts().recordFindings({ ...(await on(people.officer, caseId)), findings: [finding] }),
      'not-a-finding',
    );
  refusedAs(
    await acts().recordFindings({ ...(await on(people.officer, caseId)), findings: [good, good] }),
    'not-a-finding',
  );
  refusedAs(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings: [] }), 'not-a-finding');
});

test('evidence of which nothing is inside the order is not released', async () => {
  const caseId = await served();
  const exhibits = [{ name: 'notes.txt', bytes: new TextEncoder().encode('no mail, no web record') }];
  done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits }));
  refusedAs(await acts().release(await on(people.officer, caseId)), 'nothing-to-release');
});

test('the recipient of another State’s authority cannot collect', async () => {
  const caseId = await released();
  refusedAs(await acts().collect({ ...(await on(people.officer, caseId)), mandate: people.provider }), 'no-mandate');
  refusedAs(await acts().collect(await on(people.officer, caseId)), 'no-mandate');
});

test('a request for another State, or in another State’s name, or received before, opens no case', async () => {
  await assert.rejects(
    receive((request) => (request['requestedState'] = 'FR')),
    /not-addressed FR/,
  );
  await assert.rejects(
    receive((request) => (request['requestingState'] = 'FR')),
    /not-yours FR/,
  );
  const id = randomUUID();
  await receive((request) => (request['id'] = id));
  await assert.rejects(
    receive((request) => (request['id'] = id)),
    /known-request/,
  );
});

test('a grant to a provider that is not in the register is refused', async () => {
  const caseId = await receive((request) => (request['provider'] = { name: 'Nobody Knows Ltd' }));
  const open = new Set<string>((await see(people.officer, caseId)).assessment.questions.map(({ fact }) => fact));
  done(
    await acts().recordFindings({
      ...(await on(people.officer, caseId)),
      findings: answers().filter(({ fact }) => open.has(fact)),
    }),
  );
  const answer = await acts().decide({
    ...(await on(people.officer, caseId)),
    outcome: 'grant',
    reasons: 'x',
    grounds: [],
  });
  refusedAs(answer, 'unknown-provider');
});
