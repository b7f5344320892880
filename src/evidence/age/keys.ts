import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import { bech32 } from '@scure/base';
import { AgeError } from './age-error.ts';

/** Keys of age v1, X25519 recipient type: age-encryption.org/v1 "The X25519 recipient type", Bech32 of BIP 173. */

const recipientPrefix = 'age';
const identityPrefix = 'age-secret-key-';
const keyBytes = 32;

const raw = (key: Uint8Array): { key: Buffer; asymmetricKeyType: 'x25519' } => ({
  key: Buffer.from(key),
  asymmetricKeyType: 'x25519',
});
const publicKey = (key: Uint8Array): KeyObject => createPublicKey({ ...raw(key), format: 'raw-public' });
const privateKey = (key: Uint8Array): KeyObject => createPrivateKey({ ...raw(key), format: 'raw-private' });

/** X25519 (RFC 7748 section 5) with the check of section 6.1 that the result is not all zero. @throws AgeError */
export function sharedSecret(secret: Uint8Array, share: Uint8Array): Uint8Array {
  let result: Uint8Array;
  try {
    result = diffieHellman({ privateKey: privateKey(secret), publicKey: publicKey(share) });
  } catch {
    // OpenSSL refuses shares of low order itself.
    throw new AgeError('header-failure', 'the ephemeral share is not a usable X25519 point');
  }
  if (result.every((byte) => byte === 0)) throw new AgeError('header-failure', 'the shared secret is zero');
  return result;
}

/** The public key of 32 secret bytes. */
export const publicOf = (secret: Uint8Array): Uint8Array =>
  new Uint8Array(createPublicKey(privateKey(secret)).export({ format: 'raw-public' }));

/** @param raw 32 bytes. @returns `age1...` */
export const encodeRecipient = (raw: Uint8Array): string => bech32.encode(recipientPrefix, bech32.toWords(raw), false);

/** @returns 32 bytes. @throws AgeError `bad-key` for anything but one X25519 recipient in lower case. */
export const parseRecipient = (text: string): Uint8Array => decode(text, recipientPrefix, text.toLowerCase());

/** @param secret 32 random bytes. @returns `AGE-SECRET-KEY-1...` */
export const encodeIdentity = (secret: Uint8Array): string =>
  bech32.encode(identityPrefix, bech32.toWords(secret), false).toUpperCase();

/** @returns 32 bytes. @throws AgeError `bad-key` for anything but one X25519 identity in upper case. */
export const parseIdentity = (text: string): Uint8Array => decode(text, identityPrefix, text.toUpperCase());

function decode(text: string, prefix: string, expectedCase: string): Uint8Array {
  try {
    const { prefix: found, bytes } = bech32.decodeToBytes(text);
    if (found.toLowerCase() === prefix && bytes.length === keyBytes && text === expectedCase) return bytes;
  } catch {
    // Below: one answer for every way to be wrong, because the text may be a secret.
  }
  throw new AgeError('bad-key', `not an X25519 key that begins with ${prefix}1`);
}
