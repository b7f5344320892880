import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { standardConditions } from '../../law/standard-conditions.ts';
import { sha256Hex } from '../../src/canonical.ts';
import { verifyPackage } from '../../src/verify/index.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { done, people, sandbox, answers, mailbox, site } from './sandbox.ts';

const { acts, see, on, receive, serve, store, document, authorised, released } = sandbox();

const code = (answer: Answer): string => (answer.kind === 'refused' ? answer.code : answer.kind);
const stateOf = async (caseId: string): Promise<string> => (await see(people.officer, caseId)).case.state;
async function found(caseId: string): Promise<void> {
  const open = new Set<string>((await see(people.officer, caseId)).assessment.questions.map(({ fact }) => fact));
  const findings = answers().filter(({ fact }) => open.has(fact));
  if (findings.length > 0) done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings }));
}
const grant = async (caseId: string, more: object = {}): Promise<Answer> =>
  acts().decide({ ...(await on(people.officer, caseId)), outcome: 'grant', reasons: 'One account is enough.', grounds: [], ...more }); // prettier-ignore
/** Collects the package and checks it as a stranger does. */
async function verifies(caseId: string): Promise<boolean> {
  const { value: files } = done(await acts().collect(await on(people.sender, caseId)));
  const { ok, steps } = await verifyPackage((name) => Promise.resolve(files.get(name)), () => Promise.resolve([...files.keys()])); // prettier-ignore
  assert.deepEqual(steps.filter((step) => !step.ok), []); // prettier-ignore
  return ok;
}
const refuse = async (caseId: string): Promise<Answer> =>
  acts().decide({ ...(await on(people.officer, caseId)), outcome: 'refuse', reasons: 'So.', grounds: ['40(22)'] });
async function authorise(caseId: string): Promise<string> {
  const shown = await acts().proposeOrder({ mandate: people.judge, caseId });
  assert.ok(shown.kind === 'shown');
  done(await acts().authorise({ ...(await on(people.judge, caseId)), shownSha256: shown.sha256 }));
  return shown.text;
}

test('granted in part and with conditions: the letter, the order and the package say so, and it verifies', async () => {
  const caseId = await receive();
  await found(caseId);
  const own = { rule: 'un-cybercrime/36(1)(b)', text: 'Nobody outside the unit reads them.' };
  const conditions = [standardConditions['no-death-penalty'], own];
  const { leafIndex } = done(await grant(caseId, { narrowing: { targets: [0], dataCategories: ['content'] }, conditions })); // prettier-ignore
  const leaf = parseLeaf((await store().writer.leaf(leafIndex))?.bytes ?? new Uint8Array());
  assert.deepEqual([leaf.kind, leaf.outcome], ['decision', 'narrowed']);
  const { letter, case: subject } = await see(people.sender, caseId);
  assert.match(letter ?? '', /granted in part/);
  assert.match(letter ?? '', /Asked for and not granted\n {2}url https:\/\/login-bank\.example\//);
  assert.match(letter ?? '', /death penalty may be sought/);
  assert.match(letter ?? '', /Nobody outside the unit reads them\. \(un-cybercrime\/36\(1\)\(b\)\)/);
  assert.equal(subject.decided?.body.letterSha256, sha256Hex(new TextEncoder().encode(letter)));
  const text = await authorise(caseId);
  assert.match(text, /asked for and left out: url https:\/\/login-bank\.example\//);
  assert.match(text, /Nobody outside the unit reads them/);
  assert.equal((await see(people.judge, caseId)).case.authorised?.body.narrowed, false, 'the court left out nothing');
  await serve(caseId);
  done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox, site] }));
  done(await acts().release(await on(people.officer, caseId)));
  assert.ok(await verifies(caseId));
});

test('a grant reaches no further than the request, and a condition rests on a rule', async () => {
  const caseId = await receive();
  await found(caseId);
  assert.equal(code(await grant(caseId, { narrowing: { targets: [99] } })), 'too-wide');
  const period = { from: '2020-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' };
  assert.equal(code(await grant(caseId, { narrowing: { period } })), 'too-wide');
  assert.equal(code(await grant(caseId, { conditions: [{ rule: 'made/up', text: 'So.' }] })), 'bad-condition');
  assert.equal(
    code(await grant(caseId, { conditions: [{ rule: 'un-cybercrime/36(2)', text: ' ' }] })),
    'bad-condition',
  );
});

test('a refusal is kept as the letter that the asking State reads', async () => {
  const caseId = await receive();
  done(await refuse(caseId));
  const { letter } = await see(people.sender, caseId);
  assert.match(letter ?? '', /is refused/);
  assert.equal((await see(people.judge, caseId)).letter, letter);
});

