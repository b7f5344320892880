import { allOf, rule } from '../../src/law/words.ts';
import { disclosingInTime } from '../measures.ts';
import { concernsChild } from './children.ts';

export const crc40 = [
  rule({
    id: 'crc/40/identity',
    applies: allOf(disclosingInTime, concernsChild),
    then: 'condition',
    switch: 'minors',
    protects: ['crc/40'],
    asks: ['D4', 'E1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
