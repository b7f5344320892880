import { always, is, rule } from '../../src/law/words.ts';

export const cat03 = [
  rule({
    id: 'cat/3(2)/pattern',
    applies: always,
    requires: is('found.risk.massViolations', false),
    otherwise: 'heighten',
    switch: 'violations-record',
    protects: ['cat/3', 'iccpr/7'],
    asks: ['F2', 'F4'],
    inForceFrom: '2024-12-24',
  }),
] as const;
