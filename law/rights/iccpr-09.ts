import { is, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const iccpr09 = [
  rule({
    id: 'iccpr/9/arbitrary-detention',
    applies: disclosing,
    requires: is('found.risk.arbitraryDetention', false),
    otherwise: 'may-refuse',
    reason: '40(21)(b)',
    protects: ['iccpr/9'],
    asks: ['B2', 'F2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/9/arbitrary-detention-bar',
    applies: disclosing,
    requires: is('found.risk.arbitraryDetention', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'arbitrary-detention-bar',
    protects: ['iccpr/9'],
    asks: ['B2', 'F2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
