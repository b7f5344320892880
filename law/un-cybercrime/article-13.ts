import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { claimed, confirmed, notStated } from '../offence-rules.ts';

/** 13. */
export const elements13 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'causes-loss-of-property'),
  includes('measured.conduct', 'damages-or-alters-data', 'seriously-hinders-system', 'deceives-by-ict'),
  includes('measured.conduct', 'seeks-dishonest-gain'),
);

export const article13 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/13/claimed',
    applies: is('stated.offence.conventionArticle', '13'),
    requires: anyOf(elements13, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/13/confirmed',
    applies: is('found.offence.conventionArticle', '13'),
    requires: anyOf(elements13, notStated),
  }),
] as const;
