import { always, is, not, rule } from '../../src/law/words.ts';

export const iccpr26 = [
  rule({
    id: 'iccpr/26/orientation-and-gender',
    applies: always,
    requires: not(is('found.conduct.protected', 'sexual-orientation-or-gender')),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'protected-conduct-bar',
    protects: ['iccpr/17', 'iccpr/26'],
    asks: ['A2', 'B2', 'D5'],
    inForceFrom: '2024-12-24',
  }),
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
