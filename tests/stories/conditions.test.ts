import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { verifyCustody } from '../../src/evidence/custody.ts';
import { readReceipt, type ReceiptOf } from '../../src/evidence/receipt.ts';
import { consentState } from '../../src/request/aftermath.ts';
import { dutiesOf, isPending } from '../../src/request/duty.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { verificationText, verifyPackage } from '../../src/verify/index.ts';
import { afterwards, consent, question } from './afterwards.ts';
import { done, people, sandbox } from './sandbox.ts';

const box = sandbox();
const { acts, see, on, released, store, setClock } = box;
const { accepted } = afterwards(box);
const start = '2026-03-02T09:00:00.000Z';

const code = (answer: Answer): string => (answer.kind === 'refused' ? answer.code : answer.kind);
const subjectOf = async (caseId: string) => (await see(people.sender, caseId)).case;
const bySender = (caseId: string) => on(people.sender, caseId);
const byOfficer = (caseId: string) => on(people.officer, caseId);
const kindOf = async (leafIndex: number): Promise<string> =>
  parseLeaf((await store().writer.leaf(leafIndex))?.bytes ?? new Uint8Array()).kind;

async function handOverOf(caseId: string): Promise<ReceiptOf> {
  const { conditionsSha256 = '', sealedSha256 = '' } = (await subjectOf(caseId)).released?.body ?? {};
  return { caseId, conditionsSha256, sealedSha256 };
}

async function receipt(sha256: string | undefined): Promise<Uint8Array> {
  return (await store().writer.document(sha256 ?? '')) ?? new Uint8Array();
}

test('the conditions travel signed, and whoever checks the package offline reads each of them', async () => {
  const caseId = await released();
  const { value: files } = done(await acts().collect(await bySender(caseId)));
  const answer = await verifyPackage(
    (name) => Promise.resolve(files.get(name)),
    () => Promise.resolve([...files.keys()]),
  );
  assert.equal(answer.ok, true, verificationText(answer));
  const says = verificationText(answer);
  for (const expected of [
    /nothing else without consent \(art\. 40\(19\)\)/,
    /passed on to nobody .*36\(3\)/,
    /destroyed by 2/,
  ])
    assert.match(says, expected);
});

test('conditions are accepted as they were shown, once, with a receipt and an entry of custody', async () => {
  const caseId = await released();
  done(await acts().collect(await bySender(caseId)));
  const other = { ...(await bySender(caseId)), shownSha256: '0'.repeat(64) };
  assert.equal(code(await acts().acceptConditions(other)), 'shown-changed');
  const of = await handOverOf(caseId);
  const accepting = { ...(await bySender(caseId)), shownSha256: of.conditionsSha256 };
  const { leafIndex, value } = done(await acts().acceptConditions(accepting));
  assert.equal(await kindOf(leafIndex), 'acceptance');
  const { state, custody, afterwards } = await subjectOf(caseId);
  assert.deepEqual([state, afterwards.accepted?.body.receiptSha256], ['accepted', value.receiptSha256]);
  const mandates = await store().writer.mandates();
  assert.equal(verifyCustody(caseId, custody, mandates).at(-1)?.act, 'acknowledged');
  const read = readReceipt(await receipt(value.receiptSha256), of, mandates);
  assert.ok(typeof read !== 'string' && read.kind === 'accepted');
  assert.equal(code(await acts().acceptConditions({ ...(await bySender(caseId)), shownSha256: of.conditionsSha256 })), 'not-open'); // prettier-ignore
});

test('nothing is asked, used or destroyed before the conditions are accepted', async () => {
  const caseId = await released();
  done(await acts().collect(await bySender(caseId)));
  assert.equal(code(await acts().askConsent({ ...(await bySender(caseId)), ...question })), 'not-open');
  assert.equal(code(await acts().recordUse({ ...(await bySender(caseId)), use: 'At trial.' })), 'not-open');
  assert.equal(code(await acts().confirmDestruction({ ...(await bySender(caseId)), how: 'Wiped.' })), 'not-open');
});

test('a consent is the sending authority’s and the court’s: nobody answers what their own side asked', async () => {
  const caseId = await accepted();
  done(await acts().askConsent({ ...(await bySender(caseId)), ...question }));
  assert.equal(code(await acts().answerConsent({ ...(await bySender(caseId)), ...consent })), 'no-mandate');
  assert.equal(code(await acts().askConsent({ ...(await bySender(caseId)), ...question })), 'not-open');
  const { value } = done(await acts().answerConsent({ ...(await byOfficer(caseId)), ...consent }));
  assert.deepEqual(value, { outcome: 'proposed' });
  const states = async (): Promise<string[]> => (await subjectOf(caseId)).afterwards.consents.map(consentState);
  assert.deepEqual(await states(), ['proposed']);
  assert.equal(code(await acts().ruleConsent({ ...(await byOfficer(caseId)), outcome: 'granted', reasons: 'So.' })), 'no-mandate'); // prettier-ignore
  const ruling = { ...(await on(people.judge, caseId)), outcome: 'granted', reasons: 'Compatible.' } as const;
  assert.equal(await kindOf(done(await acts().ruleConsent(ruling)).leafIndex), 'consent-ruling');
  assert.deepEqual([await states(), (await subjectOf(caseId)).state], [['granted'], 'accepted']);
});

