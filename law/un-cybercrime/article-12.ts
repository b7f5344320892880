import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';
import { claimed, confirmed, narrowed, notStated } from '../offence-rules.ts';

/** 12(1). */
export const elements12 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'damages-or-alters-data'),
  includes('measured.conduct', 'makes-data-pass-as-authentic'),
);

export const article12 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/12(1)/claimed',
    applies: is('stated.offence.conventionArticle', '12'),
    requires: anyOf(elements12, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/12(1)/confirmed',
    applies: is('found.offence.conventionArticle', '12'),
    requires: anyOf(elements12, notStated),
  }),
  rule({
    ...narrowed,
    id: 'un-cybercrime/12(2)',
    applies: allOf(
      assisting,
      is('found.offence.conventionArticle', '12'),
      includes('measured.requestedState.narrows', '12(2)'),
    ),
  }),
] as const;
