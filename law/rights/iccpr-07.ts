import { always, is, rule } from '../../src/law/words.ts';

export const iccpr07 = [
  rule({
    id: 'iccpr/7/torture',
    applies: always,
    requires: is('found.risk.torture', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    protects: ['iccpr/7', 'cat/3'],
    asks: ['B2', 'F2', 'F4'],
    inForceFrom: '2024-12-24',
  }),
] as const;
