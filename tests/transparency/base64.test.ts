import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../src/transparency/base64.ts';

test('bytes have one base64 text, and it gives them back', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(fromBase64(toBase64(bytes)), bytes)));
});

test('a second spelling is refused: space, missing or doubled padding, stray bits, the alphabet of URLs', () => {
  assert.deepEqual(fromBase64('+/8='), Uint8Array.of(0xfb, 0xff));
  for (const text of [
    '+/8',
    '+/8==',
    '+/9=',
    '+/ 8=',
    ' +/8=',
    '+/8=\n',
    '+\t/8=',
    '-_8=',
    '+/8=+/8=',
    '=',
    'A',
    '+/8=x',
  ]) {
    assert.equal(fromBase64(text), undefined, JSON.stringify(text));
  }
});
