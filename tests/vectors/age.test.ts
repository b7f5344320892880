import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { suite, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { AgeError } from '../../src/evidence/age/age-error.ts';
import { decryptBytes } from '../../src/evidence/age/decrypt.ts';

/** The published age test vectors (C2SP/CCTV, npm `cctv-age`): every one for binary files and X25519 identities. */

const codes = new Map([
  ['no match', 'no-match'],
  ['header failure', 'header-failure'],
  ['HMAC failure', 'hmac-failure'],
  ['payload failure', 'payload-failure'],
]);

type Vector = Readonly<{ fields: ReadonlyMap<string, readonly string[]>; file: Uint8Array }>;

function parseVector(bytes: Uint8Array): Vector {
  const buffer = Buffer.from(bytes);
  const end = buffer.indexOf('\n\n');
  const fields = new Map<string, string[]>();
  for (const line of buffer.subarray(0, end).toString('latin1').split('\n')) {
    const [name = '', value = ''] = line.split(/: (.*)/s);
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  const body = buffer.subarray(end + 2);
  return { fields, file: fields.get('compressed')?.[0] === 'zlib' ? inflateSync(body) : body };
}

/** Why a vector is not for us; each kind of file is refused whole, which the last test sees. */
function unsupported({ fields }: Vector): string | undefined {
  if (fields.has('armored')) return 'ASCII armour is not read: packages carry binary files';
  if (fields.has('passphrase')) return 'passphrases (scrypt) are not read: evidence is sealed to keys';
  if (fields.get('identity')?.some((identity) => identity.startsWith('AGE-SECRET-KEY-PQ-'))) {
    return 'hybrid post-quantum recipients come with another issue';
  }
  return undefined;
}

const all = Object.entries(vectors).map(([name, bytes]) => ({ name, vector: parseVector(bytes) }));

suite('age vectors', () => {
  for (const { name, vector } of all) {
    const reason = unsupported(vector);
    test(name, { skip: reason ?? false }, async () => {
      const expected = vector.fields.get('expect')?.[0] ?? '';
      const opening = decryptBytes(vector.file, vector.fields.get('identity') ?? []);
      if (expected === 'success') {
        assert.equal(hash('sha256', await opening), vector.fields.get('payload')?.[0]);
        return;
      }
      const code = codes.get(expected);
      assert.ok(code, `an expectation we know: ${expected}`);
      await assert.rejects(opening, (error) => error instanceof AgeError && error.code === code);
    });
  }
});

test('a file of a kind we do not read is refused whole, or opened rightly where it is also sealed to an X25519 key', async () => {
  for (const { name, vector } of all.filter(({ vector }) => unsupported(vector) !== undefined)) {
    const x25519 = (vector.fields.get('identity') ?? []).filter((key) => !key.startsWith('AGE-SECRET-KEY-PQ-'));
    const answer: unknown = await decryptBytes(vector.file, x25519).catch((error: unknown) => error);
    if (answer instanceof Uint8Array) assert.equal(hash('sha256', answer), vector.fields.get('payload')?.[0], name);
    else assert.ok(answer instanceof AgeError, name);
  }
});

test('the vectors are all there', () => {
  const ours = all.filter(({ vector }) => unsupported(vector) === undefined);
  assert.equal(all.length, 143);
  assert.ok(ours.length >= 60, `${ours.length} vectors run`);
});
