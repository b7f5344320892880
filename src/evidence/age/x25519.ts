import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { AgeError } from './age-error.ts';
import { rawBase64, strictBase64, type Stanza } from './header.ts';
import { publicOf, sharedSecret } from './keys.ts';

/** The X25519 recipient stanza: age-encryption.org/v1 "X25519 recipient stanza". One row of a table that can grow. */

const kind = 'X25519';
const shareBytes = 32;
export const fileKeyBytes = 16;
const tagBytes = 16;
/** Fixed, because every wrap key is used once. */
const zeroNonce = new Uint8Array(12);
const aead = 'chacha20-poly1305';

/** @param ephemeral 32 fresh random bytes, never used again. */
export function wrapFileKey(fileKey: Uint8Array, recipient: Uint8Array, ephemeral: Uint8Array): Stanza {
  const share = publicOf(ephemeral);
  const cipher = createCipheriv(aead, wrapKey(sharedSecret(ephemeral, recipient), share, recipient), zeroNonce, {
    authTagLength: tagBytes,
  });
  const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  return { args: [kind, rawBase64(share)], body };
}

/**
 * The file key, if the stanza is for this identity; `undefined` for a stanza of another kind or another recipient.
 * @throws AgeError `header-failure` for an X25519 stanza that is malformed.
 */
export function unwrapFileKey(stanza: Stanza, secret: Uint8Array): Uint8Array | undefined {
  const [type, encodedShare, ...rest] = stanza.args;
  if (type !== kind) return undefined;
  if (encodedShare === undefined || rest.length > 0) throw new AgeError('header-failure', 'X25519 takes one argument');
  const share = strictBase64(encodedShare);
  if (share.length !== shareBytes) throw new AgeError('header-failure', 'an X25519 share has 32 bytes');
  // Checked before decryption, so that a long body cannot be built to open under several keys (partitioning oracle).
  if (stanza.body.length !== fileKeyBytes + tagBytes) throw new AgeError('header-failure', 'a file key has 16 bytes');
  const key = wrapKey(sharedSecret(secret, share), share, publicOf(secret));
  const decipher = createDecipheriv(aead, key, zeroNonce, { authTagLength: tagBytes });
  decipher.setAuthTag(stanza.body.subarray(fileKeyBytes));
  try {
    return Buffer.concat([decipher.update(stanza.body.subarray(0, fileKeyBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function wrapKey(shared: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  const salt = Buffer.concat([share, recipient]);
  return new Uint8Array(hkdfSync('sha256', shared, salt, 'age-encryption.org/v1/X25519', 32));
}
