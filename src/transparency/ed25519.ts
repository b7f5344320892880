// RFC 8032 section 5.1 through node:crypto (OpenSSL), with points of small order refused.
import { createPrivateKey, createPublicKey, sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';

export const seedBytes = 32;
export const publicKeyBytes = 32;
export const signatureBytes = 64;

const privateKey = (seed: Uint8Array): ReturnType<typeof createPrivateKey> =>
  createPrivateKey({ key: Buffer.from(seed), format: 'raw-private', asymmetricKeyType: 'ed25519' });

/** @throws for a seed that is not 32 bytes. */
export const publicKeyOf = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(createPublicKey(privateKey(seed)).export({ format: 'raw-public' }));

/** @throws for a seed that is not 32 bytes. */
export const sign = (seed: Uint8Array, message: Uint8Array): Uint8Array =>
  new Uint8Array(cryptoSign(null, message, privateKey(seed)));

/** False also for what is no key or no signature at all. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== publicKeyBytes || signature.length !== signatureBytes) return false;
  if (hasSmallOrder(publicKey) || hasSmallOrder(signature.subarray(0, publicKeyBytes))) return false;
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'raw-public', asymmetricKeyType: 'ed25519' });
  return cryptoVerify(null, message, key, signature);
}

/**
 * The y coordinates of the points of order 1, 2, 4 and 8, with the spellings beyond the field prime p.
 * A key of small order has signatures that verify over many messages. OpenSSL 3.0 accepts such points and 3.5 refuses
 * them: refused here, they are refused by every runtime, so that a file verifies everywhere or nowhere.
 */
const smallOrder = new Set([
  '0100000000000000000000000000000000000000000000000000000000000000', // 1, order 1
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // p - 1, order 2
  '0000000000000000000000000000000000000000000000000000000000000000', // 0, order 4
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // p, that is 0
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // p + 1, that is 1
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', // order 8
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', // order 8
]);

/** RFC 8032 section 5.1.2: the topmost bit is the sign of x, the rest is y. */
function hasSmallOrder(point: Uint8Array): boolean {
  const y = Uint8Array.from(point);
  y[31] = (y[31] ?? 0) & 0x7f;
  return smallOrder.has(y.toHex());
}
