import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mandate, Role } from '../../src/authorisation/mandate.ts';
import { canonicalJson, sha256Hex } from '../../src/canonical.ts';
import { appendCustody, encodeCustody, splitCustody, verifyCustody, type CustodyStep } from '../../src/evidence/custody.ts'; // prettier-ignore
import type { CustodyAct } from '../../src/evidence/custody-entry.ts';
import { limits } from '../../src/limits.ts';
import { sign } from '../../src/transparency/ed25519.ts';
import { encodeVerifierKey, generateKey, type SignerKey } from '../../src/transparency/note.ts';

const caseId = '3f0c6a52-6f55-4a3f-8d8a-0f6f3f0a7d11';
const subject = sha256Hex('exhibit');

function person(id: string, role: Role, seed: number): { mandate: Mandate; signer: SignerKey } {
  const signer = generateKey(id, new Uint8Array(32).fill(seed));
  const [authority = '', name = ''] = id.split('/');
  return {
    signer,
    mandate: { id, person: name, name, role, authority, authorityName: authority, state: 'XB', vkey: encodeVerifierKey(signer.verifier), validFrom: '2026-01-01T00:00:00.000Z', validUntil: '2027-01-01T00:00:00.000Z' },
  }; // prettier-ignore
}
const provider = person('xb-provider/tomas-rey', 'provider', 1);
const officer = person('xb-central-authority/vera-lindqvist', 'case-officer', 2);
const mandates = [provider.mandate, officer.mandate];

const step = (act: CustodyAct, minute: number): CustodyStep => ({ act, at: `2026-02-13T10:${String(minute).padStart(2, '0')}:00.000Z`, subject, reason: `reason for ${act}` }); // prettier-ignore

function chain(): string[] {
  const lines: string[] = [];
  lines.push(appendCustody(caseId, lines, step('produced', 1), provider.mandate, provider.signer));
  for (const [act, minute] of [['received', 2], ['minimised', 3], ['sealed', 3], ['released', 4]] as const) {
    lines.push(appendCustody(caseId, lines, step(act, minute), officer.mandate, officer.signer));
  } // prettier-ignore
  return lines;
}

test('a chain is verified as it was signed, and its file splits into the same lines', () => {
  const lines = chain();
  assert.deepEqual(splitCustody(encodeCustody(lines)), lines);
  assert.deepEqual(verifyCustody(caseId, lines, mandates).map(({ act }) => act), ['produced', 'received', 'minimised', 'sealed', 'released']); // prettier-ignore
});

test('an entry taken out, moved, doubled or put in breaks the chain at its place', () => {
  const lines = chain();
  const [one = '', two = '', three = '', four = '', five = ''] = lines;
  const broken: readonly (readonly [string[], number])[] = [
    [[two, three, four, five], 1],
    [[one, three, four, five], 2],
    [[one, three, two, four, five], 2],
    [[one, two, two, three, four, five], 3],
    [[one, two, three, one, four, five], 4],
  ];
  for (const [changed, line] of broken) {
    assert.throws(() => verifyCustody(caseId, changed, mandates), { name: 'CustodyError', code: 'chain', line });
  }
});

test('the end cut off still verifies: that the release is the last entry is for the hand-over to say', () => {
  assert.equal(verifyCustody(caseId, chain().slice(0, 3), mandates).length, 3);
});

test('a chain cannot be moved to another case', () => {
  assert.throws(() => verifyCustody('00000000-0000-4000-8000-000000000000', chain(), mandates), { code: 'chain', line: 1 }); // prettier-ignore
});

test('an entry written and signed by hand after the specification verifies, and only with its own number', () => {
  const byHand = (number: number): string => {
    const unsigned = {
      format: 'proviso-custody/1', number, at: '2026-02-13T10:00:00.000Z', act: 'produced', by: provider.mandate.id,
      authority: provider.mandate.authority, subject, reason: 'by hand',
      previous: sha256Hex(`proviso-custody/1 of case ${caseId}\n`),
    }; // prettier-ignore
    const message = Buffer.from(`proviso-custody/1 entry\n${sha256Hex(canonicalJson(unsigned))}\n`);
    return canonicalJson({
      ...unsigned,
      signature: Buffer.from(sign(provider.signer.secret, message)).toString('base64'),
    });
  };
  assert.equal(verifyCustody(caseId, [byHand(1)], mandates).length, 1);
  assert.throws(() => verifyCustody(caseId, [byHand(2)], mandates), { code: 'chain', line: 1 });
});

test('any character changed is seen in its line', () => {
  const lines = chain();
  const second = lines[1] ?? '';
  for (let at = 0; at < second.length; at += 1) {
    const changed = second.slice(0, at) + (second[at] === '0' ? '1' : '0') + second.slice(at + 1);
    assert.throws(() => verifyCustody(caseId, lines.with(1, changed), mandates), { name: 'CustodyError', line: 2 }, `character ${at}`); // prettier-ignore
  }
});

test('one entry has one spelling: a space, another order of keys, another form of the instant are refused', () => {
  const [first = ''] = chain();
  const value = JSON.parse(first) as Record<string, unknown>;
  const others = [
    JSON.stringify(value, undefined, 1),
    JSON.stringify(Object.fromEntries(Object.entries(value).reverse())),
    canonicalJson({ ...value, at: '2026-02-13T10:01:00Z' }),
    canonicalJson({ ...value, at: '2026-02-13T11:01:00.000+01:00' }),
    canonicalJson({ ...value, extra: 1 }),
    first.replace('"act"', '"act":"produced","act"'),
    `${first} `,
  ];
  for (const line of others) assert.throws(() => verifyCustody(caseId, [line], mandates), { code: 'malformed' }, line);
});

test('nobody signs for an act that is not theirs, before or after their mandate, or with another key', () => {
  const refused = (code: string, act: () => string): void => assert.throws(act, { name: 'CustodyError', code });
  refused('mandate', () => appendCustody(caseId, [], step('released', 1), provider.mandate, provider.signer));
  refused('mandate', () => appendCustody(caseId, [], step('produced', 1), officer.mandate, officer.signer));
  refused('mandate', () => appendCustody(caseId, [], { ...step('produced', 1), at: '2027-01-01T00:00:00.000Z' }, provider.mandate, provider.signer)); // prettier-ignore
  refused('mandate', () => appendCustody(caseId, [], { ...step('produced', 1), at: '2025-12-31T23:59:59.999Z' }, provider.mandate, provider.signer)); // prettier-ignore
  refused('signature', () => appendCustody(caseId, [], step('produced', 1), provider.mandate, officer.signer));
  assert.throws(() => verifyCustody(caseId, chain(), [officer.mandate]), { code: 'mandate', line: 1 });
});

test('time never runs backwards', () => {
  const lines = chain();
  assert.throws(() => appendCustody(caseId, lines, step('viewed', 3), officer.mandate, officer.signer), { code: 'time', line: 6 }); // prettier-ignore
});

test('a chain of more entries than anybody makes is refused before its first line is read', () => {
  const lines = Array.from({ length: limits.custodyEntries + 1 }, () => '');
  assert.throws(() => verifyCustody(caseId, lines, mandates), { code: 'malformed', line: lines.length });
});

test('bytes that are no lines are refused', () => {
  for (const bytes of [Buffer.from([0xff, 0x0a]), Buffer.from('{}'), Buffer.from('\n')]) {
    assert.throws(() => verifyCustody(caseId, splitCustody(bytes), mandates), { name: 'CustodyError' });
  }
});
