import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { Buffer } from './buffer.ts';

/** Signatures as the command line checks them (OpenSSL): accepted on both sides or on neither. */

/** RFC 7517, as a passkey's register record holds it (src/authorisation/person-key.ts). */
export type Jwk =
  | Readonly<{ kty: 'EC'; crv: 'P-256'; x: string; y: string }>
  | Readonly<{ kty: 'OKP'; crv: 'Ed25519'; x: string }>
  | Readonly<{ kty: 'RSA'; n: string; e: string }>;

/**
 * RFC 8032 section 5.1.7 as OpenSSL does it: R is computed and its one spelling compared, without the cofactor. The
 * package's own check multiplies by the cofactor and would accept signatures that the command line refuses.
 */
export function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const { Point } = ed25519;
  const [encodedR, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32))];
  const order = Point.Fn.ORDER;
  if (signature.length !== 64 || s >= order) return false;
  const [a, r] = [key, encodedR].map(pointOf);
  // Decision 0021: neither may be of small order.
  if (a === undefined || r === undefined || a.isSmallOrder() || r.isSmallOrder()) return false;
  const k = littleEndian(sha512(Buffer.concat([encodedR, key, message]))) % order;
  const sB = s === 0n ? Point.ZERO : Point.BASE.multiplyUnsafe(s);
  const kA = k === 0n ? Point.ZERO : a.multiplyUnsafe(k);
  return Buffer.from(sB.subtract(kA).toBytes()).equals(encodedR);
}

type Point = InstanceType<typeof ed25519.Point>;

/** In its one spelling, or not at all. */
function pointOf(encoded: Uint8Array): Point | undefined {
  try {
    return ed25519.Point.fromBytes(encoded, false);
  } catch {
    return undefined;
  }
}

/** A key of a kind that is not in the table, or one that is malformed, throws as it does in Node. */
export function verifyJwk(algorithm: string | null, message: Uint8Array, key: Jwk, signature: Uint8Array): boolean {
  switch (key.kty) {
    case 'OKP':
      return algorithm === null && verifyEd25519(bytes(key.x), message, signature);
    case 'EC': {
      const point = Buffer.concat([Buffer.of(4), field(key.x), field(key.y)]);
      return algorithm === 'sha256' && p256.verify(signature, message, point, { format: 'der', lowS: false });
    }
    case 'RSA':
      return (
        algorithm === 'sha256' && verifyRs256(bigEndian(bytes(key.n)), bigEndian(bytes(key.e)), message, signature)
      );
  }
}

/** The beginning of DigestInfo for SHA-256: RFC 8017 section 9.2, note 1. */
const digestInfo = Uint8Array.fromHex('3031300d060960864801650304020105000420');

/** RSASSA-PKCS1-v1_5, RFC 8017 section 8.2.2: what was signed is written anew and compared, never parsed. */
function verifyRs256(n: bigint, e: bigint, message: Uint8Array, signature: Uint8Array): boolean {
  const length = Math.ceil(n.toString(16).length / 2);
  const value = bigEndian(signature);
  if (signature.length !== length || value >= n) return false;
  const tail = Buffer.concat([Buffer.of(0), digestInfo, sha256(message)]);
  const expected = Buffer.concat([Buffer.of(0, 1), Buffer.alloc(length - 2 - tail.length, 0xff), tail]);
  return power(value, e, n) === bigEndian(expected);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

const bytes = (base64url: string): Buffer => Buffer.from(base64url, 'base64url');

/** A coordinate of P-256 has 32 bytes, zeros in front included (RFC 7518 section 6.2.1.2). */
function field(base64url: string): Buffer {
  const coordinate = bytes(base64url);
  if (coordinate.length !== 32) throw new Error('a coordinate of P-256 has 32 bytes');
  return coordinate;
}

const bigEndian = (of: Uint8Array): bigint => BigInt(`0x0${Buffer.from(of).toString('hex')}`);
const littleEndian = (of: Uint8Array): bigint => bigEndian(Uint8Array.from(of).reverse());
