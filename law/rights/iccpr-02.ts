import { allOf, always, given, is, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const iccpr02 = [
  rule({
    id: 'iccpr/2(3)/notice-position',
    applies: always,
    requires: given('stated.notice.position'),
    otherwise: 'ask',
    switch: 'notice-with-end',
    protects: ['iccpr/2', 'iccpr/17'],
    asks: ['C3'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/2(3)/delay-ends',
    applies: is('stated.notice.position', 'delay'),
    requires: allOf(given('stated.notice.until'), given('stated.notice.reason')),
    otherwise: 'ask',
    switch: 'notice-with-end',
    protects: ['iccpr/2', 'iccpr/17'],
    asks: ['C3'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/2(3)/person-told',
    applies: disclosing,
    then: 'notify',
    switch: 'notice-with-end',
    protects: ['iccpr/2', 'iccpr/17'],
    asks: ['C2', 'C3'],
    inForceFrom: '2024-12-24',
  }),
] as const;
