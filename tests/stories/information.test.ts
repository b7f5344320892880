import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256Hex } from '../../src/canonical.ts';
import { bytesSource, type ByteSource } from '../../src/evidence/byte-source.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { verifyPackage, type Verification } from '../../src/verify/index.ts';
import { contentsOf } from '../evidence/whole.ts';
import { answers, done, people, sandbox } from './sandbox.ts';

const { acts, see, on, document, receive, granted, released, store } = sandbox();

const verify = (files: ReadonlyMap<string, ByteSource>): Promise<Verification> =>
  verifyPackage(
    (name) => Promise.resolve(files.get(name)),
    () => Promise.resolve([...files.keys()]),
  );

/** A case whose request says nothing of a period, and was asked back for it. */
async function asked(): Promise<Readonly<{ caseId: string; requestId: string }>> {
  const caseId = await receive((request) => delete request['period']);
  const message = 'Name the period.';
  done(await acts().askInformation({ ...(await on(people.officer, caseId)), message }));
  return { caseId, requestId: (await see(people.officer, caseId)).case.received.body.request.id };
}

const whole = (requestId: string, change: (request: Record<string, unknown>) => void = () => undefined) =>
  document((request) => {
    request['id'] = requestId;
    change(request);
  });

const code = (answer: { kind: string; code?: string; about?: readonly string[] }): readonly (string | undefined)[] => [
  answer.code ?? answer.kind,
  ...(answer.about ?? []),
];

test('what was asked for is supplied, the walk goes on, and the package proves the document that was supplied', async () => {
  const { caseId, requestId } = await asked();
  const before = await see(people.officer, caseId);
  assert.equal(before.case.state, 'information-asked');
  assert.equal(before.assessment.outcome, 'incomplete');
  const sent = whole(requestId);
  const { leafIndex } = done(await acts().supplyInformation({ ...(await on(people.sender, caseId)), ...sent }));
  const after = await see(people.officer, caseId);
  assert.equal(after.case.state, 'received');
  assert.equal(after.assessment.outcome, 'nothing-bars');
  assert.equal(after.case.latest.body.requestSha256, sha256Hex(sent.document));

  const leaf = parseLeaf((await store().writer.leaf(leafIndex))?.bytes ?? new Uint8Array());
  assert.deepEqual([leaf.kind, leaf.authority, leaf.counterpart], ['information', 'xa-central-authority', 'XB']);

  await released(caseId);
  const files = done(await acts().collect(await on(people.sender, caseId))).value;
  const verified = await verify(files);
  assert.deepEqual(
    verified.steps.filter(({ ok }) => !ok),
    [],
  );
  assert.deepEqual((await contentsOf(files)).get('request.json'), sent.document);
  assert.match(verified.steps[0]?.says ?? '', /was supplied, when information was asked/);
});

test('both documents stay as they came', async () => {
  const { caseId, requestId } = await asked();
  const sent = whole(requestId);
  done(await acts().supplyInformation({ ...(await on(people.sender, caseId)), ...sent }));
  const { received, latest } = (await see(people.officer, caseId)).case;
  const first = await store().writer.document(received.body.requestSha256);
  assert.ok(first && !new TextDecoder().decode(first).includes('"period"'));
  assert.deepEqual(await store().writer.document(latest.body.requestSha256), sent.document);
});

test('what was found stays, is shown as found before the change, and the court reads so', async () => {
  const { caseId, requestId } = await asked();
  const open = new Set<string>((await see(people.officer, caseId)).assessment.questions.map(({ fact }) => fact));
  const [first, second] = answers().filter(({ fact }) => open.has(fact));
  assert.ok(first && second);
  done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings: [first, second] }));
  done(await acts().supplyInformation({ ...(await on(people.sender, caseId)), ...whole(requestId) }));
  const { findings } = (await see(people.officer, caseId)).case;
  assert.deepEqual(
    [first, second].map(({ fact }) => findings.get(fact)?.beforeChange),
    [true, true],
  );
  done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings: [first] }));
  await granted(caseId);
  const shown = await acts().proposeOrder({ mandate: people.judge, caseId });
  assert.equal(shown.kind, 'shown');
  const marked = shown.order.openFindings.filter((line) => line.startsWith('found before the request was changed'));
  assert.deepEqual(marked, [`found before the request was changed: ${second.fact}`]);
});

test('nothing is supplied that nobody asked for, twice, or by the one who asked', async () => {
  const unasked = await receive();
  const { id } = (await see(people.officer, unasked)).case.received.body.request;
  assert.deepEqual(code(await acts().supplyInformation({ ...(await on(people.sender, unasked)), ...whole(id) })), [
    'not-open',
  ]);
  const { caseId, requestId } = await asked();
  assert.deepEqual(
    code(await acts().supplyInformation({ ...(await on(people.officer, caseId)), ...whole(requestId) })),
    ['no-mandate'],
  );
  done(await acts().supplyInformation({ ...(await on(people.sender, caseId)), ...whole(requestId) }));
  assert.deepEqual(
    code(await acts().supplyInformation({ ...(await on(people.sender, caseId)), ...whole(requestId) })),
    ['not-open'],
  );
});

test('another request does not slip in under the case of this one', async () => {
  const { caseId, requestId } = await asked();
  const supply = async (sent: ReturnType<typeof whole>) =>
    code(await acts().supplyInformation({ ...(await on(people.sender, caseId)), ...sent }));
  const changes: readonly (readonly [string, (request: Record<string, unknown>) => void])[] = [
    ['id', (request) => (request['id'] = '7d0f6a3e-1b1f-4a53-9f3c-0d4b6f9a2c11')],
    ['requestingState', (request) => (request['requestingState'] = 'FR')],
    ['requestedState', (request) => (request['requestedState'] = 'FR')],
    ['measure', (request) => (request['measure'] = 'interception')],
    ['isTest', (request) => (request['isTest'] = request['isTest'] !== true)],
  ];
  for (const [field, change] of changes)
    assert.deepEqual(await supply(whole(requestId, change)), ['another-request', field]);
  const same = whole(requestId, (request) => delete request['period']);
  assert.deepEqual(await supply(same), ['same-document']);
  assert.equal((await see(people.officer, caseId)).case.state, 'information-asked');
});

test('a package whose decision rests on another document than the one that travels does not verify', async () => {
  const { caseId, requestId } = await asked();
  done(await acts().supplyInformation({ ...(await on(people.sender, caseId)), ...whole(requestId) }));
  await released(caseId);
  const files = new Map(done(await acts().collect(await on(people.sender, caseId))).value);
  const { received } = (await see(people.officer, caseId)).case;
  files.set(
    'request.json',
    bytesSource((await store().writer.document(received.body.requestSha256)) ?? new Uint8Array()),
  );
  const { ok, steps } = await verify(files);
  assert.equal(ok, false);
  assert.ok(steps.some((step) => !step.ok && step.step === 'request' && step.file === 'request.json'));
});
