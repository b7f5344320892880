import { always, is, rule } from '../../src/law/words.ts';

export const article65 = [
  rule({
    id: 'un-cybercrime/65',
    applies: always,
    requires: is('measured.inForceBetween', true),
    otherwise: 'may-refuse',
    reason: '65',
    protects: ['iccpr/15'],
    asks: ['H1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
