import { createPrivateKey, createPublicKey, decapsulate, encapsulate, hash, type KeyObject } from 'node:crypto';
import { AgeError } from './age-error.ts';
import { rawBase64, type Stanza } from './header.ts';
import { hpkeBase, kemIds } from './hpke.ts';
import { keyKinds } from './key-text.ts';
import { shareOf, unwrapUnder, wrapUnder } from './wrap.ts';
import { x25519Bytes, x25519Public, x25519Secret } from './x25519.ts';

/**
 * age-encryption.org/v1 "The mlkem768x25519 recipient type": HPKE with the hybrid of ML-KEM-768 (FIPS 203) and X25519
 * known as X-Wing (draft-connolly-cfrg-xwing-kem). What is sealed so stays sealed unless both are broken.
 */

const kind = keyKinds.hybrid.stanza;
const info = 'age-encryption.org/mlkem768x25519';
const kemPublicBytes = 1184;
const kemShareBytes = 1088;
/** Section 5.3 of the draft, "\./" over "/^\". */
const combinerLabel = Buffer.from('\\.//^\\', 'latin1');

/** One secret seed gives both keys (draft, section 5.2). */
export function hybridPublic(seed: Uint8Array): Uint8Array {
  const { kemKey, x25519Key } = expand(seed);
  const kemPublic = createPublicKey(kemKey).export({ format: 'raw-public' });
  return Buffer.concat([kemPublic, x25519Public(x25519Key)]);
}

/** @param ephemeral 32 fresh random bytes for X25519; those of ML-KEM are drawn by OpenSSL. */
export function wrapHybrid(fileKey: Uint8Array, recipient: Uint8Array, ephemeral: Uint8Array): Stanza {
  const [kemPublic, x25519Recipient] = [recipient.subarray(0, kemPublicBytes), recipient.subarray(kemPublicBytes)];
  const { sharedKey, ciphertext } = encapsulateTo(kemPublic);
  const share = x25519Public(ephemeral);
  const shared = combine(sharedKey, x25519Secret(ephemeral, x25519Recipient), share, x25519Recipient);
  const { key, nonce } = hpkeBase(kemIds.mlkem768x25519, shared, info);
  return { args: [kind, rawBase64(Buffer.concat([ciphertext, share]))], body: wrapUnder(key, nonce, fileKey) };
}

/**
 * The file key, if the stanza is for this identity; `undefined` for a stanza of another kind or another recipient.
 * @throws AgeError `header-failure` for a stanza of this kind that is malformed.
 */
export function unwrapHybrid(stanza: Stanza, seed: Uint8Array): Uint8Array | undefined {
  const encapsulated = shareOf(stanza, kind, kemShareBytes + x25519Bytes);
  if (encapsulated === undefined) return undefined;
  const { kemKey, x25519Key } = expand(seed);
  const share = encapsulated.subarray(kemShareBytes);
  // A share that ML-KEM did not make for this key gives another secret, not an error (implicit rejection).
  const sharedKey = decapsulate(kemKey, encapsulated.subarray(0, kemShareBytes));
  const shared = combine(sharedKey, x25519Secret(x25519Key, share), share, x25519Public(x25519Key));
  const { key, nonce } = hpkeBase(kemIds.mlkem768x25519, shared, info);
  return unwrapUnder(key, nonce, stanza.body);
}

function expand(seed: Uint8Array): { kemKey: KeyObject; x25519Key: Uint8Array } {
  const expanded = hash('shake256', seed, { outputEncoding: 'buffer', outputLength: 96 });
  const kemSeed = { key: expanded.subarray(0, 64), format: 'raw-seed', asymmetricKeyType: 'ml-kem-768' } as const;
  return { kemKey: createPrivateKey(kemSeed), x25519Key: expanded.subarray(64) };
}

function encapsulateTo(kemPublic: Uint8Array): { sharedKey: Uint8Array; ciphertext: Uint8Array } {
  try {
    const key = { key: Buffer.from(kemPublic), format: 'raw-public', asymmetricKeyType: 'ml-kem-768' } as const;
    return encapsulate(createPublicKey(key));
  } catch {
    // FIPS 203 section 7.2: coefficients that are not reduced are no key.
    throw new AgeError('bad-key', 'the ML-KEM part of the recipient is no key');
  }
}

function combine(kem: Uint8Array, dh: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  return hash('sha3-256', Buffer.concat([kem, dh, share, recipient, combinerLabel]), 'buffer');
}
