import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roles } from '../../src/authorisation/mandate.ts';
import { findingFault, findingsOf } from '../../src/law/findings-file.ts';
import { mandates } from '../../src/law/vocabulary.ts';

const one = {
  fact: 'found.necessity',
  value: true,
  person: 'Noor Haddad',
  mandate: 'case-officer',
  at: '2026-02-12T10:30:00Z',
  reasons: 'No other source shows it.',
};
const file = (...findings: readonly unknown[]): unknown => ({ format: 'proviso-findings/1', findings });

const faults = (value: unknown): readonly string[] => {
  const read = findingsOf(value);
  return read.ok ? [] : read.errors.map(({ path, expected }) => `${path}: ${expected}`);
};

test('a finding carries person, mandate, time and reasons into the fact', () => {
  const read = findingsOf(file(one));
  assert.ok(read.ok);
  const { fact: name, value, ...source } = one;
  assert.deepEqual(read.facts, [{ name, value, source: { by: 'person', ...source, at: '2026-02-12T10:30:00.000Z' } }]);
});

for (const [law, finding, expected] of [
  [
    'what a requester states is not found',
    { ...one, fact: 'stated.necessity' },
    'findings[0].fact: a fact that a person finds (found...)',
  ],
  [
    'what the system measures is not found',
    { ...one, fact: 'measured.keyVerified' },
    'findings[0].fact: a fact that a person finds (found...)',
  ],
  [
    'a fact that does not exist is not found',
    { ...one, fact: 'found.guilt' },
    'findings[0].fact: a fact of the vocabulary',
  ],
  ['__proto__ is no fact', { ...one, fact: '__proto__' }, 'findings[0].fact: a fact of the vocabulary'],
  ['a value that does not exist is not found', { ...one, value: 'perhaps' }, 'findings[0].value: true or false'],
  [
    'a requester finds nothing',
    { ...one, mandate: 'requesting-officer' },
    'findings[0].mandate: one of case-officer, judge',
  ],
  [
    'a mandate that does not reach the fact is refused',
    { ...one, fact: 'found.authentic', mandate: 'judge' },
    'findings[0].mandate: case-officer',
  ],
  ['a finding without reasons is refused', { ...one, reasons: ' ' }, 'findings[0].reasons: text that is not empty'],
  [
    'a finding at no certain time is refused',
    { ...one, at: '2026-02-12' },
    'findings[0].at: a date and time with a zone, as 2026-03-01T00:00:00Z',
  ],
  ['an unknown key is refused', { ...one, secret: 1 }, 'findings[0]: no key secret'],
] as const) {
  test(law, () => {
    assert.deepEqual(faults(file(finding)), [expected]);
  });
}

test('a fact is found once: a correction is a new record, not a second opinion in the same file', () => {
  assert.deepEqual(faults(file(one, { ...one, value: false })), ['findings[1].fact: each fact once']);
});

test('whatever comes, the answer is facts or faults, never a throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal(typeof findingsOf(value).ok, 'boolean');
    }),
  );
  assert.equal(findingFault({ fact: 'toString', value: 1, mandate: 'judge' })?.path, 'fact');
});

test('a mandate to find is a role that somebody can hold', () => {
  for (const mandate of mandates) assert.ok(roles.includes(mandate), mandate);
});
