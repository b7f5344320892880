import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';
import { claimed, confirmed, narrowed, notStated } from '../offence-rules.ts';

/** 17(1). */
export const elements17 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'handles-proceeds'),
  includes('measured.conduct', 'knows-criminal-origin'),
);

export const article17 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/17(1)/claimed',
    applies: is('stated.offence.conventionArticle', '17'),
    requires: anyOf(elements17, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/17(1)/confirmed',
    applies: is('found.offence.conventionArticle', '17'),
    requires: anyOf(elements17, notStated),
  }),
  rule({
    ...narrowed,
    id: 'un-cybercrime/17(2)(e)',
    applies: allOf(
      assisting,
      is('found.offence.conventionArticle', '17'),
      includes('measured.requestedState.narrows', '17(2)(e)'),
    ),
  }),
] as const;