test('help is postponed after consultation, with reasons and an end, and never preservation', async () => {
  const caseId = await receive();
  const until = '2026-04-02T00:00:00.000Z';
  const postpone = async (id: string, end = until): Promise<Answer> =>
    acts().postpone({ ...(await on(people.officer, id)), reasons: 'A trial begins here.', until: end });
  assert.equal(code(await postpone(caseId)), 'consult-first');
  done(await acts().consult({ ...(await on(people.officer, caseId)), grounds: ['40(27)'], message: 'A trial.' }));
  assert.equal(code(await postpone(caseId)), 'consult-first');
  done(await acts().answerConsultation({ ...(await on(people.sender, caseId)), message: 'We can wait.' }));
  assert.equal(code(await postpone(caseId, '2027-04-02T00:00:00.000Z')), 'bad-date');
  done(await postpone(caseId));
  assert.equal(await stateOf(caseId), 'postponed');
  await found(caseId);
  done(await grant(caseId));
  const kept = await receive((request) => {
    request['measure'] = 'preservation';
    request['preservation'] = { linkToOffence: 'The accounts sent it.', necessity: 'Logs are kept 30 days.', requestWillFollow: true }; // prettier-ignore
  });
  assert.equal(code(await postpone(kept)), 'not-postponable');
});

test('the recipient confirms by the digest of what came, once; only then the case is closed', async () => {
  const caseId = await released();
  done(await acts().collect(await on(people.sender, caseId)));
  const close = async (): Promise<Answer> => acts().close({ ...(await on(people.officer, caseId)), reasons: 'All is there.' }); // prettier-ignore
  assert.equal(code(await close()), 'receipt-open');
  const confirm = async (sealedSha256: string): Promise<Answer> => acts().confirmReceipt({ ...(await on(people.sender, caseId)), sealedSha256 }); // prettier-ignore
  assert.equal(code(await confirm('0'.repeat(64))), 'digest-differs');
  const sealed = (await see(people.sender, caseId)).case.released?.body.sealedSha256 ?? '';
  done(await confirm(sealed));
  assert.equal(code(await confirm(sealed)), 'not-open');
  done(await close());
  assert.equal(await stateOf(caseId), 'closed');
  const again = await acts().reopen({ ...(await on(people.officer, caseId)), reasons: 'So.' });
  assert.equal(code(again), 'not-open', 'what left cannot be called back');
});

test('a refused case is reopened with reasons, and decided and authorised anew', async () => {
  const caseId = await receive();
  await found(caseId);
  done(await refuse(caseId));
  done(await acts().reopen({ ...(await on(people.officer, caseId)), reasons: 'New facts came.' }));
  const { case: subject } = await see(people.officer, caseId);
  assert.deepEqual([subject.state, subject.decided], ['received', undefined]);
  assert.ok([...subject.findings.values()].every(({ beforeChange }) => beforeChange));
  done(await grant(caseId));
  await authorise(caseId);
});

test('a correction that touches what was authorised voids it; one that does not leaves it', async () => {
  const caseId = await authorised();
  const { request } = (await see(people.sender, caseId)).case.latest.body;
  const corrected = async (change: (request: Record<string, unknown>) => void) =>
    acts().correct({ ...(await on(people.sender, caseId)), ...document((of) => { Object.assign(of, { id: request.id }); change(of); }) }); // prettier-ignore
  const light = done(await corrected((of) => (of['issuedAt'] = '2026-03-01T08:00:00.000Z')));
  assert.deepEqual(light.value.touches, []);
  assert.equal(await stateOf(caseId), 'authorised');
  const heavy = done(await corrected((of) => ((of['targets'] as unknown[]).length = 1)));
  assert.deepEqual(heavy.value.touches, ['targets']);
  const { case: subject } = await see(people.officer, caseId);
  assert.deepEqual([subject.state, subject.decided], ['received', undefined]);
  assert.equal(code((await acts().checkOrder({ mandate: people.provider, caseId })) as Answer), 'not-open');
  await found(caseId);
  done(await grant(caseId));
  await authorise(caseId);
  await serve(caseId);
  done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox, site] }));
  done(await acts().release(await on(people.officer, caseId)));
  assert.ok(await verifies(caseId));
});

test('an authority notes what is right about its own event, and about no other', async () => {
  const caseId = await receive();
  done(await refuse(caseId));
  const note = async (number: number): Promise<Answer> => acts().noteCorrection({ ...(await on(people.officer, caseId)), number, text: 'The ground is 40(22).' }); // prettier-ignore
  assert.equal(code(await note(1)), 'not-your-event');
  assert.equal(code(await note(99)), 'not-your-event');
  done(await note(2));
  assert.equal(await stateOf(caseId), 'refused');
});
