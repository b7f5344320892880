import { is, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const iccpr06 = [
  rule({
    id: 'iccpr/6/assurance',
    applies: disclosing,
    requires: is('found.risk.deathPenalty', false),
    unless: is('found.assurance.noDeathPenalty', true),
    otherwise: 'ask',
    protects: ['iccpr/6'],
    asks: ['F2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/6/bar',
    applies: disclosing,
    requires: is('found.risk.deathPenalty', false),
    unless: is('found.assurance.noDeathPenalty', true),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'death-penalty-bar',
    protects: ['iccpr/6'],
    asks: ['F2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