test('what the law bars is not consented to, and a refusal says why', async () => {
  const caseId = await accepted();
  done(await acts().askConsent({ ...(await bySender(caseId)), ...question, matter: 'onward-transfer' }));
  const unsafe = { ...consent, finding: false };
  const barred = await acts().answerConsent({ ...(await byOfficer(caseId)), ...unsafe });
  assert.deepEqual(barred.kind === 'refused' && [barred.code, barred.about], ['barred', ['un-cybercrime/36(3)/recipient-safe']]); // prettier-ignore
  done(await acts().answerConsent({ ...(await byOfficer(caseId)), ...unsafe, outcome: 'refused' }));
  const { afterwards, state } = await subjectOf(caseId);
  assert.deepEqual([state, afterwards.consents.map(consentState)], ['accepted', ['refused']]);
});

test('facts that exonerate a person need no compatible use', async () => {
  const caseId = await accepted();
  done(await acts().askConsent({ ...(await bySender(caseId)), ...question, exculpatory: true }));
  done(await acts().answerConsent({ ...(await byOfficer(caseId)), ...consent, finding: false }));
});

test('use is reported and destruction confirmed with receipts; then the case can be closed', async () => {
  const caseId = await accepted();
  done(await acts().recordUse({ ...(await bySender(caseId)), use: 'Read out on the second day of trial.' }));
  assert.equal(code(await acts().close({ ...(await byOfficer(caseId)), reasons: 'Early.' })), 'not-open');
  done(await acts().confirmDestruction({ ...(await bySender(caseId)), how: 'Disk wiped, key destroyed.' }));
  const { afterwards, custody } = await subjectOf(caseId);
  const [of, mandates] = [await handOverOf(caseId), await store().writer.mandates()];
  for (const [sha256, kind] of [
    [afterwards.uses[0]?.body.receiptSha256, 'used'],
    [afterwards.destroyed?.body.receiptSha256, 'destroyed'],
  ]) {
    // prettier-ignore
    const read = readReceipt(await receipt(sha256), of, mandates);
    assert.ok(typeof read !== 'string' && read.kind === kind);
  }
  assert.equal(verifyCustody(caseId, custody, mandates).at(-1)?.act, 'destroyed');
  done(await acts().close({ ...(await byOfficer(caseId)), reasons: 'Nothing is owed.' }));
  const closed = await subjectOf(caseId);
  assert.deepEqual([closed.state, dutiesOf(closed).filter(isPending)], ['closed', []]);
  assert.deepEqual((await see(people.sender, caseId)).open, []);
});

test('a forged receipt, and one of another hand-over, prove nothing', async () => {
  const caseId = await accepted();
  const [of, mandates] = [await handOverOf(caseId), await store().writer.mandates()];
  const bytes = await receipt((await subjectOf(caseId)).afterwards.accepted?.body.receiptSha256);
  const text = new TextDecoder().decode(bytes);
  const changed = (from: string, to: string): Uint8Array => new TextEncoder().encode(text.replace(from, to));
  assert.equal(readReceipt(changed('"kind":"accepted"', '"kind":"destroyed"'), of, mandates), 'signature');
  assert.equal(readReceipt(changed('amara-nwosu","case', 'nobody","case'), of, mandates), 'mandate');
  assert.equal(readReceipt(changed('"at"', ' "at"'), of, mandates), 'malformed');
  const other = await handOverOf(await accepted());
  assert.equal(readReceipt(bytes, other, mandates), 'another-hand-over');
  const officers = mandates.filter(({ authority }) => authority !== 'xa-central-authority');
  assert.equal(readReceipt(bytes, of, officers), 'mandate');
});

test('what is kept beyond its time is overdue, and a breach of it is recorded only then', async () => {
  const caseId = await accepted();
  const early = { ...(await byOfficer(caseId)), breach: 'kept-too-long', reasons: 'No receipt.' };
  assert.equal(code(await acts().recordBreach(early)), 'not-overdue');
  const due = dutiesOf(await subjectOf(caseId)).find(({ kind }) => kind === 'destroy')?.due ?? '';
  assert.equal(due, (await subjectOf(caseId)).released?.body.terms?.retention.until);
  try {
    setClock('2026-12-30T00:00:00.000Z');
    assert.ok(due > '2026-12-30');
    const sooner = { ...(await byOfficer(caseId)), breach: 'other-use', reasons: 'Shown on television.' };
    assert.equal(await kindOf(done(await acts().recordBreach(sooner)).leafIndex), 'breach');
  } finally {
    setClock(start);
  }
  assert.deepEqual(
    (await subjectOf(caseId)).afterwards.breaches.map(({ body }) => body.breach),
    ['other-use'],
  );
});

test('a provider reads nothing of what the two States agree after the evidence has left', async () => {
  const caseId = await accepted();
  done(await acts().askConsent({ ...(await bySender(caseId)), ...question }));
  const seen = JSON.stringify((await see(people.provider, caseId)).case);
  assert.doesNotMatch(seen, /Trial 7|consent-asked|conditions-accepted/);
});
