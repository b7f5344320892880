// RFC 8446 section 3.3: unsigned integers in network byte order, put one after the other.

/** @param width bytes, at most 6 (48 bits). @throws RangeError for a number that does not fit: it would be cut silently. */
export function bigEndian(value: number, width: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** width) {
    throw new RangeError(`${value} does not fit in ${width} bytes`);
  }
  const bytes = new Uint8Array(width);
  for (let at = width - 1, rest = value; at >= 0; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return bytes;
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** For public values, hashes and keys that anyone may see: it stops at the first difference. */
export const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
