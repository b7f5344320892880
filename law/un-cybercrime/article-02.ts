import { atLeast, given, is, not, rule } from '../../src/law/words.ts';
import { inEmergency } from '../measures.ts';

const reliesOnSeriousCrime = is('stated.offence.conventionArticle', 'none');

export const article02 = [
  rule({
    id: 'un-cybercrime/2(h)/asking-law',
    applies: reliesOnSeriousCrime,
    requires: atLeast('stated.offence.maximumYears.requesting', 4),
    otherwise: 'refuse',
    reason: '35(1)',
    switch: 'penalty-under-both-laws',
    protects: ['iccpr/15', 'iccpr/17'],
    asks: ['A1', 'A2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/2(h)/penalty-stated',
    applies: is(
      'stated.offence.conventionArticle',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '19',
    ),
    requires: given('stated.offence.maximumYears.requesting'),
    otherwise: 'ask',
    switch: 'penalty-under-both-laws',
    protects: ['iccpr/15'],
    asks: ['A2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/2(h)/own-law',
    applies: not(is('stated.measure', 'preservation', 'traffic-disclosure')),
    requires: given('found.offence.maximumYears'),
    otherwise: 'ask',
    switch: 'penalty-under-both-laws',
    protects: ['iccpr/15'],
    asks: ['A2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/2(o)',
    applies: inEmergency,
    requires: is('found.emergency.dangerToLifeOrSafety', true),
    otherwise: 'refuse',
    reason: '41(3)(e)',
    protects: ['iccpr/6', 'iccpr/17'],
    asks: ['A4', 'B1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
