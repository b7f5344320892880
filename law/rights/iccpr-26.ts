import { always, is, rule } from '../../src/law/words.ts';

export const iccpr26 = [
  rule({
    id: 'iccpr/26/gendered-harm',
    applies: always,
    requires: is('found.genderedHarm', false),
    otherwise: 'heighten',
    switch: 'gendered-harm-question',
    protects: ['iccpr/26', 'iccpr/2'],
    asks: ['D5'],
    inForceFrom: '2024-12-24',
  }),
] as const;
