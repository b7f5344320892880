import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inclusionProof } from '../../src/transparency/merkle.ts';
import { generateKey } from '../../src/transparency/note.ts';
import { encodeProof, parseProof, verifyProof } from '../../src/transparency/proof.ts';
import { flipped, logOf, logSigner, numbered, signedHead } from './memory-log.ts';

const log = await logOf(numbered(11));
const index = 6;
const entry = log.entries[index] ?? assert.fail();
const given = { index, hashes: await inclusionProof(index, 11, log.readHashes), checkpoint: await signedHead(log) };
const proof = encodeProof(given);
const text = new TextDecoder().decode(proof);
const bytes = (changed: string): Uint8Array => new TextEncoder().encode(changed);

suite('.tlog-proof', () => {
  test('a proof shows where the entry is, offline', () => {
    const proven = verifyProof(proof, entry, logSigner.verifier);
    assert.deepEqual(
      [proven.index, proven.checkpoint.size, proven.checkpoint.origin],
      [6, 11, logSigner.verifier.name],
    );
  });

  test('a proof is read as it was written, its own lines as the specification shows them', () => {
    assert.deepEqual(parseProof(proof), given);
    const extra = { ...given, extra: Uint8Array.of(1, 2, 3) };
    assert.deepEqual(parseProof(encodeProof(extra)), extra);
    assert.match(text, /^c2sp\.org\/tlog-proof@v1\nindex 6\n(?:[A-Za-z0-9+/]{43}=\n){4}\nlog\.example\/test\n11\n/);
  });

  test('a log of one entry needs no hash', async () => {
    const single = await logOf(numbered(1));
    const alone = encodeProof({ index: 0, hashes: [], checkpoint: await signedHead(single) });
    assert.equal(verifyProof(alone, numbered(1)[0] ?? assert.fail(), logSigner.verifier).index, 0);
  });

  test('no bit of the file, and none of the entry, can be changed', () => {
    for (let bit = 0; bit < proof.length * 8; bit += 1) {
      assert.throws(
        () => verifyProof(flipped(proof, bit), entry, logSigner.verifier),
        { name: 'LogError' },
        `bit ${bit}`,
      );
    }
    for (let bit = 0; bit < entry.length * 8; bit += 1) {
      assert.throws(() => verifyProof(proof, flipped(entry, bit), logSigner.verifier), { code: 'proof-root' });
    }
  });

  test('extra data is refused, for nothing would prove it', () => {
    const extra = encodeProof({ ...given, extra: Uint8Array.of(1) });
    assert.throws(() => verifyProof(extra, entry, logSigner.verifier), { code: 'tlog-proof-malformed' });
  });

  test('another log of the same name proves nothing', () => {
    const impostor = generateKey(logSigner.verifier.name, new Uint8Array(32).fill(8)).verifier;
    assert.throws(() => verifyProof(proof, entry, impostor), { code: 'note-unsigned' });
  });

  const malformations: Readonly<Record<string, string>> = {
    'another version': text.replace('@v1', '@v2'),
    'no index': text.replace('index 6\n', ''),
    'an index with a leading zero': text.replace('index 6', 'index 06'),
    'an index past 2^53': text.replace('index 6', 'index 9007199254740992'),
    'extra data after the index': text.replace('index 6\n', 'index 6\nextra AQID\n'),
    'extra data twice': text.replace('index', 'extra AQID\nextra AQID\nindex'),
    'extra data that is not base64': text.replace('index', 'extra A\nindex'),
    'a short hash': text.replace(/\n[A-Za-z0-9+/]{43}=\n/, '\nAQID\n'),
    'carriage returns': text.replaceAll('\n', '\r\n'),
    'more hashes than any tree is deep': text.replace('index 6\n', `index 6\n${`${'A'.repeat(43)}=\n`.repeat(50)}`),
    'no checkpoint': text.slice(0, text.indexOf('\n\n')),
  };
  for (const [name, malformed] of Object.entries(malformations)) {
    test(`not a proof: ${name}`, () => {
      assert.throws(() => parseProof(bytes(malformed)), { code: 'tlog-proof-malformed' });
    });
  }
});
