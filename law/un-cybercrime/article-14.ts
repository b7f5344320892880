import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';
import { claimed, confirmed, narrowed, notStated, ofYoungPeople } from '../offence-rules.ts';

/** 14(1). */
export const elements14 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'child-abuse-material'),
);

export const article14 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/14(1)/claimed',
    applies: is('stated.offence.conventionArticle', '14'),
    requires: anyOf(elements14, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/14(1)/confirmed',
    applies: is('found.offence.conventionArticle', '14'),
    requires: anyOf(elements14, notStated),
  }),
  rule({
    ...ofYoungPeople,
    id: 'un-cybercrime/14(4)(a)/own-image',
    applies: is('stated.offence.conventionArticle', '14'),
    requires: is('found.conduct.ownImage', false),
  }),
  rule({
    ...ofYoungPeople,
    id: 'un-cybercrime/14(4)(b)/similar-age',
    applies: is('stated.offence.conventionArticle', '14'),
    requires: is('found.conduct.similarAge', false),
  }),
  rule({
    ...narrowed,
    id: 'un-cybercrime/14(3)',
    applies: allOf(
      assisting,
      is('found.offence.conventionArticle', '14'),
      includes('measured.requestedState.narrows', '14(3)', '14(4)'),
    ),
  }),
] as const;
