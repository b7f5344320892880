import { allOf, always, includes, is, not, rule } from '../../src/law/words.ts';
import { disclosing } from '../measures.ts';

export const iccpr19 = [
  rule({
    id: 'iccpr/19/protected-conduct',
    applies: always,
    requires: not(is('found.conduct.protected', 'expression', 'journalism')),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'protected-conduct-bar',
    protects: ['iccpr/19'],
    asks: ['A2', 'B2', 'D1'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/19/protected-person',
    applies: not(is('found.person.protected', 'none')),
    then: 'heighten',
    switch: 'protected-persons',
    protects: ['iccpr/17', 'iccpr/19'],
    asks: ['D1', 'D2', 'D3'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/19/sources',
    applies: allOf(disclosing, is('found.person.protected', 'journalist')),
    then: 'condition',
    switch: 'protected-persons',
    protects: ['iccpr/19'],
    asks: ['D1', 'E1'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'iccpr/19/whistleblowing',
    applies: includes('stated.offence.punishes', 'whistleblowing'),
    requires: is('found.conduct.whistleblowing', false),
    otherwise: 'refuse',
    reason: '40(21)(b)',
    switch: 'whistleblower-defence',
    protects: ['iccpr/19'],
    asks: ['D3'],
    inForceFrom: '2024-12-24',
  }),
] as const;
