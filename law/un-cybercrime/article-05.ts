import { always, is, rule } from '../../src/law/words.ts';

export const article05 = [
  rule({
    id: 'un-cybercrime/5(2)',
    applies: always,
    requires: is('found.actsOnTerritory', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    protects: ['iccpr/17'],
    asks: ['C1', 'C4', 'F1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
