// RFC 6962 section 2.1 (RFC 9162 section 2.1.1): the hash of a leaf, of a node, of the empty tree; SHA-256.
import { hash } from 'node:crypto';

export const hashBytes = 32;

/** A leaf and a node are hashed under different first bytes, or a node could be passed off as a leaf. */
const leafPrefix = 0x00;
const nodePrefix = 0x01;

export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = hash('sha256', bytes, 'buffer');
  return new Uint8Array(digest.buffer, digest.byteOffset, hashBytes);
}

/** MTH({d}) = SHA-256(0x00 || d). */
export function leafHash(entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + entry.length);
  bytes[0] = leafPrefix;
  bytes.set(entry, 1);
  return sha256(bytes);
}

/** Hashed before anybody else can write to it; a tree is made of millions of nodes. */
const nodeBytes = new Uint8Array(1 + 2 * hashBytes).fill(nodePrefix, 0, 1);

/** SHA-256(0x01 || left || right). @throws RangeError when a child is not 32 bytes: 0x01 || a || b would be ambiguous. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== hashBytes || right.length !== hashBytes) throw new RangeError('a child hash is 32 bytes');
  nodeBytes.set(left, 1);
  nodeBytes.set(right, 1 + hashBytes);
  return sha256(nodeBytes);
}

/** MTH({}) = SHA-256(). */
export const emptyRoot = (): Uint8Array => sha256(new Uint8Array());
