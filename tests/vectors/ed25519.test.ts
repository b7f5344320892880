import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { verify } from '../../src/transparency/ed25519.ts';

/** The 914 edge cases of C2SP/CCTV: on which signatures exist, all readers of a log must agree. */

const file = join(import.meta.dirname, '../../../shared/vectors/ed25519/ed25519vectors.json');
const missing = existsSync(file) ? false : 'the file ../shared/vectors/ed25519/ed25519vectors.json is not here';

type Vector = Readonly<{ key: string; sig: string; msg: string; flags: readonly string[] | null }>;
const vectors = missing === false ? (JSON.parse(readFileSync(file, 'utf8')) as Vector[]) : [];

const accepts = ({ key, sig, msg }: Vector): boolean =>
  verify(Uint8Array.fromHex(key), new TextEncoder().encode(msg), Uint8Array.fromHex(sig));
const has = ({ flags }: Vector, ...wanted: readonly string[]): boolean => wanted.some((flag) => flags?.includes(flag));

/** What node:crypto alone accepts depends on its OpenSSL: 208 with 3.0, 43 with 3.5. docs/decisions/0021. */
suite('Ed25519 edge cases made by others', { skip: missing }, () => {
  test('of 914 edge cases exactly 43 are signatures', () => {
    assert.equal(vectors.length, 914);
    assert.equal(vectors.filter(accepts).length, 43);
  });

  test('a signature is accepted exactly when no point has small order, none is spelt twice, and nothing is left over', () => {
    for (const vector of vectors) {
      const bad = has(vector, 'low_order_A', 'low_order_R', 'non_canonical_A', 'non_canonical_R', 'low_order_residue');
      assert.equal(accepts(vector), !bad, JSON.stringify(vector));
    }
  });
});
