import { is, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const iccpr15 = [
  rule({
    id: 'iccpr/15/when-committed',
    applies: disclosing,
    requires: is('found.offence.whenCommitted', true),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'no-punishment-without-law',
    protects: ['iccpr/15'],
    asks: ['B1', 'B2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
