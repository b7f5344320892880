import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgeError } from '../../src/evidence/age/age-error.ts';
import { decrypt, decryptBytes } from '../../src/evidence/age/decrypt.ts';
import { encrypt } from '../../src/evidence/age/encrypt.ts';
import { recipientOf } from '../../src/evidence/age/identity.ts';
import { encodeIdentity, encodeRecipient, parseIdentity, parseRecipient } from '../../src/evidence/age/keys.ts';

const identity = encodeIdentity(new Uint8Array(32).fill(7));
const recipient = recipientOf(identity);
const seal = async (source: Iterable<Uint8Array>, to: readonly string[] = [recipient]): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(encrypt(source, to, randomBytes)));
const pieces = fc.array(fc.uint8Array({ maxLength: 90_000 }), { maxLength: 4 });

test('what is sealed opens to the same bytes, however the bytes were cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      assert.deepEqual(await decryptBytes(await seal(parts), [identity]), Buffer.concat(parts));
    }),
    { numRuns: 60 },
  );
});

test('every one of several recipients opens the file, and nobody else', async () => {
  const second = encodeIdentity(new Uint8Array(32).fill(8));
  const stranger = encodeIdentity(new Uint8Array(32).fill(9));
  const sealed = await seal([Buffer.from('for two')], [recipient, recipientOf(second)]);
  for (const reader of [identity, second]) assert.equal((await decryptBytes(sealed, [reader])).toString(), 'for two');
  await assert.rejects(decryptBytes(sealed, [stranger]), { code: 'no-match' });
});

test('a sealed file with any one bit flipped does not open', async () => {
  const sealed = await seal([Buffer.from('one small exhibit')]);
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    await assert.rejects(decryptBytes(changed, [identity]), AgeError, `bit ${bit}`);
  }
});

test('a sealed file cut short at any byte does not open', async () => {
  const sealed = await seal([Buffer.alloc(100, 'x')]);
  for (let length = 0; length < sealed.length; length += 1) {
    await assert.rejects(decryptBytes(sealed.subarray(0, length), [identity]), AgeError, `${length} bytes`);
  }
});

test('any bytes are opened or refused with a code, never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, versioned) => {
      const file = versioned ? Buffer.concat([Buffer.from('age-encryption.org/v1\n'), bytes]) : bytes;
      await assert.rejects(decryptBytes(file, [identity]), AgeError);
    }),
  );
});

test('keys are read back as they were written, and in one case only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
      assert.deepEqual(Buffer.from(parseIdentity(encodeIdentity(key))), Buffer.from(key));
      assert.deepEqual(Buffer.from(parseRecipient(encodeRecipient(key))), Buffer.from(key));
      for (const wrong of [encodeIdentity(key).toLowerCase(), encodeRecipient(key).toUpperCase()]) {
        assert.throws(() => parseIdentity(wrong), { code: 'bad-key' });
        assert.throws(() => parseRecipient(wrong), { code: 'bad-key' });
      }
    }),
  );
});

test('the answer to a bad identity never quotes it', () => {
  const almost = identity.slice(0, -1) + (identity.endsWith('Q') ? 'P' : 'Q');
  assert.throws(
    () => parseIdentity(almost),
    (error) => error instanceof AgeError && !error.message.includes(identity.slice(20, 40)),
  );
});

test('sealing and opening stream: what is held at once is a chunk, not the file', async () => {
  let given = 0;
  function* source(): Generator<Uint8Array> {
    for (; given < 400; given += 1) yield Buffer.alloc(65_536, given);
  }
  let opened = 0;
  for await (const chunk of decrypt(encrypt(source(), [recipient], randomBytes), [identity])) {
    opened += chunk.length;
    assert.ok(given * 65_536 - opened <= 4 * 65_536, 'the source runs at most four chunks ahead');
  }
  assert.equal(opened, 400 * 65_536);
});

test('a header that never ends is refused at its limit', async () => {
  const endless = Buffer.concat([Buffer.from('age-encryption.org/v1\n-> X25519 '), Buffer.alloc(70_000, 'a')]);
  await assert.rejects(decryptBytes(endless, [identity]), { code: 'header-failure', message: /longer than 65536/ });
});
