import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  append,
  consistencyProof,
  emptyRoot,
  inclusionProof,
  leafHash,
  nodeHash,
  storedHashCount,
  storedHashIndex,
  treeHash,
  verifyConsistency,
  verifyInclusion,
} from '../../src/transparency/merkle.ts';
import { emptyLog, flipped, logOf, numbered } from './memory-log.ts';

const largest = 300;
const leaves = numbered(largest).map(leafHash);
const whole = await logOf(numbered(largest));

/** RFC 6962 section 2.1 word for word: the oracle. */
function mth(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot();
  if (hashes.length === 1) return only;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(mth(hashes.slice(0, k)), mth(hashes.slice(k)));
}
const roots = Array.from({ length: largest + 1 }, (_, size) => mth(leaves.slice(0, size)));
const rootAt = (size: number): Uint8Array => roots[size] ?? assert.fail();
const leafAt = (index: number): Uint8Array => leaves[index] ?? assert.fail();

suite('the tree', () => {
  test('the empty root and the hash of an empty leaf are those of RFC 6962', () => {
    assert.equal(emptyRoot().toHex(), hash('sha256', ''));
    assert.equal(
      leafHash(new Uint8Array()).toHex(),
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  test('every size has the root that the definition gives, whatever the batches in which it grew', async () => {
    for (let size = 0; size <= largest; size += 1)
      assert.deepEqual(await treeHash(size, whole.readHashes), rootAt(size));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 40 }), { maxLength: 8 }), async (batches) => {
        const log = emptyLog();
        let size = 0;
        for (const batch of batches) {
          const added = await append(size, leaves.slice(size, size + batch), log.readHashes);
          assert.equal(added.position, log.stored.length);
          log.stored.push(...added.hashes);
          size = Math.min(largest, size + batch);
          assert.deepEqual([added.size, added.root], [size, rootAt(size)]);
        }
        assert.deepEqual(log.stored, whole.stored.slice(0, storedHashCount(size)));
      }),
      { numRuns: 30 },
    );
  });

  test('appending reads once, and nothing for the first leaf', async () => {
    let readings = 0;
    const counted = (positions: readonly number[]): Promise<readonly Uint8Array[]> => {
      readings += 1;
      return Promise.resolve(whole.readHashes(positions));
    };
    await append(0, [leafAt(0)], counted);
    assert.equal(readings, 0);
    await append(255, [leafAt(255), leafAt(256)], counted);
    assert.equal(readings, 1);
  });

  test('a stored hash has the position that x/mod gives it, and no two share one', () => {
    const first: [number, number][] = [
      [0, 0],
      [0, 1],
      [1, 0],
      [0, 2],
      [0, 3],
      [1, 1],
      [2, 0],
      [0, 4],
    ];
    assert.deepEqual(
      first.map(([level, n]) => storedHashIndex(level, n)),
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
    const seen = new Set<number>();
    for (let level = 0; 2 ** level <= largest; level += 1) {
      for (let n = 0; (n + 1) * 2 ** level <= largest; n += 1) seen.add(storedHashIndex(level, n));
    }
    assert.equal(seen.size, storedHashCount(largest));
    assert.equal(Math.max(...seen), storedHashCount(largest) - 1);
  });

  test('sizes past 32 bits are exact, and past the exact range refused', () => {
    assert.equal(storedHashCount(2 ** 40), 2 ** 41 - 1);
    assert.equal(storedHashIndex(0, 2 ** 40), 2 ** 41 - 1);
    assert.equal(storedHashIndex(40, 0), 2 ** 41 - 2);
    for (const size of [2 ** 52 + 1, 2 ** 53]) assert.throws(() => storedHashCount(size), { code: 'size-invalid' });
    assert.throws(() => storedHashIndex(0, 2 ** 52), { code: 'size-invalid' });
    assert.throws(() => storedHashIndex(52, 1), { code: 'size-invalid' });
    for (const size of [-1, 0.5, Number.NaN, 2 ** 53]) {
      const claim = { index: 0, size, leafHash: leafAt(0), root: leafAt(0), proof: [] };
      assert.throws(() => verifyInclusion(claim), { code: 'size-invalid' }, String(size));
    }
  });

  test('a hash read short is a broken store, not a proof', async () => {
    await assert.rejects(
      treeHash(3, () => []),
      /stored hashes read/,
    );
  });
});

