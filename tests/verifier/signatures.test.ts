import assert from 'node:assert/strict';
import { createHash, createHmac, generateKeyPairSync, hash, hkdfSync, sign, verify, type webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import * as page from '../../src/verifier/page/node-crypto.ts';
import { verifyEd25519, verifyJwk, type Jwk } from '../../src/verifier/page/signatures.ts';

/** What stands in for `node:crypto` in a browser accepts what OpenSSL accepts, and nothing else. */

const vectorFile = join(import.meta.dirname, '../../../shared/vectors/ed25519/ed25519vectors.json');
const missing = existsSync(vectorFile) ? false : 'the file ../shared/vectors/ed25519/ed25519vectors.json is not here';
type Vector = Readonly<{ key: string; sig: string; msg: string; flags: readonly string[] | null }>;

suite('Ed25519 edge cases made by others', { skip: missing }, () => {
  test('each is accepted exactly where OpenSSL accepts it', () => {
    const vectors = JSON.parse(readFileSync(vectorFile, 'utf8')) as Vector[];
    assert.equal(vectors.length, 914);
    for (const { key, sig, msg } of vectors) {
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'hex').toString('base64url') };
      const theirs = opensslEd25519(jwk, Buffer.from(msg), Buffer.from(sig, 'hex'));
      assert.equal(verifyEd25519(Uint8Array.fromHex(key), Buffer.from(msg), Uint8Array.fromHex(sig)), theirs, `${key} ${sig}`); // prettier-ignore
    }
  });
});

function opensslEd25519(key: webcrypto.JsonWebKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, message, { key, format: 'jwk' }, signature);
  } catch {
    return false;
  }
}

const kinds = {
  'EC P-256': { algorithm: 'sha256', pair: generateKeyPairSync('ec', { namedCurve: 'P-256' }) },
  Ed25519: { algorithm: null, pair: generateKeyPairSync('ed25519') },
  'RSA 2048': { algorithm: 'sha256', pair: generateKeyPairSync('rsa', { modulusLength: 2048 }) },
} as const;

for (const [name, { algorithm, pair }] of Object.entries(kinds)) {
  const jwk = pair.publicKey.export({ format: 'jwk' }) as Jwk;
  const ours = (message: Uint8Array, signature: Uint8Array): boolean => {
    try {
      return verifyJwk(algorithm, message, jwk, signature);
    } catch {
      return false;
    }
  };

  test(`${name}: what Node signs is accepted, and any one bit of it changed is judged as Node judges it`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (message, place) => {
        const signature = sign(algorithm, message, pair.privateKey);
        assert.equal(ours(message, signature), true);
        const changed = Buffer.from(signature);
        const bit = place % (changed.length * 8);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        assert.equal(ours(message, changed), verify(algorithm, message, pair.publicKey, changed));
        for (const other of [signature.subarray(0, -1), Buffer.concat([signature, Buffer.of(0)]), Buffer.of()]) {
          assert.equal(ours(message, other), verify(algorithm, message, pair.publicKey, other));
        }
        assert.equal(ours(Buffer.concat([message, Buffer.of(0)]), signature), false);
      }),
      { numRuns: name === 'RSA 2048' ? 15 : 40 },
    );
  });
}

test('ML-DSA-44: what Node signs is accepted, and a changed signature, key or text is not', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ml-dsa-44');
  const key = { key: publicKey.export({ format: 'raw-public' }), format: 'raw-public', asymmetricKeyType: 'ml-dsa-44' } as const; // prettier-ignore
  const message = Buffer.from('a checkpoint');
  const signature = sign(null, message, privateKey);
  assert.equal(page.verify(null, message, page.createPublicKey(key), signature), true);
  for (let at = 0; at < signature.length; at += 97) {
    const changed = Buffer.from(signature);
    changed[at] = (changed[at] ?? 0) ^ 4;
    assert.equal(page.verify(null, message, page.createPublicKey(key), changed), false, `byte ${at}`);
  }
  assert.equal(page.verify(null, Buffer.from('another'), page.createPublicKey(key), signature), false);
});

test('an Ed25519 key is verified in the shape in which the log’s own code gives it', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const message = Buffer.from('a checkpoint');
  const key = { key: publicKey.export({ format: 'raw-public' }), format: 'raw-public', asymmetricKeyType: 'ed25519' } as const; // prettier-ignore
  const signature = sign(null, message, privateKey);
  assert.equal(page.verify(null, message, page.createPublicKey(key), signature), true);
  assert.equal(page.verify(null, Buffer.from('another'), page.createPublicKey(key), signature), false);
});

test('hashes are those of Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), (bytes, key) => {
      assert.equal(page.hash('sha256', bytes), hash('sha256', bytes));
      assert.equal(page.createHash('sha256').update(bytes).update(key).digest('hex'), createHash('sha256').update(bytes).update(key).digest('hex')); // prettier-ignore
      assert.equal(page.createHmac('sha256', key).update(bytes).digest('hex'), createHmac('sha256', key).update(bytes).digest('hex')); // prettier-ignore
      assert.deepEqual(Buffer.from(page.hkdfSync('sha256', key, bytes, 'x', 32)), Buffer.from(hkdfSync('sha256', key, bytes, 'x', 32))); // prettier-ignore
    }),
  );
});

test('nothing is signed in a browser, and no other hash is passed off as SHA-256', () => {
  for (const make of [page.sign, page.createPrivateKey, page.randomBytes]) assert.throws(make, /makes no keys/);
  for (const make of [page.hash, page.createHash]) assert.throws(() => make('sha1', ''), /not part of checking/);
});

test('base64url is read and written, and bytes compared, as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url');
      const ours = page.Buffer.from(bytes);
      assert.equal(ours.toString('base64url'), text);
      assert.deepEqual([...page.Buffer.from(text, 'base64url')], [...bytes]);
      assert.ok(ours.equals(Uint8Array.from(bytes)) && !ours.equals(Uint8Array.of(...bytes, 0)));
    }),
  );
});
