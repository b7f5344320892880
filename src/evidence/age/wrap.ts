import { createCipheriv, createDecipheriv } from 'node:crypto';
import { AgeError } from './age-error.ts';
import { strictBase64, type Stanza } from './header.ts';

/** What stanzas of all kinds have in common: a share in base64, and a file key under ChaCha20-Poly1305. */

export const fileKeyBytes = 16;
const tagBytes = 16;
const aead = 'chacha20-poly1305';

/** @param nonce 12 bytes; the key is used once. */
export function wrapUnder(key: Uint8Array, nonce: Uint8Array, fileKey: Uint8Array): Uint8Array {
  const cipher = createCipheriv(aead, key, nonce, { authTagLength: tagBytes });
  return Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
}

/** The file key, or `undefined` where the stanza was made for somebody else. */
export function unwrapUnder(key: Uint8Array, nonce: Uint8Array, body: Uint8Array): Uint8Array | undefined {
  const decipher = createDecipheriv(aead, key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(body.subarray(fileKeyBytes));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, fileKeyBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/**
 * The one argument of a stanza of this kind; `undefined` for a stanza of another kind.
 * @throws AgeError `header-failure` for one that is malformed.
 */
export function shareOf({ args, body }: Stanza, kind: string, bytes: number): Uint8Array | undefined {
  const [type, encoded, ...rest] = args;
  if (type !== kind) return undefined;
  if (encoded === undefined || rest.length > 0) throw new AgeError('header-failure', `${kind} takes one argument`);
  const share = strictBase64(encoded);
  if (share.length !== bytes) throw new AgeError('header-failure', `a share of ${kind} has ${bytes} bytes`);
  // Checked before decryption, so that a long body cannot be built to open under several keys (partitioning oracle).
  if (body.length !== fileKeyBytes + tagBytes) throw new AgeError('header-failure', 'a file key has 16 bytes');
  return share;
}
