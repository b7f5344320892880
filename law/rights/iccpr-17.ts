import { is, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const iccpr17 = [
  rule({
    id: 'iccpr/17/legality',
    applies: disclosing,
    requires: is('found.legality', true),
    otherwise: 'refuse',
    reason: '40(21)(c)',
    switch: 'legality-and-necessity',
    protects: ['iccpr/17'],
    asks: ['B1'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/17/necessity',
    applies: disclosing,
    requires: is('found.necessity', true),
    otherwise: 'refuse',
    reason: '40(21)(c)',
    switch: 'legality-and-necessity',
    protects: ['iccpr/17'],
    asks: ['B1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
