import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { suite, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { AgeError } from '../../src/evidence/age/age-error.ts';
import { unarmour } from '../../src/evidence/age/armour.ts';
import { decrypt } from '../../src/evidence/age/decrypt.ts';
import { generateIdentity } from '../../src/evidence/age/identity.ts';

/**
 * The published age test vectors (C2SP/CCTV, npm `cctv-age`), all of them: binary and armoured files, X25519 and hybrid
 * identities. Evidence is sealed to keys of the register, never to a passphrase: those files are refused, each one.
 */

const codes = new Map([
  ['no match', 'no-match'],
  ['header failure', 'header-failure'],
  ['HMAC failure', 'hmac-failure'],
  ['payload failure', 'payload-failure'],
  ['armor failure', 'armour-failure'],
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

const all = Object.entries(vectors).map(([name, bytes]) => ({ name, vector: parseVector(bytes) }));
const isArmoured = ({ fields }: Vector): boolean => fields.has('armored');
const isPassphrase = ({ fields }: Vector): boolean => fields.has('passphrase');

async function openVector(vector: Vector): Promise<Uint8Array> {
  const identities = vector.fields.get('identity') ?? [generateIdentity()];
  const source = isArmoured(vector) ? unarmour([vector.file]) : [vector.file];
  return Buffer.concat(await Array.fromAsync(decrypt(source, identities)));
}

suite('age vectors', () => {
  for (const { name, vector } of all) {
    test(isPassphrase(vector) ? `${name}, which is refused for its passphrase` : name, async () => {
      const expected = vector.fields.get('expect')?.[0] ?? '';
      if (isPassphrase(vector)) {
        await assert.rejects(openVector(vector), AgeError);
        return;
      }
      if (expected === 'success') {
        assert.equal(hash('sha256', await openVector(vector)), vector.fields.get('payload')?.[0]);
        return;
      }
      const code = codes.get(expected);
      assert.ok(code, `an expectation we know: ${expected}`);
      await assert.rejects(openVector(vector), (error) => error instanceof AgeError && error.code === code);
    });
  }
});

test('the vectors are all there', () => {
  assert.equal(all.length, 143);
  assert.equal(all.filter(({ vector }) => isArmoured(vector)).length, 33);
  assert.equal(all.filter(({ vector }) => isPassphrase(vector)).length, 26);
});
