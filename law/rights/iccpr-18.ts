import { always, is, not, rule } from '../../src/law/words.ts';

export const iccpr18 = [
  rule({
    id: 'iccpr/18/belief',
    applies: always,
    requires: not(is('found.conduct.protected', 'religion-or-belief')),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'protected-conduct-bar',
    protects: ['iccpr/18'],
    asks: ['A2', 'B2', 'D1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
