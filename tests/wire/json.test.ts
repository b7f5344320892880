import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/limits.ts';
import { errorLines } from '../../src/wire/field-error.ts';
import { readJson } from '../../src/wire/json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const faultOf = (document: string | Uint8Array): string => {
  const result = readJson(typeof document === 'string' ? bytes(document) : document);
  assert.ok(!result.ok, 'it was let in');
  return errorLines(result.errors).join('\n');
};

test('what is let in is what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
      const result = readJson(bytes(text));
      if (result.ok) assert.deepEqual(result.value, JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});

test('what JSON.stringify writes is let in, unless a key is reserved or a number has too many digits', () => {
  const key = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => !['constructor', 'prototype'].includes(name));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, (each) => {
      const result = readJson(bytes(JSON.stringify(each)));
      assert.deepEqual(result.ok && result.value, JSON.parse(JSON.stringify(each)));
    }),
    { numRuns: 500 },
  );
});

test('nothing that JSON.parse refuses is let in', () => {
  const almost = fc.string({
    unit: fc.constantFrom(...Array.from('{}[]",:\\ \n\t01.-+eEunulltruefalse/*')),
    maxLength: 24,
  });
  fc.assert(
    fc.property(almost, (text) => {
      if (readJson(bytes(text)).ok) assert.doesNotThrow(() => void JSON.parse(text));
    }),
    { numRuns: 3000 },
  );
});

const refusals: readonly (readonly [law: string, document: string | Uint8Array, said: RegExp])[] = [
  ['a key that is there twice', '{"a":1,\n "a":2}', /^a \(line 2, column 2\): expected this field once/],
  ['a key that is there twice in two spellings', '{"a":1,"\\u0061":2}', /^a .*once/],
  ['__proto__', '{"x":{"__proto__":{"admin":true}}}', /^x\.__proto__ .*reserved/],
  ['constructor', '{"constructor":1}', /^constructor .*reserved/],
  ['a trailing comma', '[1,]', /line 1, column 4.*no trailing comma/],
  ['a comment', '[1/* x */]', /no comment/],
  ['single quotes', "{'a':1}", /double quotes/],
  ['two documents', '{} {}', /valid JSON/],
  ['nothing', '', /this one is empty/],
  ['white space only', ' \n', /valid JSON/],
  ['a byte order mark', '\uFEFF{}', /byte order mark/],
  ['a raw control character in text', '{"a":"x\ny"}', /line 1, column 8.*control/],
  ['a lone surrogate', '{"a":"\\ud800"}', /^a .*surrogate/],
  ['a lone surrogate in a key', '{"\\udc00":1}', /field name of whole Unicode/],
  ['a number that overflows', '{"a":1e999}', /^a .*finite number/],
  ['a number that a double cannot hold', '{"a":0.123456789012345678}', /^a .*17 digits/],
  ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), /UTF-8/],
  ['an overlong UTF-8 spelling', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), /UTF-8/],
  ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), /UTF-8/],
  ['one level too many', '['.repeat(limits.depth + 1), /levels of nesting/],
  ['a depth bomb', `${'['.repeat(400_000)}${']'.repeat(400_000)}`, /levels of nesting/],
  ['a depth bomb of objects', '{"a":'.repeat(190_000), /levels of nesting/],
  ['too many values', `[${'1,'.repeat(limits.documentValues)}1]`, /values/],
  ['one byte too many', `"${'x'.repeat(limits.requestBytes - 1)}"`, /at most 1000000 bytes; these are 1000001/],
];
for (const [law, document, said] of refusals) {
  test(`JSON: ${law} is refused, quickly`, () => {
    const started = performance.now();
    assert.match(faultOf(document), said);
    assert.ok(performance.now() - started < 1000);
  });
}

test('depth and brackets inside text are text', () => {
  const result = readJson(bytes(JSON.stringify({ a: '[{'.repeat(100), b: `"${'['.repeat(100)}`, c: '\\' })));
  assert.ok(result.ok);
});

test('the greatest depth that is allowed is allowed', () => {
  assert.ok(readJson(bytes(`${'['.repeat(limits.depth)}${']'.repeat(limits.depth)}`)).ok);
});

test('a key cannot lie about where the fault is: what is not a plain name is quoted and escaped', () => {
  assert.match(faultOf('{"\\u202eevil.path":1e999}'), /^\["\\u202eevil\.path"\] /);
});

test('a 100 MB body is refused before it is read', () => {
  const started = performance.now();
  assert.match(faultOf(new Uint8Array(100_000_000)), /at most 1000000 bytes/);
  assert.ok(performance.now() - started < 100);
});

test('any bytes give a value or errors, never a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (some) => {
      const result = readJson(some);
      assert.ok(result.ok || result.errors.length > 0);
    }),
    { numRuns: 2000 },
  );
});
