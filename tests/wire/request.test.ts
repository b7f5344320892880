import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/limits.ts';
import { errorLines, problemOf } from '../../src/wire/field-error.ts';
import { readRequest } from '../../src/wire/read-request.ts';

const smallest = {
  format: 'proviso-request/1',
  id: '5c0d7a31-2b8e-4c6d-8f19-7e2b4a9c6d02',
  requestingState: 'XA',
  requestedState: 'XB',
};
const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
const faultOf = (value: unknown): string => {
  const result = readRequest(bytes(value));
  assert.ok(!result.ok, 'it was let in');
  return errorLines(result.errors).join('\n');
};
const withField = (field: object): object => ({ ...smallest, ...field });

test('what a request does not say is absent, not refused: the law asks for it', () => {
  const document = bytes(smallest);
  const result = readRequest(document);
  assert.ok(result.ok);
  assert.deepEqual(result.request, smallest);
  assert.equal(result.form, 'proviso-request/1');
  assert.equal(result.sha256, createHash('sha256').update(document).digest('hex'));
});

test('instants are kept in UTC, in one spelling', () => {
  const result = readRequest(bytes(withField({ issuedAt: '2026-03-01T02:00+02:00' })));
  assert.equal(result.ok && result.request.issuedAt, '2026-03-01T00:00:00.000Z');
});

const day = '2026-01-01T00:00:00Z';
const target = (kind: string, value: string): object => withField({ targets: [{ kind, value }] });
const refusals: readonly (readonly [law: string, document: unknown, said: RegExp])[] = [
  [
    'an unknown field',
    `{ ${JSON.stringify(smallest).slice(1, -1)}, "offense": {} }`,
    /^offense \(line 1, column \d+\): expected no field of this name$/,
  ],
  [
    'an unknown field inside',
    withField({ provider: { name: 'x', nam: 'y' } }),
    /^provider\.nam .*no field of this name$/,
  ],
  ['a missing State', { ...smallest, requestedState: undefined }, /^requestedState .*a State code \(missing\)$/],
  ['another format', { ...smallest, format: 'proviso-request/2' }, /^format .*exactly "proviso-request\/1"$/],
  ['a State that does not exist', { ...smallest, requestedState: 'QQ' }, /^requestedState .*that exists/],
  ['a State in small letters', { ...smallest, requestedState: 'fr' }, /^requestedState .*two capital letters/],
  ['an identifier in capitals', { ...smallest, id: smallest.id.toUpperCase() }, /^id .*a lower-case UUID$/],
  ['a date without a zone', withField({ issuedAt: '2026-01-01T00:00:00' }), /^issuedAt .*with a zone/],
  ['a date that does not exist', withField({ issuedAt: '2026-02-30T00:00:00Z' }), /^issuedAt .*a date that exists/],
  [
    'a reversed period',
    withField({ period: { from: day, until: '2025-01-01T00:00:00Z' } }),
    /^period\.until .*after the beginning$/,
  ],
  [
    'an empty period',
    withField({ period: { from: day, until: '2026-01-01T01:00:00+01:00' } }),
    /^period\.until .*after/,
  ],
  [
    'a period that is too long',
    withField({ period: { from: '2001-01-01T00:00:00Z', until: day } }),
    /^period\.until .*at most 3660 days/,
  ],
  ['half a period', withField({ period: { from: day } }), /^period\.until .*\(missing\)$/],
  [
    'a reversed validity',
    withField({ legalAuthorisation: { validFrom: day, validUntil: '2025-01-01T00:00Z' } }),
    /^legalAuthorisation\.validUntil .*after validFrom/,
  ],
  [
    'a negative penalty',
    withField({ offence: { maximumYears: { requesting: -1 } } }),
    /^offence\.maximumYears\.requesting .*number of years from 0 to 200, or "life"$/,
  ],
  [
    'an absurd penalty',
    withField({ offence: { maximumYears: { requesting: 1e6 } } }),
    /^offence\.maximumYears\.requesting .*from 0 to 200/,
  ],
  [
    'a penalty as text',
    withField({ offence: { maximumYears: { requesting: '5' } } }),
    /^offence\.maximumYears\.requesting .*years/,
  ],
  ['null', withField({ offence: null }), /^offence .*a group of fields/],
  ['a list instead of a group', withField({ offence: [] }), /^offence .*a group of fields/],
  ['yes instead of true', withField({ isTest: 'yes' }), /^isTest .*true or false$/],
  ['an unknown measure', withField({ measure: 'everything' }), /^measure .*one of: preservation, /],
  ['a category twice', withField({ dataCategories: ['traffic', 'traffic'] }), /^dataCategories .*entries that differ$/],
  ['no target in a list of targets', withField({ targets: [] }), /^targets .*at least one entry$/],
  [
    'a days count that is not whole',
    withField({ dataProtection: { retentionDays: 1.5 } }),
    /^dataProtection\.retentionDays .*a whole number$/,
  ],
  [
    'too many days',
    withField({ dataProtection: { retentionDays: 1e9 } }),
    /^dataProtection\.retentionDays .*at most 36500$/,
  ],
  ['an empty line', withField({ provider: { name: '' } }), /^provider\.name .*one line of text/],
  ['two lines where one belongs', withField({ provider: { name: 'a\nb' } }), /^provider\.name .*one line of text/],
  ['a bidirectional override', withField({ facts: 'the account \u202Emoc.knab' }), /^facts .*bidirectional override/],
  [
    'text that is too long',
    withField({ facts: 'x'.repeat(limits.textCharacters + 1) }),
    /^facts .*at most 20000 characters$/,
  ],
  ['a wildcard account', target('email', '*@mail.example'), /^targets\[0\]\.value .*one e-mail address/],
  ['a network range', target('ip', '192.0.2.0/24'), /^targets\[0\]\.value .*not a range$/],
  ['a number with a plus', target('phone', '+442079460223'), /^targets\[0\]\.value .*E\.164/],
  ['a script address', target('url', 'javascript:alert(1)'), /^targets\[0\]\.value .*web address/],
  ['a list at the top', [smallest], /^the document .*a group of fields/],
  ['text at the top', '"request"', /^the document: expected a JSON object/],
  ['neither JSON nor XML', 'PK\u0003\u0004', /^the document: expected a JSON object/],
  ['nothing', '', /^the document: expected a document; this one is empty$/],
];
for (const [law, document, said] of refusals) {
  test(`request: ${law} is refused in plain words, with the field`, () => assert.match(faultOf(document), said));
}

