import { bech32 } from '@scure/base';
import { AgeError } from './age-error.ts';

/** Keys of age as people write them: Bech32 (BIP 173) without its limit of 90 characters. */

export type KeyText = Readonly<{ prefix: string; bytes: number; spelling: 'lower' | 'upper' }>;

export function encodeKey({ prefix, spelling }: KeyText, key: Uint8Array): string {
  const text = bech32.encode(prefix, bech32.toWords(key), false);
  return spelling === 'upper' ? text.toUpperCase() : text;
}

/** The key's bytes; `undefined` for a text that is no key of this kind in its one spelling. */
export function decodeKey({ prefix, bytes, spelling }: KeyText, text: string): Uint8Array | undefined {
  if (text !== (spelling === 'upper' ? text.toUpperCase() : text.toLowerCase())) return undefined;
  try {
    const found = bech32.decode(text.toLowerCase() as `${string}1${string}`, false);
    const key = bech32.fromWords(found.words);
    return found.prefix === prefix && key.length === bytes ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Never quotes the text, which may be a secret. */
export const badKey = (prefixes: readonly string[]): AgeError =>
  new AgeError('bad-key', `not an age key that begins with ${prefixes.map((prefix) => `${prefix}1`).join(' or ')}`);
