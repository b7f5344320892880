import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { leafReader, type LeafForm } from '../../src/transparency/leaf-reader.ts';
import { encodeLeaf } from '../../src/transparency/leaf.ts';
import { isSealed, parseAnyLeaf, sealLeaf } from '../../src/transparency/sealed-leaf.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => bytes.toHex());
const leaves = fc.record({
  kind: fc.constantFrom('register' as const, 'request' as const, 'collection' as const),
  authority: fc.constantFrom('xa-court', 'xb-central-authority', 'xb-provider-2'),
  month: fc.constantFrom('2026-03', '2026-04'),
  commitment: hash,
  previous: fc.option(hash, { nil: undefined }),
  case: hash,
}).map(({ kind, previous, case: link, ...leaf }) => encodeLeaf({ format: 'proviso-leaf/1', kind, ...leaf, ...(previous && { previous }), ...(kind === 'register' ? {} : { case: link, counterpart: 'XA' }) })); // prettier-ignore
const sealed = fc.record({ commitment: hash, seed: fc.uint8Array({ minLength: 32, maxLength: 32 }) }).map(({ commitment, seed }) =>
  sealLeaf({ format: 'proviso-leaf/1', kind: 'request', authority: 'xb-court', month: '2026-03', case: commitment, counterpart: 'XA', commitment }, {}, '2026-09', seed).bytes); // prettier-ignore

/** One byte changed, taken out or put in; or a hash made something that is nearly one. */
const damages = fc.oneof(
  fc.record({ at: fc.nat(600), byte: fc.nat(255) }).map(({ at, byte }) => (text: Buffer) => Buffer.concat([text.subarray(0, at), Buffer.of(byte), text.subarray(at + 1)])),
  fc.nat(600).map((at) => (text: Buffer) => Buffer.concat([text.subarray(0, at), text.subarray(at + 1)])),
  fc.constantFrom('\0', '"\0"', '"#"', '""', `"${'A'.repeat(64)}"`, `"${'a'.repeat(63)}"`, `"${'a'.repeat(65)}"`, `["${'a'.repeat(64)}"]`, `"\\u0061${'a'.repeat(63)}"`)
    .map((put) => (text: Buffer) => Buffer.from(text.toString('latin1').replace(/"[0-9a-f]{64}"/, put), 'latin1')),
); // prettier-ignore

const expected = (bytes: Uint8Array): LeafForm | undefined => {
  try {
    const leaf = parseAnyLeaf(bytes);
    if (isSealed(leaf)) return { kind: 'sealed' };
    return { kind: leaf.kind, authority: leaf.authority, ...(leaf.previous !== undefined && { previous: leaf.previous }) }; // prettier-ignore
  } catch {
    return undefined;
  }
};

suite('reading many leaves', () => {
  test('says of each what parsing says, also after thousands of the same shape, and refuses what parsing refuses', () => {
    const read = leafReader();
    const got = (bytes: Uint8Array): LeafForm | undefined => {
      try {
        return read(bytes);
      } catch {
        return undefined;
      }
    };
    fc.assert(
      fc.property(fc.oneof(leaves, sealed), damages, (bytes, damage) => {
        const damaged = damage(Buffer.from(bytes));
        for (const each of [bytes, damaged, bytes]) assert.deepEqual(got(each), expected(each));
      }),
      { numRuns: 3_000 },
    );
  });
});
