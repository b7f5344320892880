import { always, is, not, rule } from '../../src/law/words.ts';

export const iccpr22 = [
  rule({
    id: 'iccpr/22/association',
    applies: always,
    requires: not(is('found.conduct.protected', 'association')),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'protected-conduct-bar',
    protects: ['iccpr/22'],
    asks: ['A2', 'B2', 'D1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
