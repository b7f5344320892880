import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { sha256Hex } from '../../src/canonical.ts';
import { done, mailbox, people, sandbox, site } from './sandbox.ts';

const { acts, see, on, released, produced, store } = sandbox();

const refusedAs = (answer: Answer, code: string): void =>
  assert.equal(answer.kind === 'refused' ? answer.code : answer.kind, code);

test('evidence that was destroyed is opened by nobody, goes from where it lay, and its proof stays', async () => {
  const caseId = await released();
  done(await acts().collect(await on(people.sender, caseId)));
  const before = (await see(people.officer, caseId)).case;
  const sealed = before.released?.body.sealedSha256 ?? '';
  const reasons = 'The condition of thirty days has passed.';
  const frame = await on(people.officer, caseId);
  const answer = done(await acts().destroyEvidence({ ...frame, reasons }));
  for (const sha256 of [sha256Hex(mailbox.bytes), sha256Hex(site.bytes), sealed])
    assert.equal(await store().blobs.open(caseId, sha256), undefined);
  assert.equal(await store().writer.caseSecret(caseId, 'storage'), undefined);
  assert.ok((await store().blobs.sweep(Date.now() + 3_600_000)) >= 3);
  const { case: subject, open } = await see(people.officer, caseId);
  const { body } = subject.evidenceDestroyed ?? assert.fail();
  assert.deepEqual(body.files, [sha256Hex(mailbox.bytes), sha256Hex(site.bytes), sealed]);
  assert.equal(body.custody.length, 3);
  assert.ok(body.custody.every((line) => line.includes('"act":"destroyed"') && line.includes(reasons)));
  assert.ok((await store().writer.leaf(answer.leafIndex))?.bytes.length);
  assert.ok(!open.includes('destroy-evidence'), 'it is done once');
  // Sent twice it is done once; collecting again says what became of it.
  assert.deepEqual(await acts().destroyEvidence({ ...frame, reasons }), answer);
  refusedAs(await acts().collect(await on(people.sender, caseId)), 'evidence-destroyed');
});

test('what is still to be released, or was never produced, is not destroyed by this act', async () => {
  const waiting = await produced();
  refusedAs(await acts().destroyEvidence({ ...(await on(people.officer, waiting)), reasons: 'So.' }), 'not-open');
  done(await acts().withdraw({ ...(await on(people.sender, waiting)), reasons: 'Not needed any more.' }));
  done(
    await acts().destroyEvidence({ ...(await on(people.officer, waiting)), reasons: 'The request was taken back.' }),
  );
  assert.equal(await store().blobs.open(waiting, sha256Hex(mailbox.bytes)), undefined);
});
