import type { Random } from './leaf-for.ts';

/** Letters and digits that nobody confuses when reading them aloud (Crockford base32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of so many letters, 5 bits each, in groups of five. */
export function oneTimeCode(length: number, random: Random): string {
  const drawn = [...random(length)].map((byte) => letters[byte % letters.length] ?? '').join('');
  return (drawn.match(/.{1,5}/g) ?? []).join('-');
}
