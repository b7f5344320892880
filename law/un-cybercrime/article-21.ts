import { allOf, is, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const article21 = [
  rule({
    id: 'un-cybercrime/21(4)',
    applies: allOf(disclosing, is('stated.proceeding.nature', 'prosecution', 'trial')),
    requires: is('found.risk.unfairTrial', false),
    otherwise: 'ask',
    protects: ['iccpr/14'],
    asks: ['B2', 'F2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
