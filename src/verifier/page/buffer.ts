import { Buffer } from 'buffer';

/**
 * What Node has as a global, for code that both sides share; the bundler puts it where the name is used. The package
 * lacks two things that Node's has: base64url (RFC 4648 section 5), and to be compared with any bytes.
 */

type From = (value: unknown, encoding?: unknown, length?: unknown) => Buffer;
type ToText = (this: Buffer, encoding?: string, start?: number, end?: number) => string;
const theirs = { from: Buffer.from.bind(Buffer) as From, prototype: Buffer.prototype as { toString: ToText } };
const toNamed = theirs.prototype.toString;

const from = (value: unknown, encoding?: unknown, length?: unknown): Buffer =>
  encoding === 'base64url' && typeof value === 'string'
    ? theirs.from(value.replaceAll('-', '+').replaceAll('_', '/'), 'base64')
    : theirs.from(value, encoding, length);

function toString(this: Buffer, encoding?: string, start?: number, end?: number): string {
  if (encoding !== 'base64url') return toNamed.call(this, encoding, start, end);
  return toNamed.call(this, 'base64', start, end).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function equals(this: Buffer, other: Uint8Array): boolean {
  return this.length === other.length && this.every((byte, index) => byte === other[index]);
}

Object.assign(Buffer, { from });
Object.assign(Buffer.prototype, { toString, equals });

export { Buffer };
