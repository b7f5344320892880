import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { LogError } from '../../src/transparency/log-error.ts';
import { consistencyProof, inclusionProof, treeHash } from '../../src/transparency/merkle.ts';
import { generateKey, signatureLine, textOf, type SignerKey } from '../../src/transparency/note.ts';
import { encodeProof } from '../../src/transparency/proof.ts';
import { encodeBracket, verifyBracket, type Earlier } from '../../src/transparency/time-bracket.ts';
import { policyOf } from '../../src/transparency/witness-policy.ts';
import { logOf, logSigner, numbered, type MemoryLog } from './memory-log.ts';

const five = [1, 2, 3, 4, 5].map((n) => generateKey(`w${n}.example`, new Uint8Array(32).fill(40 + n), 0x04));
const policy = { ...policyOf(logSigner.verifier, five.map(({ verifier }) => verifier), 4) }; // prettier-ignore
const otherLog = generateKey('log.example/other', new Uint8Array(32).fill(8));
const both = { ...policy, logs: [...policy.logs, { key: otherLog.verifier }] };
const whole = numbered(40);
const log = await logOf(whole);

/** A head of the first `size` leaves; witness n signs at `time + n`, or at its own time. */
async function seen(of: {
  size: number;
  time: number;
  own?: Record<number, number>;
  by?: SignerKey;
  tree?: MemoryLog;
  count?: number;
}): Promise<Uint8Array> {
  // prettier-ignore
  const { size, time, own = {}, by = logSigner, tree = log, count = 5 } = of;
  const head = signCheckpoint({ origin: by.verifier.name, size, root: await treeHash(size, tree.readHashes) }, by);
  const text = new TextEncoder().encode(textOf(head));
  const lines = five.slice(0, count).map((key, n) => signatureLine(text, key, own[n] ?? time + n));
  return Buffer.concat([head, Buffer.from(lines.join(''))]);
}

const index = 11;
const later = await seen({ size: 20, time: 2_000 });
const proof = encodeProof({ index, hashes: await inclusionProof(index, 20, log.readHashes), checkpoint: later });
const linked = async (size: number, checkpoint: Uint8Array): Promise<Earlier> => ({
  checkpoint,
  hashes: size <= 20 ? await consistencyProof(size, 20, log.readHashes) : [],
});
const check = (earlier?: Earlier, under = policy) => verifyBracket(encodeBracket(proof, earlier), whole[index] ?? assert.fail(), under); // prettier-ignore

suite('the time of a leaf', () => {
  test('it lies between the first clock of the earlier checkpoint and the last of the later one', async () => {
    for (const size of [0, 1, 7, 11]) {
      const { notBefore, notAfter } = check(await linked(size, await seen({ size, time: 1_000 })));
      assert.deepEqual([notBefore, notAfter], [1_000, 2_004], `${size} leaves`);
    }
    assert.deepEqual([check().notBefore, check().notAfter], [undefined, 2_004]);
  });

  test('nobody names a checkpoint that holds the leaf as the earlier one', async () => {
    for (const size of [12, 15, 20, 33]) {
      const note = await seen({ size, time: 1_000 });
      const earlier = await linked(size, note);
      assert.throws(() => check(earlier), { code: 'bracket-order' }, `${size} leaves`);
    }
  });

  test('a checkpoint of another log says nothing about this one, also where the reader trusts both', async () => {
    const earlier = await linked(7, await seen({ size: 7, time: 1_000, by: otherLog }));
    assert.throws(() => check(earlier, both), { code: 'bracket-order' });
    assert.throws(() => check(earlier), { code: 'checkpoint-origin' });
  });

  test('a checkpoint of a fork, witnessed or not, is no beginning of this tree', async () => {
    const fork = await logOf(numbered(40).map((entry, at) => (at === 3 ? new Uint8Array([1]) : entry)));
    const earlier = await linked(7, await seen({ size: 7, time: 1_000, tree: fork }));
    assert.throws(() => check(earlier), { code: 'proof-root' });
    const { checkpoint, hashes } = await linked(7, await seen({ size: 7, time: 1_000 }));
    assert.throws(() => check({ checkpoint, hashes: hashes.slice(1) }), { name: 'LogError' });
  });

  test('a witness whose clock ran backwards between the two is believed in neither', async () => {
    for (const own of [{ 2: 2_003 }, { 0: 9_000, 1: 9_000, 2: 9_000, 3: 9_000, 4: 9_000 }]) {
      const earlier = await linked(7, await seen({ size: 7, time: 1_000, own }));
      assert.throws(() => check(earlier), { code: 'bracket-order' });
    }
  });

  test('below the quorum, or with cosignatures that carry no time, no clock has spoken', async () => {
    const three = await linked(7, await seen({ size: 7, time: 1_000, count: 3 }));
    assert.throws(() => check(three), { code: 'quorum-missing' });
    const timeless = await linked(7, await seen({ size: 7, time: 1_000, own: { 0: 0, 1: 0 } }));
    assert.throws(() => check(timeless), { code: 'quorum-missing' });
  });

  test('another leaf and another spelling are refused; a changed byte at most takes one witness away, and the time stays true', async () => {
    const earlier = await linked(7, await seen({ size: 7, time: 1_000 }));
    const file = encodeBracket(proof, earlier);
    assert.throws(() => verifyBracket(file, whole[12] ?? assert.fail(), policy), { code: 'proof-root' });
    assert.throws(() => verifyBracket(Buffer.concat([file, Buffer.from('\n')]), whole[index] ?? assert.fail(), policy), { code: 'bracket-malformed' }); // prettier-ignore
    let [taken, refused] = [0, 0];
    for (let at = 0; at < file.length; at += 13) {
      const changed = Uint8Array.from(file, (byte, place) => (place === at ? byte ^ 1 : byte));
      try {
        const { notBefore, notAfter } = verifyBracket(changed, whole[index] ?? assert.fail(), policy);
        // The name or key id of one cosignature was changed: four of five are left, and their clocks.
        assert.ok([1_000, 1_001].includes(notBefore ?? 0) && [2_003, 2_004].includes(notAfter), `byte ${at}`);
        taken += 1;
      } catch (error) {
        assert.ok(error instanceof LogError, `byte ${at}: ${String(error)}`);
        refused += 1;
      }
    }
    assert.ok(refused > 5 * taken, `${refused} refused, ${taken} taken`);
  });
});
