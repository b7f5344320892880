import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as sha256Hash } from '@noble/hashes/sha2.js';
import { ml_dsa44 as mlDsa44 } from '@noble/post-quantum/ml-dsa.js';
import { Buffer } from './buffer.ts';
import { verifyEd25519, verifyJwk, type Jwk } from './signatures.ts';

/**
 * The part of `node:crypto` that checking needs, where there is no Node: the bundler puts this file in its place, so the
 * check itself is the same code on both sides. Pure JavaScript; nothing here makes a key or a signature.
 */

type Input = Uint8Array | string;
const bytesOf = (input: Input): Uint8Array => (typeof input === 'string' ? new TextEncoder().encode(input) : input);

function onlySha256(algorithm: string): void {
  if (algorithm !== 'sha256') throw new Error(`${algorithm} is not part of checking`);
}

const output = (digest: Uint8Array, encoding: 'hex' | 'buffer' | undefined): string | Buffer =>
  encoding === 'hex' ? Buffer.from(digest).toString('hex') : Buffer.from(digest);

/** As in Node the result is hexadecimal where nothing else is asked for. */
export function hash(algorithm: string, input: Input, encoding: 'hex' | 'buffer' = 'hex'): string | Buffer {
  onlySha256(algorithm);
  return output(sha256Hash(bytesOf(input)), encoding);
}

type Running = Readonly<{ update: (input: Input) => Running; digest: (encoding?: 'hex') => string | Buffer }>;

const running = (state: { update: (bytes: Uint8Array) => unknown; digest: () => Uint8Array }): Running => {
  const self: Running = {
    update: (input) => {
      state.update(bytesOf(input));
      return self;
    },
    digest: (encoding) => output(state.digest(), encoding),
  };
  return self;
};

export function createHash(algorithm: string): Running {
  onlySha256(algorithm);
  return running(sha256Hash.create());
}

export function createHmac(algorithm: string, key: Input): Running {
  onlySha256(algorithm);
  return running(hmac.create(sha256Hash, bytesOf(key)));
}

export function hkdfSync(algorithm: string, key: Input, salt: Input, info: Input, length: number): ArrayBuffer {
  onlySha256(algorithm);
  return Uint8Array.from(hkdf(sha256Hash, bytesOf(key), bytesOf(salt), bytesOf(info), length)).buffer;
}

/** Nothing that is compared here is secret. */
export const timingSafeEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

type RawKey = Readonly<{ key: Uint8Array; format: 'raw-public'; asymmetricKeyType: string }>;
type PublicKey = RawKey | Readonly<{ key: Jwk; format: 'jwk' }>;
export const createPublicKey = (key: PublicKey): PublicKey => key;

/** @param algorithm `null` where the key has its own; else `sha256`. */
export function verify(algorithm: string | null, message: Uint8Array, key: PublicKey, signature: Uint8Array): boolean {
  if (key.format === 'jwk') return verifyJwk(algorithm, message, key.key, signature);
  const { key: raw, asymmetricKeyType } = key;
  switch (asymmetricKeyType) {
    case 'ed25519':
      return verifyEd25519(raw, message, signature);
    case 'ml-dsa-44':
      return mlDsa44.verify(signature, message, raw);
    default:
      throw new Error(`${asymmetricKeyType} is not part of checking`);
  }
}

const absent = (): never => {
  throw new Error('this page checks; it makes no keys and no signatures');
};
export { absent as createPrivateKey, absent as randomBytes, absent as sign, Buffer };
