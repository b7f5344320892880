// FIPS 204, ML-DSA-44, through node:crypto (OpenSSL 3.5): signatures that a quantum computer does not forge.
import { createPrivateKey, createPublicKey, sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';

export const seedBytes = 32;
export const publicKeyBytes = 1312;
export const signatureBytes = 2420;

const type = { asymmetricKeyType: 'ml-dsa-44' } as const;
const privateKey = (seed: Uint8Array): ReturnType<typeof createPrivateKey> =>
  createPrivateKey({ key: Buffer.from(seed), format: 'raw-seed', ...type });

/** @throws for a seed that is not 32 bytes. */
export const publicKeyOf = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(createPublicKey(privateKey(seed)).export({ format: 'raw-public' }));

/** @throws for a seed that is not 32 bytes. */
export const sign = (seed: Uint8Array, message: Uint8Array): Uint8Array =>
  new Uint8Array(cryptoSign(null, message, privateKey(seed)));

/** False also for what is no key or no signature at all. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== publicKeyBytes || signature.length !== signatureBytes) return false;
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'raw-public', ...type });
  return cryptoVerify(null, message, key, signature);
}
