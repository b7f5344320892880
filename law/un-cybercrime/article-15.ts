import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';
import { claimed, confirmed, narrowed, notStated, ofYoungPeople } from '../offence-rules.ts';

/** 15(1). */
export const elements15 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'approaches-child'),
  includes('measured.conduct', 'aims-at-sexual-offence-against-child'),
);

export const article15 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/15(1)/claimed',
    applies: is('stated.offence.conventionArticle', '15'),
    requires: anyOf(elements15, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/15(1)/confirmed',
    applies: is('found.offence.conventionArticle', '15'),
    requires: anyOf(elements15, notStated),
  }),
  rule({
    ...ofYoungPeople,
    id: 'un-cybercrime/15(4)/similar-age',
    applies: is('stated.offence.conventionArticle', '15'),
    requires: is('found.conduct.similarAge', false),
  }),
  rule({
    ...narrowed,
    id: 'un-cybercrime/15(2)',
    applies: allOf(
      assisting,
      is('found.offence.conventionArticle', '15'),
      includes('measured.requestedState.narrows', '15(2)', '15(4)'),
    ),
  }),
] as const;
