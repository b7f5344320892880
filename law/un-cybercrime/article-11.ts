import { allOf, anyOf, includes, is, rule } from '../../src/law/words.ts';
import { claimed, confirmed, notStated } from '../offence-rules.ts';

/** 11(1). */
export const elements11 = allOf(
  includes('measured.conduct', 'intends'),
  includes('measured.conduct', 'without-right'),
  includes('measured.conduct', 'deals-in-tools', 'deals-in-credentials'),
  includes('measured.conduct', 'purpose-to-commit-7-to-10'),
);

export const article11 = [
  rule({
    ...claimed,
    id: 'un-cybercrime/11(1)/claimed',
    applies: is('stated.offence.conventionArticle', '11'),
    requires: anyOf(elements11, notStated),
  }),
  rule({
    ...confirmed,
    id: 'un-cybercrime/11(1)/confirmed',
    applies: is('found.offence.conventionArticle', '11'),
    requires: anyOf(elements11, notStated),
  }),
  rule({
    id: 'un-cybercrime/11(2)',
    applies: is('stated.offence.conventionArticle', '11'),
    requires: is('found.conduct.goodFaithSecurity', false),
    otherwise: 'refuse',
    reason: '35(1)',
    protects: ['iccpr/15', 'iccpr/19'],
    asks: ['D2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/11(2)/good-faith',
    applies: anyOf(
      is('stated.offence.conventionArticle', '7', '8', '9', '10'),
      includes('stated.offence.punishes', 'good-faith-security-research'),
    ),
    requires: is('found.conduct.goodFaithSecurity', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'good-faith-defence',
    protects: ['iccpr/15', 'iccpr/19'],
    asks: ['D2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/11(3)',
    applies: allOf(is('found.offence.conventionArticle', '11'), includes('measured.requestedState.reserves', '11(3)')),
    requires: anyOf(includes('measured.conduct', 'deals-in-credentials'), is('found.offence.seriousCrime', true)),
    otherwise: 'may-refuse',
    reason: '35(1)',
    protects: ['iccpr/15'],
    asks: ['A1', 'H2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
