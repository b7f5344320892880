import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { canonicalBytes } from '../../src/canonical.ts';
import { commit } from '../../src/transparency/commitment.ts';
import type { OpenLeaf } from '../../src/transparency/leaf.ts';
import { isSealed, openSealed, parseAnyLeaf, readLeaf, sealLeaf } from '../../src/transparency/sealed-leaf.ts';

const seed = new Uint8Array(32).fill(9);
const inner = commit({ request: 'ab'.repeat(32) }, new Uint8Array(32).fill(7));
const leaf: OpenLeaf = {
  format: 'proviso-leaf/1',
  kind: 'request',
  authority: 'xb-central-authority',
  month: '2026-03',
  commitment: inner.commitment,
  case: 'ef'.repeat(32),
  counterpart: 'XA',
  measure: 'interception',
  dataCategories: ['content'],
  test: 1,
};
const sealedOf = (of: OpenLeaf, openBy = '2026-06') => sealLeaf(of, inner.opening, openBy, seed);

suite('sealed leaves', () => {
  test('a sealed leaf says its month, its last month and a hash; who holds its opening reads all of it', () => {
    const { bytes, opening } = sealedOf(leaf);
    const sealed = parseAnyLeaf(bytes);
    assert.ok(isSealed(sealed));
    assert.deepEqual(Object.keys(sealed).toSorted(), ['commitment', 'format', 'month', 'openBy', 'test']);
    assert.deepEqual(openSealed(sealed, opening), leaf);
    assert.deepEqual(readLeaf(bytes, opening), { leaf, fields: { request: 'ab'.repeat(32) } });
  });

  test('all sealed leaves have one length, whatever is inside', () => {
    const { bytes } = sealedOf(leaf);
    const { format, commitment, authority, month } = leaf;
    const others: OpenLeaf[] = [
      { format, commitment, authority, month, kind: 'request', case: 'ef'.repeat(32), counterpart: 'XA' },
      { ...leaf, kind: 'decision', outcome: 'refused', grounds: ['40(21)(b)', '40(22)'] },
      { ...leaf, authority: 'xb-court-999', kind: 'withdrawal' },
    ];
    for (const other of others) assert.equal(sealedOf(other, '2031-12').bytes.length, bytes.length);
  });

  test('the same leaf under another seed is another hash: nobody can try what it may say', () => {
    const one = parseAnyLeaf(sealedOf(leaf).bytes);
    const other = parseAnyLeaf(sealLeaf(leaf, inner.opening, '2026-06', new Uint8Array(32).fill(8)).bytes);
    assert.notEqual(one.commitment, other.commitment);
  });

  test('a sealed leaf opens as what was sealed and as nothing else', () => {
    const { bytes, opening } = sealedOf(leaf);
    const sealed = parseAnyLeaf(bytes);
    assert.ok(isSealed(sealed));
    const lies = [
      { ...opening, leaf: opening.leaf.replace('interception', 'preservation') },
      { ...opening, seed: '00'.repeat(32) },
      { ...opening, leaf: `${opening.leaf} ` },
    ];
    for (const lie of lies) assert.throws(() => openSealed(sealed, lie), { code: 'commitment-mismatch' });
    assert.throws(() => readLeaf(bytes, inner.opening), { code: 'commitment-malformed' });
    // An inner opening of another document: the leaf is right, what it commits to is not.
    const other = commit({ request: 'cd'.repeat(32) }, seed).opening;
    assert.throws(() => readLeaf(bytes, { ...opening, opening: other }), { code: 'commitment-mismatch' });
  });

  test('what is sealed under one month or as a real case is not opened as another', () => {
    const { bytes, opening } = sealedOf(leaf);
    const sealed = parseAnyLeaf(bytes);
    assert.ok(isSealed(sealed));
    assert.throws(() => openSealed({ ...sealed, month: '2026-04' }, opening), { code: 'leaf-malformed' });
    assert.throws(() => openSealed({ ...sealed, test: 0 }, opening), { code: 'leaf-malformed' });
  });

  test('a leaf in a chain, a leaf of no case, and a last month before the month are not sealed', () => {
    assert.throws(() => sealedOf({ ...leaf, previous: 'ab'.repeat(32) }), { code: 'leaf-malformed' });
    const { format, commitment, authority, month } = leaf;
    const register: OpenLeaf = { format, commitment, authority, month, kind: 'register' };
    assert.throws(() => sealedOf(register), { code: 'leaf-malformed' });
    assert.throws(() => sealedOf(leaf, '2026-02'), { code: 'leaf-malformed' });
  });

  test('other spellings and unknown fields of a sealed leaf are refused', () => {
    const sealed = parseAnyLeaf(sealedOf(leaf).bytes);
    for (const change of [{ test: 2 }, { test: undefined }, { authority: 'xb-court' }, { openBy: 'June' }]) {
      const entries = Object.entries({ ...sealed, ...change }).filter(([, value]) => value !== undefined);
      assert.throws(() => parseAnyLeaf(canonicalBytes(Object.fromEntries(entries))), { code: 'leaf-malformed' });
    }
    const text = new TextDecoder().decode(sealedOf(leaf).bytes);
    assert.throws(() => parseAnyLeaf(new TextEncoder().encode(` ${text}`)), { code: 'leaf-malformed' });
  });

  test('any bytes are a leaf or refused as one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        assert.throws(() => parseAnyLeaf(bytes), { code: 'leaf-malformed' });
      }),
    );
  });
});
