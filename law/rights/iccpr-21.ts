import { always, is, not, rule } from '../../src/law/words.ts';

export const iccpr21 = [
  rule({
    id: 'iccpr/21/assembly',
    applies: always,
    requires: not(is('found.conduct.protected', 'peaceful-assembly')),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'protected-conduct-bar',
    protects: ['iccpr/21'],
    asks: ['A2', 'B2', 'D1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
