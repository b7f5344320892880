import { allOf, given, rule } from '../../src/law/words.ts';
import { inEmergency } from '../measures.ts';

export const article41 = [
  rule({
    id: 'un-cybercrime/41(3)(e)',
    applies: inEmergency,
    requires: allOf(given('stated.emergency.danger'), given('stated.emergency.linkToData')),
    otherwise: 'ask',
    protects: ['iccpr/6', 'iccpr/17'],
    asks: ['A4', 'B1'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/41(3)(e)/who-and-what',
    applies: inEmergency,
    requires: allOf(given('stated.requestingAuthority'), given('stated.facts'), given('stated.provider')),
    otherwise: 'ask',
    protects: ['iccpr/17'],
    asks: ['A4', 'E5'],
    inForceFrom: '2024-12-24',
  }),
] as const;
