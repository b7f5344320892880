import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { claimed, confirmed, notStated } from '../offence-rules.ts';

/** 10. */
export const elements10 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'seriously-hinders-system'),
);

export const article10 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/10/claimed',
    applies: is('stated.offence.conventionArticle', '10'),
    requires: anyOf(elements10, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/10/confirmed',
    applies: is('found.offence.conventionArticle', '10'),
    requires: anyOf(elements10, notStated),
  }),
] as const;
