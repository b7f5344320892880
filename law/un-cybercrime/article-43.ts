import { includes, is, not, rule } from '../../src/law/words.ts';

export const article43 = [
  rule({
    id: 'un-cybercrime/43(1)/traffic-only',
    applies: is('stated.measure', 'traffic-disclosure'),
    requires: not(includes('stated.dataCategories', 'content')),
    otherwise: 'ask',
    protects: ['iccpr/17'],
    asks: ['C2', 'E3'],
    inForceFrom: '2024-12-24',
  }),
] as const;
