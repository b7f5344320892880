import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';
import { claimed, confirmed, narrowed, notStated, ofYoungPeople } from '../offence-rules.ts';

/** 16(1). */
export const elements16 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'shares-intimate-image'),
  includes('measured.conduct', 'without-consent-of-person-shown'),
);

export const article16 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/16(1)/claimed',
    applies: is('stated.offence.conventionArticle', '16'),
    requires: anyOf(elements16, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/16(1)/confirmed',
    applies: is('found.offence.conventionArticle', '16'),
    requires: anyOf(elements16, notStated),
  }),
  rule({
    ...ofYoungPeople,
    id: 'un-cybercrime/16(3)/similar-age',
    applies: is('stated.offence.conventionArticle', '16'),
    requires: is('found.conduct.similarAge', false),
  }),
  rule({
    ...narrowed,
    id: 'un-cybercrime/16(5)',
    applies: allOf(
      assisting,
      is('found.offence.conventionArticle', '16'),
      includes('measured.requestedState.narrows', '16(5)'),
    ),
  }),
] as const;
