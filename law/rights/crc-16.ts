import { allOf, rule } from '../../src/law/words.ts';
import { disclosingInTime } from '../measures.ts';
import { concernsChild } from './children.ts';

export const crc16 = [
  rule({
    id: 'crc/16/privacy',
    applies: allOf(disclosingInTime, concernsChild),
    then: 'condition',
    switch: 'minors',
    protects: ['crc/16'],
    asks: ['D4', 'E1'],
    inForceFrom: '2024-12-24',
  }),
] as const;
