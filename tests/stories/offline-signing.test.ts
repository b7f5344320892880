import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readOwnKey } from '../../src/authorisation/own-key.ts';
import { personKeyId } from '../../src/authorisation/person-key.ts';
import { leafForRegister } from '../../src/acts/leaf-for.ts';
import { canonicalBytes } from '../../src/canonical.ts';
import { runCommand } from '../../src/cli.ts';
import { readAuthorisation } from '../../src/web/api/case-acts.ts';
import { verifyPackage } from '../../src/verify/index.ts';
import { contentsOf } from '../evidence/whole.ts';
import { reading } from '../evidence/walk.ts';
import { done, mailbox, people, sandbox, site } from './sandbox.ts';

/** `proviso key` and `proviso authorise`: a judge signs on a machine without a net, and the desk takes what was written. */

const folder = mkdtempSync(join(tmpdir(), 'proviso-offline-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const at = '2026-03-02T09:00:00.000Z';
const { acts, composed, store, on, granted, serve } = sandbox();
const file = (name: string): string => join(folder, name);

async function proviso(words: readonly string[], answer?: string): Promise<{ code: number; out: string; errors: string }> {
  const said = { out: '', errors: '', asked: 0 };
  const code = await runCommand(words, {
    environment: {},
    print: (text) => (said.out += `${text}\n`),
    complain: (text) => (said.errors += `${text}\n`),
    ...(answer !== undefined && { ask: () => Promise.resolve(answer) }),
    now: () => at,
  });
  return { code, ...said };
} // prettier-ignore

test('a key is made once, claimed, and signs exactly what was shown, also made smaller', async () => {
  const made = await proviso(['key', file('judge.key'), '--for', people.judge]);
  assert.equal(made.code, 0, made.errors);
  assert.ok(!made.out.includes('PRIVATE'), 'the secret is not printed');
  assert.equal((await proviso(['key', file('judge.key'), '--for', people.judge])).code, 2, 'never over another key');
  const of = { person: 'ines-okafor', mandate: people.judge, name: 'Safe', at };
  const key = readOwnKey(made.out, of);
  assert.ok(key);
  assert.equal(readOwnKey(made.out, { ...of, mandate: people.officer }), undefined, 'claimed for another mandate');
  assert.equal(
    readOwnKey(
      made.out.replace(/key \S+/, (line) => line.replace(/.$/, 'A')),
      of,
    ),
    undefined,
  );
  const mandate = await store().writer.mandate(people.judge);
  assert.ok(mandate);
  const leaf = leafForRegister(mandate, { key: personKeyId(key) }, at, composed().tools.random);
  await store().identities.register({ key }, leaf, at);

  const caseId = await granted();
  const shown = await acts().proposeOrder({ mandate: people.judge, caseId });
  assert.ok(shown.kind === 'shown');
  writeFileSync(file('order.json'), canonicalBytes(shown.order));
  const words = ['authorise', file('order.json'), '--key', file('judge.key')];
  assert.equal((await proviso(words)).code, 2, 'nobody can be asked');
  const no = await proviso(words, 'no');
  assert.deepEqual([no.code, no.out.includes(shown.text)], [1, true]);
  const wider = await proviso([...words, '--narrow', '{"validUntil":"2027-01-01T00:00:00.000Z"}'], 'yes');
  assert.equal(wider.code, 2, 'reaches further');
  const narrowing = { dataCategories: ['content'], conditions: ['Only for this proceeding.'] } as const;
  const signed = await proviso([...words, '--narrow', JSON.stringify(narrowing)], 'yes');
  assert.equal(signed.code, 0, signed.errors);
  assert.equal((await proviso([...words, '--yes'])).code, 2, 'never over another signature');

  const given = readAuthorisation(JSON.parse(readFileSync(file('order.json.signed.json'), 'utf8')));
  assert.ok(given);
  const other = await granted();
  const elsewhere = await acts().authorise({ ...(await on(people.judge, other)), ...given });
  assert.equal(elsewhere.kind === 'refused' && elsewhere.code, 'shown-changed', 'replayed in another case');
  done(await acts().authorise({ ...(await on(people.judge, caseId)), ...given }));
  await serve(caseId);
  done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox, site] }));
  done(await acts().release(await on(people.officer, caseId)));
  const files = await contentsOf(done(await acts().collect(await on(people.sender, caseId))).value);
  const verified = await verifyPackage(...reading(files));
  assert.deepEqual(verified.steps.filter(({ ok }) => !ok), []); // prettier-ignore
});
