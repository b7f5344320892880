import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { claimed, confirmed, notStated } from '../offence-rules.ts';

/** 19. */
export const elements19 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'takes-part-or-attempts'),
);

export const article19 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/19/claimed',
    applies: is('stated.offence.conventionArticle', '19'),
    requires: anyOf(elements19, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/19/confirmed',
    applies: is('found.offence.conventionArticle', '19'),
    requires: anyOf(elements19, notStated),
  }),
] as const;
