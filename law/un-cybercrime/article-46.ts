import { is, rule } from '../../src/law/words.ts';
import { liveContent } from '../measures.ts';

export const article46 = [
  rule({
    id: 'un-cybercrime/46/not-carried',
    applies: liveContent,
    requires: is('measured.carriesRealTime', true),
    otherwise: 'refuse',
    reason: '46',
    protects: ['iccpr/17'],
    asks: ['C2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
