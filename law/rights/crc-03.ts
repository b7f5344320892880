import { is, rule } from '../../src/law/words.ts';
import { disclosingInTime } from '../measures.ts';

export const crc03 = [
  rule({
    id: 'crc/3/child',
    applies: disclosingInTime,
    requires: is('stated.person.minor', false),
    otherwise: 'heighten',
    switch: 'minors',
    protects: ['crc/3', 'crc/16', 'crc/40'],
    asks: ['D4'],
    inForceFrom: '2024-12-24',
  }),
] as const;
