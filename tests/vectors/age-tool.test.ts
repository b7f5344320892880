import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { armour, unarmour } from '../../src/evidence/age/armour.ts';
import { decrypt, decryptBytes } from '../../src/evidence/age/decrypt.ts';
import { encrypt } from '../../src/evidence/age/encrypt.ts';
import { generateIdentity, identityIn, recipientOf } from '../../src/evidence/age/identity.ts';

/** Strangers' tools: Debian's `age` and its author's TypeScript library open what we seal, and we open what they seal. */

const missing = spawnSync('age', ['--version']).error !== undefined && 'the age tool is not installed';
const sizes = [0, 1, 65_535, 65_536, 65_537, 200_000];

suite('Debian age', { skip: missing }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'proviso-age-'));
  const file = (name: string): string => path.join(folder, name);
  after(() => rmSync(folder, { recursive: true }));
  if (missing === false) execFileSync('age-keygen', ['-o', file('key')], { stdio: 'ignore' });
  const identity = missing === false ? identityIn(readFileSync(file('key'), 'utf8')) : '';

  test('the recipient of an identity is the one that age-keygen computes', () => {
    const computed = execFileSync('age-keygen', ['-y', file('key')], { encoding: 'utf8' }).trim();
    assert.equal(recipientOf(identity), computed);
  });

  for (const size of sizes) {
    test(`age opens what we seal, ${size} bytes`, async () => {
      const plain = randomBytes(size);
      const sealed = await Array.fromAsync(encrypt([plain], [recipientOf(identity)], randomBytes));
      writeFileSync(file('sealed'), Buffer.concat(sealed));
      assert.deepEqual(execFileSync('age', ['-d', '-i', file('key'), file('sealed')]), plain);
    });

    test(`age opens what we seal in armour, and we open its armour, ${size} bytes`, async () => {
      const plain = randomBytes(size);
      const sealed = armour(encrypt([plain], [recipientOf(identity)], randomBytes));
      writeFileSync(file('sealed'), Buffer.concat(await Array.fromAsync(sealed)));
      assert.deepEqual(execFileSync('age', ['-d', '-i', file('key'), file('sealed')]), plain);
      const theirs = execFileSync('age', ['--armor', '-r', recipientOf(identity)], { input: plain });
      assert.deepEqual(Buffer.concat(await Array.fromAsync(decrypt(unarmour([theirs]), [identity]))), plain);
    });

    test(`we open what age seals, ${size} bytes`, async () => {
      const plain = randomBytes(size);
      const sealed = execFileSync('age', ['-r', recipientOf(identity)], { input: plain });
      assert.deepEqual(await decryptBytes(sealed, [identity]), plain);
    });
  }
});

suite('age-encryption', () => {
  for (const kind of ['x25519', 'hybrid'] as const) {
    for (const size of sizes) {
      test(`it opens what we seal and we open what it seals, ${kind}, ${size} bytes`, async () => {
        const identity = generateIdentity(randomBytes, kind);
        const recipient = recipientOf(identity);
        assert.equal(recipient, await identityToRecipient(identity));
        const plain = new Uint8Array(randomBytes(size));
        const decrypter = new Decrypter();
        decrypter.addIdentity(identity);
        const sealed = Buffer.concat(await Array.fromAsync(encrypt([plain], [recipient], randomBytes)));
        assert.deepEqual(Buffer.from(await decrypter.decrypt(new Uint8Array(sealed))), Buffer.from(plain));
        const encrypter = new Encrypter();
        encrypter.addRecipient(recipient);
        assert.deepEqual(await decryptBytes(await encrypter.encrypt(plain), [identity]), Buffer.from(plain));
      });
    }
  }
});
