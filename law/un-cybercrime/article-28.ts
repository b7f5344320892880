import { always, is, rule } from '../../src/law/words.ts';

export const article28 = [
  rule({
    id: 'un-cybercrime/28(4)/no-weakening',
    applies: always,
    requires: is('stated.assistance.demandsKeysOrWeakening', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'no-weakening-of-security',
    protects: ['iccpr/17', 'iccpr/19'],
    asks: ['E4', 'E5'],
    inForceFrom: '2024-12-24',
  }),
] as const;