/** A pair a <= b below a bound. */
const ordered = (least: number): fc.Arbitrary<[number, number]> =>
  fc
    .tuple(fc.integer({ min: least, max: largest }), fc.integer({ min: least, max: largest }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

suite('proofs', () => {
  test('every leaf of every tree has an inclusion proof that verifies', async () => {
    for (let size = 1; size <= largest; size += size < 70 ? 1 : 23) {
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(index, size, whole.readHashes);
        verifyInclusion({ index, size, leafHash: leafAt(index), root: rootAt(size), proof });
      }
    }
  });

  test('every tree has a consistency proof to every later one that verifies', async () => {
    for (let size = 0; size <= largest; size += size < 70 ? 1 : 23) {
      for (let oldSize = 0; oldSize <= size; oldSize += 1) {
        const proof = await consistencyProof(oldSize, size, whole.readHashes);
        verifyConsistency({ oldSize, oldRoot: rootAt(oldSize), size, root: rootAt(size), proof });
      }
    }
  });

  test('an inclusion proof proves no other bit, index, size, length or order', async () => {
    const cases = fc.tuple(ordered(1), fc.nat(), fc.nat());
    await fc.assert(
      fc.asyncProperty(cases, async ([[low, size], bit, other]) => {
        const index = low - 1;
        const proof = await inclusionProof(index, size, whole.readHashes);
        const claim = { index, size, leafHash: leafAt(index), root: rootAt(size), proof };
        const wrong = [
          { ...claim, root: flipped(claim.root, bit % 256) },
          { ...claim, leafHash: flipped(claim.leafHash, bit % 256) },
          { ...claim, proof: [...proof, claim.root] },
          { ...claim, index: (index + 1 + (other % Math.max(1, size - 1))) % (size + 1) },
          ...(proof.length === 0
            ? []
            : [
                { ...claim, proof: proof.slice(1) },
                { ...claim, proof: proof.slice(0, -1) },
                {
                  ...claim,
                  proof: proof.map((hash, at) => (at === other % proof.length ? flipped(hash, bit % 256) : hash)),
                },
              ]),
          ...(proof.length < 2 ? [] : [{ ...claim, proof: [...proof].reverse() }]),
        ];
        for (const [number, altered] of wrong.entries())
          assert.throws(() => verifyInclusion(altered), { name: 'LogError' }, `${number}`);
      }),
      { numRuns: 200 },
    );
  });

  test('a consistency proof proves no other bit, root, length or order', async () => {
    await fc.assert(
      fc.asyncProperty(ordered(1), fc.nat(), fc.nat(), async ([oldSize, size], bit, other) => {
        const proof = await consistencyProof(oldSize, size, whole.readHashes);
        const claim = { oldSize, oldRoot: rootAt(oldSize), size, root: rootAt(size), proof };
        const wrong = [
          { ...claim, root: flipped(claim.root, bit % 256) },
          { ...claim, oldRoot: flipped(claim.oldRoot, bit % 256) },
          { ...claim, proof: [...proof, claim.root] },
          { ...claim, oldSize: oldSize - 1 },
          ...(proof.length === 0
            ? []
            : [
                { ...claim, proof: proof.slice(1) },
                { ...claim, proof: proof.slice(0, -1) },
                {
                  ...claim,
                  proof: proof.map((hash, at) => (at === other % proof.length ? flipped(hash, bit % 256) : hash)),
                },
              ]),
          ...(oldSize === size ? [] : [{ ...claim, oldRoot: claim.root, root: claim.oldRoot }]),
        ];
        for (const [number, altered] of wrong.entries())
          assert.throws(() => verifyConsistency(altered), { name: 'LogError' }, `${number}`);
      }),
      { numRuns: 200 },
    );
  });

  test('no tree begins with a larger one', () => {
    const claim = { oldSize: 6, oldRoot: rootAt(6), size: 5, root: rootAt(5), proof: [] };
    assert.throws(() => verifyConsistency(claim), { code: 'index-outside' });
  });

  test('a proof is asked only for what the tree reaches', async () => {
    await assert.rejects(inclusionProof(5, 5, whole.readHashes), { code: 'index-outside' });
    await assert.rejects(consistencyProof(6, 5, whole.readHashes), { code: 'index-outside' });
  });

  test('anything begins with the empty tree, but no other root is called empty', () => {
    const claim = { oldSize: 0, oldRoot: emptyRoot(), size: 5, root: rootAt(5), proof: [] };
    verifyConsistency(claim);
    assert.throws(() => verifyConsistency({ ...claim, oldRoot: rootAt(1) }), { code: 'proof-root' });
    assert.throws(() => verifyConsistency({ ...claim, proof: [rootAt(1)] }), { code: 'proof-length' });
  });
});
