import { allOf, is, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const iccpr14 = [
  rule({
    id: 'iccpr/14/unfair-trial',
    applies: disclosing,
    requires: is('found.risk.unfairTrial', false),
    otherwise: 'may-refuse',
    reason: '40(21)(b)',
    protects: ['iccpr/14'],
    asks: ['F2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/14/unfair-trial-bar',
    applies: disclosing,
    requires: is('found.risk.unfairTrial', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'fair-trial-bar',
    protects: ['iccpr/14'],
    asks: ['F2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/14/privilege',
    applies: allOf(disclosing, is('found.person.protected', 'lawyer')),
    then: 'condition',
    switch: 'protected-persons',
    protects: ['iccpr/14', 'iccpr/17'],
    asks: ['D1', 'E1'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/14(7)/tried-before',
    applies: disclosing,
    requires: is('found.triedBefore', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'double-jeopardy-bar',
    protects: ['iccpr/14'],
    asks: ['B2', 'F2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
