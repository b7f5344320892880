import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON: one value, one sequence of bytes. What is hashed or signed is written so, and read back strictly. */

/** @throws TypeError for a value that JSON cannot carry (undefined at the top, NaN, a lone surrogate). */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('not a JSON value');
  return json;
}

export const canonicalBytes = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));

/**
 * The value of canonical bytes; `undefined` for bytes that are not the canonical form of their own value, so that a
 * space, a second spelling of a number or a repeated key is a change that shows.
 */
export function parseCanonical(bytes: Uint8Array): unknown {
  try {
    const json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(json);
    return canonicalJson(value) === json ? value : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 (FIPS 180-4) in lower-case hex: how a document is named everywhere. A text is its UTF-8 bytes. */
export const sha256Hex = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex');
