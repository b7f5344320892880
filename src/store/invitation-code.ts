import { sha256Hex } from '../canonical.ts';

/** One-time codes as they are kept: only their hash. A recovery's code has two halves, which only its person puts together. */

/** Letters of an invitation's code, and of each half of a recovery's (5 bits each). */
export const codeLetters = 25;
export const halfLetters = 15;

/** A code as it was typed, without what people add: spaces, hyphens, small letters. */
const plain = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

const whole = (code: string): string => sha256Hex(`proviso-invitation/1\n${code}`);

/** How one half is kept until the other is made. */
export const halfSha256 = (half: string): string => whole(plain(half));

export const joinedSha256 = (first: string, second: string): string =>
  sha256Hex(`proviso-recovery/1\n${first}\n${second}`);

/** How a code that somebody typed was kept, whole or in halves. */
export function codeSha256(typed: string): string {
  const code = plain(typed);
  return code.length === 2 * halfLetters
    ? joinedSha256(whole(code.slice(0, halfLetters)), whole(code.slice(halfLetters)))
    : whole(code);
}
