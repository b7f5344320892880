import { anyOf, includes, is, rule } from '../../src/law/words.ts';

export const article11 = [
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
] as const;
