import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ByteSource } from '../../src/evidence/byte-source.ts';
import { verifyPackage } from '../../src/verify/index.ts';
import { answers, done, people, sandbox } from './sandbox.ts';

const { acts, see, on, receive, granted, serve, authorised, released, store, setClock } = sandbox();

const verifies = async (files: ReadonlyMap<string, ByteSource>): Promise<boolean> =>
  (
    await verifyPackage(
      (name) => Promise.resolve(files.get(name)),
      () => Promise.resolve([...files.keys()]),
    )
  ).ok;

test('the whole walk: what is collected verifies without us', async () => {
  const caseId = await released();
  const { value } = done(await acts().collect(await on(people.sender, caseId)));
  assert.ok(await verifies(value));
  assert.equal((await see(people.officer, caseId)).case.state, 'collected');
});

test('collected again, it verifies again, and both collections are events', async () => {
  const caseId = await released();
  done(await acts().collect(await on(people.sender, caseId)));
  assert.ok(await verifies(done(await acts().collect(await on(people.sender, caseId))).value));
  const { events } = (await see(people.officer, caseId)).case;
  assert.equal(events.filter(({ body }) => body.kind === 'collected').length, 2);
});

test('the court narrows: less leaves, the order says what was left out, and it verifies', async () => {
  const caseId = await granted();
  const narrowing = {
    targets: [0],
    dataCategories: ['content'],
    period: { from: '2026-01-10T00:00:00.000Z', until: '2026-01-20T00:00:00.000Z' },
  } as const;
  const shown = await acts().proposeOrder({ mandate: people.judge, caseId, narrowing });
  assert.equal(shown.kind, 'shown');
  assert.match(shown.text, /asked for and left out: url https:\/\/login-bank\.example\//);
  done(await acts().authorise({ ...(await on(people.judge, caseId)), narrowing, shownSha256: shown.sha256 }));
  const { mailbox, site } = await import('./sandbox.ts');
  await serve(caseId);
  done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox, site] }));
  const preview = await acts().previewRelease({ mandate: people.officer, caseId });
  assert.equal(preview.kind, 'preview');
  assert.ok(preview.releasedCount > 0 && preview.releasedCount < 9, String(preview.releasedCount));
  done(await acts().release(await on(people.officer, caseId)));
  assert.ok(await verifies(done(await acts().collect(await on(people.sender, caseId))).value));
});

test('the court refuses: nothing can be produced or released any more', async () => {
  const caseId = await granted();
  done(await acts().refuseAuthorisation({ ...(await on(people.judge, caseId)), reasons: 'Subscriber data would do.' }));
  const produced = await acts().produce({
    ...(await on(people.officer, caseId)),
    mandate: people.provider,
    exhibits: [],
  });
  // No court authorised it, so it is none of the provider's cases.
  assert.deepEqual(produced, { kind: 'refused', code: 'unknown-case' });
});

test('a request that punishes criticism of those in power is barred, and refused on the treaty’s ground only', async () => {
  const caseId = await receive((request) => {
    (request['offence'] as Record<string, unknown>)['punishes'] = ['criticism-of-authority'];
  });
  const { assessment } = await see(people.officer, caseId);
  assert.equal(assessment.outcome, 'barred');
  const grant = await acts().decide({
    ...(await on(people.officer, caseId)),
    outcome: 'grant',
    reasons: 'x',
    grounds: [],
  });
  assert.equal(grant.kind === 'refused' && grant.code, 'barred');
  const invented = await acts().decide({
    ...(await on(people.officer, caseId)),
    outcome: 'refuse',
    reasons: 'x',
    grounds: ['bank-secrecy'],
  });
  assert.equal(invented.kind === 'refused' && invented.code, 'no-ground');
  done(
    await acts().decide({
      ...(await on(people.officer, caseId)),
      outcome: 'refuse',
      reasons: 'It would punish criticism.',
      grounds: ['40(22)'],
    }),
  );
});

test('a grant waits for every answer that is the officer’s', async () => {
  const caseId = await receive();
  const early = await acts().decide({
    ...(await on(people.officer, caseId)),
    outcome: 'grant',
    reasons: 'x',
    grounds: [],
  });
  assert.equal(early.kind === 'refused' && early.code, 'needs-facts');
  assert.ok(early.kind === 'refused' && early.about?.includes('found.necessity'));
});

test('the person concerned is told when the delay that the court allowed has ended, not before', async () => {
  const caseId = await released();
  const told = async (): Promise<boolean> =>
    (await acts().noticesFor({ mandate: people.person })).some((notice) => notice.caseId === caseId);
  assert.equal(await told(), false);
  setClock('2026-08-06T00:00:00.000Z');
  assert.equal(await told(), true);
  setClock('2026-03-02T09:00:00.000Z');
});

test('every look at a case is recorded', async () => {
  const caseId = await authorised();
  await see(people.provider, caseId);
  const readings = await store().writer.readings(caseId, 100);
  assert.ok(readings.some(({ mandate }) => mandate === people.provider));
});

test('findings are kept with who found them, and the latest stands', async () => {
  const caseId = await receive();
  const [first] = answers();
  assert.ok(first);
  done(await acts().recordFindings({ ...(await on(people.officer, caseId)), findings: [first] }));
  done(
    await acts().recordFindings({
      ...(await on(people.officer, caseId)),
      findings: [{ ...first, reasons: 'Looked at again.' }],
    }),
  );
  const { case: subject } = await see(people.officer, caseId);
  assert.equal(subject.findings.get(first.fact)?.finding.reasons, 'Looked at again.');
  assert.equal(subject.findings.get(first.fact)?.by, people.officer);
  assert.equal(subject.events.filter(({ body }) => body.kind === 'findings-recorded').length, 2);
});
