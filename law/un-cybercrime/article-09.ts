import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';
import { claimed, confirmed, narrowed, notStated } from '../offence-rules.ts';

/** 9(1). */
export const elements09 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'damages-or-alters-data'),
);

export const article09 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/9(1)/claimed',
    applies: is('stated.offence.conventionArticle', '9'),
    requires: anyOf(elements09, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/9(1)/confirmed',
    applies: is('found.offence.conventionArticle', '9'),
    requires: anyOf(elements09, notStated),
  }),
  rule({
    ...narrowed,
    id: 'un-cybercrime/9(2)',
    applies: allOf(
      assisting,
      is('found.offence.conventionArticle', '9'),
      includes('measured.requestedState.narrows', '9(2)'),
    ),
  }),
] as const;
