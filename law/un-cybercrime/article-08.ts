import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';
import { claimed, confirmed, narrowed, notStated } from '../offence-rules.ts';

/** 8(1). */
export const elements08 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'intercepts-transmission'),
);

export const article08 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/8(1)/claimed',
    applies: is('stated.offence.conventionArticle', '8'),
    requires: anyOf(elements08, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/8(1)/confirmed',
    applies: is('found.offence.conventionArticle', '8'),
    requires: anyOf(elements08, notStated),
  }),
  rule({
    ...narrowed,
    id: 'un-cybercrime/8(2)',
    applies: allOf(
      assisting,
      is('found.offence.conventionArticle', '8'),
      includes('measured.requestedState.narrows', '8(2)'),
    ),
  }),
] as const;