test('every field that is wrong is named, each once', () => {
  const said = faultOf({ ...smallest, id: 'X\u202E', measure: 3, facts: '' }).split('\n');
  assert.deepEqual(
    said.map((line) => line.split(' ')[0]),
    ['id', 'measure', 'facts'],
  );
});

test('no more errors are listed than the limit says, and how many are left is said', () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`field${n}`, n]));
  const result = readRequest(bytes(withField(many)));
  assert.ok(!result.ok);
  assert.equal(result.errors.length, limits.fieldErrors + 1);
  assert.match(errorLines(result.errors).at(-1) ?? '', /250 more are not listed/);
});

test('a hint is a promise: XML that was called JSON is refused', () => {
  assert.ok(!readRequest(bytes('<a/>'), 'json').ok);
  assert.ok(!readRequest(bytes(smallest), 'xml').ok);
});

test('the JSON encoding of ETSI TS 103 120 is told apart, and a shared secret does not prove who asked', () => {
  const said = faultOf({ '@xmlns': 'http://uri.etsi.org/03120/common/2019/10/Core', Signature: { protected: 'e30' } });
  assert.match(said, /read in its XML encoding only.*HS256/);
});

test('an answer to HTTP is a problem document (RFC 9457) that names each field', () => {
  const result = readRequest(bytes({ ...smallest, measure: 'x' }));
  assert.ok(!result.ok);
  const problem = problemOf(result.errors);
  assert.equal(problem.status, 400);
  assert.deepEqual(
    problem.errors.map(({ path, at }) => ({ path, at })),
    [{ path: 'measure', at: { line: 6, column: 14 } }],
  );
});

test('any value in any field gives a request or errors in our words, quickly, never a throw', () => {
  const names = fc.constantFrom(
    'measure',
    'offence',
    'period',
    'targets',
    'person',
    'notice',
    'facts',
    'id',
    'realTime',
  );
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue({ maxDepth: 3 })), (fields) => {
      const result = readRequest(bytes({ ...smallest, ...fields }));
      if (!result.ok) assert.doesNotMatch(errorLines(result.errors).join(), /Invalid|Too (?:small|big)|received/);
    }),
    { numRuns: 500 },
  );
});
