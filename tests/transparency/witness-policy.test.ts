import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { encodeAddCheckpoint, judge, parseAddCheckpoint } from '../../src/transparency/add-checkpoint.ts';
import { openCheckpoint, signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { subtreeMessage } from '../../src/transparency/cosignature.ts';
import { consistencyProof } from '../../src/transparency/merkle.ts';
import {
  encodeVerifierKey,
  generateKey,
  openNote,
  parseVerifierKey,
  signatureLine,
  textOf,
} from '../../src/transparency/note.ts';
import { isBroken, openPromise, signPromise } from '../../src/transparency/promise.ts';
import { encodePolicy, openWitnessed, parsePolicy, policyOf } from '../../src/transparency/witness-policy.ts';
import type { SignerKey } from '../../src/transparency/note.ts';
import { flipped, logOf, logSigner, numbered, signedHead } from './memory-log.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const witness = (n: number, type: 0x04 | 0x06 = 0x04): SignerKey => generateKey(`w${n}.example`, new Uint8Array(32).fill(40 + n), type); // prettier-ignore
const five = [1, 2, 3, 4, 5].map((n) => witness(n));
const policy = policyOf(logSigner.verifier, five.map(({ verifier }) => verifier), 4); // prettier-ignore
const head = await signedHead(await logOf(numbered(9)));
const seenBy = (...signers: readonly SignerKey[]): Uint8Array => {
  const text = bytes(textOf(head));
  return Buffer.concat([head, ...signers.map((signer) => bytes(signatureLine(text, signer, 1_771_000_000)))]);
};

suite('a cosignature', () => {
  for (const type of [0x04, 0x06] as const) {
    test(`of type ${type} verifies with its time, and a flipped bit anywhere in it does not`, () => {
      const key = witness(1, type);
      const one = policyOf(logSigner.verifier, [key.verifier], 1);
      assert.deepEqual(openWitnessed(seenBy(key), one).cosigned, [{ witness: key.verifier, time: 1_771_000_000 }]);
      const line = signatureLine(bytes(textOf(head)), key, 1_771_000_000);
      const signature = Buffer.from(line.split(' ')[2] ?? '', 'base64');
      for (let bit = 32; bit < signature.length * 8; bit += 97) {
        const note = Buffer.concat([
          head,
          bytes(`— ${key.verifier.name} ${Buffer.from(flipped(signature, bit)).toString('base64')}\n`),
        ]);
        assert.throws(() => openWitnessed(note, one), { code: 'note-signature' }, `bit ${bit}`);
      }
    });
  }

  test('no witness signs what is no checkpoint, and none signs without a time', () => {
    const key = witness(1, 0x06);
    assert.throws(() => signatureLine(bytes('no checkpoint\n'), key, 1));
    assert.throws(() => signatureLine(bytes(textOf(head)), witness(1)), RangeError);
  });

  test('the message of a subtree names the cosigner, the time, the log and the range, each with its length', () => {
    const message = subtreeMessage({
      cosigner: 'w',
      time: 1,
      origin: 'log',
      start: 2,
      end: 3,
      hash: new Uint8Array(32),
    });
    assert.equal(Buffer.from(message).toString('latin1'), `subtree/v1\n\0\u0001w${'\0'.repeat(7)}\u0001\u0003log${'\0'.repeat(7)}\u0002${'\0'.repeat(7)}\u0003${'\0'.repeat(32)}`); // prettier-ignore
  });
});

suite('a policy', () => {
  test('four of five witnesses are enough, three are not, and one that signs twice counts once', () => {
    assert.equal(openWitnessed(seenBy(...five.slice(1)), policy).cosigned.length, 4);
    assert.throws(() => openWitnessed(seenBy(...five.slice(2)), policy), { code: 'quorum-missing' });
    const [first, second, third] = five as [SignerKey, SignerKey, SignerKey];
    assert.throws(() => openWitnessed(seenBy(first, second, third, third), policy), { code: 'quorum-missing' });
  });

  test('a witness outside the policy does not count', () => {
    assert.throws(() => openWitnessed(seenBy(...five.slice(2), witness(6), witness(7)), policy), {
      code: 'quorum-missing',
    });
  });

  test('it is written in one spelling and read again the same', () => {
    const text = encodePolicy(policy);
    assert.deepEqual(parsePolicy(text), policy);
    assert.equal(encodePolicy(parsePolicy(`# ours\n\n ${text.replaceAll(' ', ' \t')}`)), text);
  });

  test('groups in groups count as the specification says', () => {
    const [a, b, c] = five.map(({ verifier }) => encodeVerifierKey(verifier));
    const nested = parsePolicy(`log ${encodeVerifierKey(logSigner.verifier)}\nwitness a ${a ?? ''}\nwitness b ${b ?? ''} https://b.example\nwitness c ${c ?? ''}\ngroup ab any a b\ngroup all all ab c\nquorum all\n`); // prettier-ignore
    const [first, second, third] = five as [SignerKey, SignerKey, SignerKey];
    assert.equal(openWitnessed(seenBy(second, third), nested).cosigned.length, 2);
    assert.throws(() => openWitnessed(seenBy(first, second), nested), { code: 'quorum-missing' });
  });

  test('what is no policy is refused with its line', () => {
    const key = encodeVerifierKey(five[0]?.verifier ?? assert.fail());
    const log = encodeVerifierKey(logSigner.verifier);
    for (const [text, said] of [
      ['', /one quorum/],
      ['quorum none\nquorum none\n', /one quorum/],
      ['quorum x\n', /one quorum/],
      [`witness a ${log}\nquorum a\n`, /line 1/],
      [`log ${key}\nquorum none\n`, /line 1/],
      [`witness a ${key}\nwitness b ${key}\nquorum a\n`, /line 2/],
      [`witness a ${key}\ngroup g 2 a\nquorum g\n`, /line 2/],
      [`witness a ${key}\ngroup g 0 a\nquorum g\n`, /line 2/],
      [`witness a ${key}\ngroup g 1 a\ngroup h 1 a\nquorum h\n`, /line 3/],
      [`witness none ${key}\nquorum none\n`, /line 1/],
      ['peer x\nquorum none\n', /line 1/],
    ] as const)
      assert.throws(() => parsePolicy(text), (error: Error) => said.test(error.message) && 'code' in error && error.code === 'policy-malformed', text); // prettier-ignore
  });

  test('a proof of one key type is not a proof of the other: a log key is no witness', () => {
    const twin = generateKey('w1.example', new Uint8Array(32).fill(41));
    const note = Buffer.concat([head, bytes(signatureLine(bytes(textOf(head)), twin))]);
    assert.deepEqual(openNote(note, [logSigner.verifier, parseVerifierKey(encodeVerifierKey(five[0]?.verifier ?? assert.fail()))]).signedBy, [logSigner.verifier]); // prettier-ignore
  });
});

suite('what a witness answers', () => {
  const logs = [logSigner.verifier];

  test('each wrong submission has its own status', async () => {
    const [small, large] = [await logOf(numbered(5)), await logOf(numbered(9))];
    const held = { size: 5, root: openCheckpoint(await signedHead(small), logSigner.verifier).root }; // prettier-ignore
    const proof = await consistencyProof(5, 9, large.readHashes);
    const body = (given: Partial<Parameters<typeof encodeAddCheckpoint>[0]>): Uint8Array => encodeAddCheckpoint({ oldSize: 5, proof, checkpoint: head, ...given }); // prettier-ignore
    const status = (sent: Uint8Array, of: typeof held | undefined = held): number => judge(sent, logs, () => of).status;
    assert.equal(status(body({})), 200);
    assert.equal(judge(encodeAddCheckpoint({ oldSize: 0, proof: [], checkpoint: head }), logs, () => undefined).status, 200); // prettier-ignore
    assert.equal(status(body({ oldSize: 4 })), 409);
    assert.equal(status(body({ oldSize: 10 })), 400);
    assert.equal(status(body({ proof: proof.slice(1) })), 422);
    assert.equal(status(body({ proof: [] })), 422);
    assert.equal(status(body({ oldSize: 0, proof }), { size: 0, root: held.root }), 422);
    const stranger = generateKey('other.example/log', new Uint8Array(32).fill(9));
    const sign = (signer: SignerKey, root: Uint8Array, size = 9): Uint8Array => signCheckpoint({ origin: signer.verifier.name, size, root }, signer); // prettier-ignore
    assert.equal(status(body({ checkpoint: sign(stranger, held.root) })), 404);
    const forger = generateKey(logSigner.verifier.name, new Uint8Array(32).fill(9));
    assert.equal(status(body({ checkpoint: sign(forger, held.root) })), 403);
    assert.equal(
      status(body({ checkpoint: sign(logSigner, new Uint8Array(32)) })),
      422,
      'a rewritten leaf, signed anew',
    );
    assert.equal(
      status(body({ proof: [], checkpoint: sign(logSigner, new Uint8Array(32), 5) })),
      422,
      'one size, two roots',
    );
    const forked = sign(logSigner, new Uint8Array(32), 5);
    assert.equal(
      status(body({ oldSize: 0, proof: [], checkpoint: forked })),
      422,
      'evidence, though the old size is wrong too',
    );
    for (const text of ['', 'old 05\n\nx\n', 'old 5\nAA==\n\nx\n', 'old 5\n\nno checkpoint\n'])
      assert.equal(status(bytes(text)), 400, text);
    assert.throws(() => parseAddCheckpoint(bytes(`old 1\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\nx`)), { code: 'witness-body' }); // prettier-ignore
  });
});

suite('a promise', () => {
  const promise = { origin: logSigner.verifier.name, index: 9, leafHash: 'ab'.repeat(32), at: '2026-03-01T09:00:00.000Z', until: '2026-03-02T09:00:00.000Z' }; // prettier-ignore

  test("opens under the log's key, and not when a byte is changed", () => {
    const note = signPromise(promise, logSigner);
    assert.deepEqual(openPromise(note, logSigner.verifier), promise);
    for (let bit = 0; bit < note.length * 8; bit += 13)
      assert.throws(() => openPromise(flipped(note, bit), logSigner.verifier), `bit ${bit}`);
  });

  test('is broken only when its time is over and the tree does not reach it', () => {
    assert.equal(isBroken(promise, { size: 9, at: '2026-03-02T09:00:00.001Z' }), true);
    assert.equal(isBroken(promise, { size: 10, at: '2026-03-02T09:00:00.001Z' }), false);
    assert.equal(isBroken(promise, { size: 9, at: promise.until }), false);
  });

  test('two moments in the wrong order, or another header, are no promise', () => {
    assert.throws(() => signPromise({ ...promise, at: promise.until, until: promise.at }, logSigner), {
      code: 'promise-malformed',
    });
    assert.throws(() => signPromise({ ...promise, leafHash: 'AB'.repeat(32) }, logSigner), {
      code: 'promise-malformed',
    });
    assert.throws(() => openPromise(head, logSigner.verifier), { code: 'promise-malformed' });
  });
});
