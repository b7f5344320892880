import { limits } from '../limits.ts';

/** Text from outside for a person's list: one line without controls or bidirectional overrides, of limited length. */
export const plainTitle = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, ' ')
    .trim()
    .slice(0, limits.lineCharacters);
