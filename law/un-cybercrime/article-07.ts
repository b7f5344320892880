import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';
import { claimed, confirmed, narrowed, notStated } from '../offence-rules.ts';

/** 7(1). */
export const elements07 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'accesses-system'),
);

export const article07 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/7(1)/claimed',
    applies: is('stated.offence.conventionArticle', '7'),
    requires: anyOf(elements07, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/7(1)/confirmed',
    applies: is('found.offence.conventionArticle', '7'),
    requires: anyOf(elements07, notStated),
  }),
  rule({
    ...narrowed,
    id: 'un-cybercrime/7(2)',
    applies: allOf(
      assisting,
      is('found.offence.conventionArticle', '7'),
      includes('measured.requestedState.narrows', '7(2)'),
    ),
  }),
] as const;
