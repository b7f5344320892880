import { given, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const article03 = [
  rule({
    id: 'un-cybercrime/3(b)/criminal-matter',
    applies: disclosing,
    requires: given('stated.offence.title'),
    otherwise: 'ask',
    protects: ['iccpr/15', 'iccpr/17'],
    asks: ['A1', 'E3'],
    inForceFrom: '2024-12-24',
  }),
] as const;
