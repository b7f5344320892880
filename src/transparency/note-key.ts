// C2SP signed-note v1.0.0, "Verifier keys"; signer keys as golang.org/x/mod/sumdb/note writes them.
import { limits } from '../limits.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { bigEndian, concat, equal } from './bytes.ts';
import { sha256 } from './hash.ts';
import { LogError } from './log-error.ts';
import { isSignatureType, signatureTypes } from './signature-types.ts';
import type { SignatureTypeId } from './signature-types.ts';

export type VerifierKey = Readonly<{
  name: string;
  type: SignatureTypeId;
  /** 4 bytes. With the name it says which key signed; it proves nothing. */
  id: Uint8Array;
  publicKey: Uint8Array;
}>;

/** A key that can sign. Kept in memory only as long as it is used, and never printed. */
export type SignerKey = Readonly<{ verifier: VerifierKey; secret: Uint8Array }>;

/** Not empty, no space of any kind, no plus, nothing that is not text. */
export const isKeyName = (name: string): boolean =>
  /^[^\s\p{White_Space}\p{Cc}\p{Cs}+]+$/u.test(name) && name.length <= limits.lineCharacters;

/** @param vkey `name+hash+base64(type || public key)`. @throws LogError key-malformed */
export function parseVerifierKey(vkey: string): VerifierKey {
  const { name, id, type, material } = parseKey(vkey, 'verifier key');
  if (material.length !== signatureTypes[type].publicKeyBytes) throw malformed('verifier key', 'length');
  const key = verifierKey(name, type, material);
  if (!equal(id, key.id)) throw malformed('verifier key', 'its hash is that of another key');
  return key;
}

export const encodeVerifierKey = ({ name, type, id, publicKey }: VerifierKey): string =>
  `${name}+${id.toHex()}+${toBase64(concat(bigEndian(type, 1), publicKey))}`;

const skeyPrefix = 'PRIVATE+KEY+';

/** @param skey `PRIVATE+KEY+name+hash+base64(type || seed)`. @throws LogError key-malformed, without showing the key */
export function parseSignerKey(skey: string): SignerKey {
  if (!skey.startsWith(skeyPrefix)) throw malformed('signer key', `it does not begin with ${skeyPrefix}`);
  const { name, id, type, material } = parseKey(skey.slice(skeyPrefix.length), 'signer key');
  if (material.length !== signatureTypes[type].secretBytes) throw malformed('signer key', 'length');
  const verifier = verifierKey(name, type, signatureTypes[type].publicKey(material));
  if (!equal(id, verifier.id)) throw malformed('signer key', 'its hash is that of another key');
  return { verifier, secret: material };
}

export const encodeSignerKey = ({ verifier, secret }: SignerKey): string =>
  `${skeyPrefix}${verifier.name}+${verifier.id.toHex()}+${toBase64(concat(bigEndian(verifier.type, 1), secret))}`;

/**
 * A key of a log or a person (0x01), or of a witness (0x04, 0x06).
 * @param seed 32 random bytes, used for nothing else. @throws LogError key-malformed
 */
export function generateKey(name: string, seed: Uint8Array, type: SignatureTypeId = 0x01): SignerKey {
  if (!isKeyName(name)) throw malformed('signer key', 'a name without spaces and plus signs is expected');
  if (seed.length !== signatureTypes[type].secretBytes) throw malformed('signer key', 'a seed of 32 bytes is expected');
  return { verifier: verifierKey(name, type, signatureTypes[type].publicKey(seed)), secret: Uint8Array.from(seed) };
}

/** Key id = SHA-256(name || 0x0A || type || public key)[:4]. */
function verifierKey(name: string, type: SignatureTypeId, publicKey: Uint8Array): VerifierKey {
  const named = new TextEncoder().encode(`${name}\n`);
  return { name, type, id: sha256(concat(named, bigEndian(type, 1), publicKey)).subarray(0, 4), publicKey };
}

function parseKey(
  key: string,
  what: string,
): { name: string; id: Uint8Array; type: SignatureTypeId; material: Uint8Array } {
  // Base64 has plus signs of its own, so the key is cut at its first two.
  const [, name = '', id = '', base64 = ''] = /^([^+]*)\+([^+]*)\+(.*)$/.exec(key) ?? [];
  if (!isKeyName(name)) throw malformed(what, 'name+hash+key is expected');
  if (!/^[0-9a-f]{8}$/.test(id)) throw malformed(what, 'a hash of 8 lower-case hexadecimal digits is expected');
  const bytes = fromBase64(base64);
  const type = bytes?.[0];
  if (bytes === undefined || !isSignatureType(type)) throw malformed(what, 'a base64 key of a known type is expected');
  return { name, id: Uint8Array.fromHex(id), type, material: bytes.subarray(1) };
}

const malformed = (what: string, why: string): LogError => new LogError('key-malformed', `not a ${what}: ${why}`);
