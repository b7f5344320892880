import { allOf, always, anyOf, atLeast, given, includes, is, rule } from '../../src/law/words.ts';
import { assisting } from '../measures.ts';

const claimsConventionOffence = is(
  'stated.offence.conventionArticle',
  ...(['7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '19'] as const),
);
const isConventionOffence = is(
  'found.offence.conventionArticle',
  ...(['7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '19'] as const),
);

export const article35 = [
  rule({
    id: 'un-cybercrime/35(1)/claimed',
    applies: always,
    requires: anyOf(
      claimsConventionOffence,
      atLeast('stated.offence.maximumYears.requesting', 4),
      atLeast('stated.offence.maximumYears.requested', 4),
    ),
    otherwise: 'refuse',
    reason: '35(1)',
    protects: ['iccpr/15', 'iccpr/17'],
    asks: ['A1', 'A3'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/35(1)/confirmed',
    applies: always,
    requires: anyOf(isConventionOffence, is('found.offence.seriousCrime', true)),
    otherwise: 'refuse',
    reason: '35(1)',
    protects: ['iccpr/15', 'iccpr/17'],
    asks: ['A1', 'A2', 'A3'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/35(1)/convention-only',
    applies: always,
    requires: claimsConventionOffence,
    otherwise: 'refuse',
    reason: '35(1)',
    switch: 'convention-offences-only',
    protects: ['iccpr/15', 'iccpr/17'],
    asks: ['A1'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/35(1)/reserved',
    applies: allOf(
      is('found.offence.conventionArticle', '14', '15', '16'),
      includes('measured.requestedState.reserves', 'arts-14-16'),
    ),
    requires: is('found.offence.seriousCrime', true),
    otherwise: 'may-refuse',
    reason: '35(1)',
    protects: ['iccpr/15'],
    asks: ['A1', 'H2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/35(3)',
    applies: assisting,
    requires: given('stated.offence.offenceInRequestedState'),
    otherwise: 'ask',
    switch: 'dual-criminality-required',
    protects: ['iccpr/15'],
    asks: ['A1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
