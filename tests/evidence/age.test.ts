import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { AgeError } from '../../src/evidence/age/age-error.ts';
import { decrypt, decryptBytes } from '../../src/evidence/age/decrypt.ts';
import { encrypt } from '../../src/evidence/age/encrypt.ts';
import { generateIdentity, recipientOf } from '../../src/evidence/age/identity.ts';
import { armour, unarmour } from '../../src/evidence/age/armour.ts';
import { encodeIdentity, encodeRecipient, parseIdentity, parseRecipient } from '../../src/evidence/age/key-text.ts';

const identity = encodeIdentity({ kind: 'x25519', key: new Uint8Array(32).fill(7) });
const recipient = recipientOf(identity);
const seal = async (source: Iterable<Uint8Array>, to: readonly string[] = [recipient]): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(encrypt(source, to, randomBytes)));
const bytesOf = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const plain = ({ kind, key }: { kind: string; key: Uint8Array }): unknown => ({ kind, key: Buffer.from(key) });
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
  const second = encodeIdentity({ kind: 'x25519', key: new Uint8Array(32).fill(8) });
  const stranger = encodeIdentity({ kind: 'x25519', key: new Uint8Array(32).fill(9) });
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
    fc.property(fc.constantFrom('x25519', 'hybrid'), bytesOf(32), bytesOf(1216), (kind, secret, long) => {
      const identity = { kind, key: secret };
      const recipient = { kind, key: kind === 'hybrid' ? long : secret };
      assert.deepEqual(plain(parseIdentity(encodeIdentity(identity))), plain(identity));
      assert.deepEqual(plain(parseRecipient(encodeRecipient(recipient))), plain(recipient));
      for (const wrong of [encodeIdentity(identity).toLowerCase(), encodeRecipient(recipient).toUpperCase()]) {
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

const pq = encodeIdentity({ kind: 'hybrid', key: new Uint8Array(32).fill(7) });

test('every one of several hybrid recipients opens the file, and an X25519 key does not', async () => {
  const second = generateIdentity(randomBytes, 'hybrid');
  const sealed = await seal([Buffer.from('for two')], [pq, second].map(recipientOf));
  for (const reader of [pq, second]) assert.equal((await decryptBytes(sealed, [reader])).toString(), 'for two');
  await assert.rejects(decryptBytes(sealed, [identity, generateIdentity(randomBytes, 'hybrid')]), { code: 'no-match' });
});

test('a file sealed to a hybrid recipient with any one bit of its stanza flipped does not open', async () => {
  const sealed = await seal([Buffer.from('one small exhibit')], [recipientOf(pq)]);
  for (let at = 22; at < sealed.length; at += sealed.length > at + 200 && at > 300 ? 7 : 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at & 7));
    await assert.rejects(decryptBytes(changed, [pq]), AgeError, `byte ${at}`);
  }
});

test('hybrid keys are not mixed with weaker ones, and no recipient is named twice', async () => {
  await assert.rejects(seal([], [recipientOf(pq), recipient]), { code: 'bad-key', message: /not mixed/ });
  await assert.rejects(seal([], [recipient, recipient]), { code: 'bad-key', message: /twice/ });
  await assert.rejects(seal([], []), { code: 'bad-key' });
});

test('a weak key is no recipient: points of low order, and an ML-KEM key that is not reduced', async () => {
  for (const first of [0, 1]) {
    const weak = encodeRecipient({ kind: 'x25519', key: Uint8Array.of(first, ...new Uint8Array(31)) });
    await assert.rejects(seal([], [weak]), { code: 'bad-key', message: /weak key/ });
  }
  const good = parseRecipient(recipientOf(pq)).key;
  const notReduced = encodeRecipient({ kind: 'hybrid', key: Buffer.concat([Buffer.alloc(1184, 0xff), good.subarray(1184)]) }); // prettier-ignore
  await assert.rejects(seal([], [notReduced]), { code: 'bad-key' });
  const lowOrder = encodeRecipient({
    kind: 'hybrid',
    key: Buffer.concat([good.subarray(0, 1184), new Uint8Array(32)]),
  });
  await assert.rejects(seal([], [lowOrder]), { code: 'bad-key', message: /weak key/ });
});

test('armour gives back what was armoured, however it was cut, and nothing may stand around it', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, fc.integer({ min: 1, max: 200 }), async (parts, cut) => {
      const text = Buffer.concat(await Array.fromAsync(armour(parts)));
      const cuts = Array.from({ length: Math.min(Math.ceil(text.length / cut), 500) }, (_, index) => text.subarray(index * cut, index === 499 ? undefined : (index + 1) * cut)); // prettier-ignore
      assert.deepEqual(Buffer.concat(await Array.fromAsync(unarmour(cuts))), Buffer.concat(parts));
      for (const more of ['x', '-----BEGIN AGE ENCRYPTED FILE-----\n', ' '.repeat(2_000)]) {
        await assert.rejects(Array.fromAsync(unarmour([text, Buffer.from(more)])), { code: 'armour-failure' });
        await assert.rejects(Array.fromAsync(unarmour([Buffer.from(`${more}\n`), text])), { code: 'armour-failure' });
      }
      await assert.rejects(Array.fromAsync(unarmour([text.subarray(0, -2)])), { code: 'armour-failure' });
    }),
    { numRuns: 40 },
  );
});

test('an endless line is no armour', async () => {
  let given = 0;
  function* endless(): Generator<Uint8Array> {
    for (; ; given += 1) yield Buffer.alloc(1_000, 'A');
  }
  await assert.rejects(Array.fromAsync(unarmour(endless())), { code: 'armour-failure' });
  assert.ok(given < 5);
});
