import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import { AgeError } from './age-error.ts';
import { rawBase64, type Stanza } from './header.ts';
import { keyKinds } from './key-text.ts';
import { shareOf, unwrapUnder, wrapUnder } from './wrap.ts';

/** age-encryption.org/v1 "The X25519 recipient type". */

const kind = keyKinds.x25519.stanza;
export const x25519Bytes = keyKinds.x25519.recipient.bytes;
/** Fixed, because every wrap key is used once. */
const zeroNonce = new Uint8Array(12);

const raw = (key: Uint8Array): { key: Buffer; asymmetricKeyType: 'x25519' } => ({
  key: Buffer.from(key),
  asymmetricKeyType: 'x25519',
});
const publicKey = (key: Uint8Array): KeyObject => createPublicKey({ ...raw(key), format: 'raw-public' });
const privateKey = (key: Uint8Array): KeyObject => createPrivateKey({ ...raw(key), format: 'raw-private' });

/** X25519 (RFC 7748 section 5) with the check of section 6.1 that the result is not all zero. @throws AgeError */
export function x25519Secret(secret: Uint8Array, share: Uint8Array): Uint8Array {
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
export const x25519Public = (secret: Uint8Array): Uint8Array =>
  new Uint8Array(createPublicKey(privateKey(secret)).export({ format: 'raw-public' }));

/** @param ephemeral 32 fresh random bytes, never used again. */
export function wrapX25519(fileKey: Uint8Array, recipient: Uint8Array, ephemeral: Uint8Array): Stanza {
  const share = x25519Public(ephemeral);
  const key = wrapKey(x25519Secret(ephemeral, recipient), share, recipient);
  return { args: [kind, rawBase64(share)], body: wrapUnder(key, zeroNonce, fileKey) };
}

/**
 * The file key, if the stanza is for this identity; `undefined` for a stanza of another kind or another recipient.
 * @throws AgeError `header-failure` for an X25519 stanza that is malformed.
 */
export function unwrapX25519(stanza: Stanza, secret: Uint8Array): Uint8Array | undefined {
  const share = shareOf(stanza, kind, x25519Bytes);
  if (share === undefined) return undefined;
  return unwrapUnder(wrapKey(x25519Secret(secret, share), share, x25519Public(secret)), zeroNonce, stanza.body);
}

function wrapKey(shared: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  const salt = Buffer.concat([share, recipient]);
  return new Uint8Array(hkdfSync('sha256', shared, salt, 'age-encryption.org/v1/X25519', 32));
}
