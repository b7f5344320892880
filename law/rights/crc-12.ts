import { allOf, rule } from '../../src/law/words.ts';
import { disclosingInTime } from '../measures.ts';
import { concernsChild } from './children.ts';

export const crc12 = [
  rule({
    id: 'crc/12/heard',
    applies: allOf(disclosingInTime, concernsChild),
    then: 'notify',
    switch: 'minors',
    protects: ['crc/12'],
    asks: ['D4', 'C3'],
    inForceFrom: '2024-12-24',
  }),
] as const;
