import { allOf, before, given, is, rule } from '../../src/law/words.ts';
import { liveTraffic } from '../measures.ts';

const contents = {
  applies: liveTraffic,
  otherwise: 'ask',
  protects: ['iccpr/17'],
  asks: ['C2'],
  inForceFrom: '2024-12-24',
} as const;

export const article45 = [
  rule({
    id: 'un-cybercrime/45(1)/not-carried',
    applies: liveTraffic,
    requires: is('measured.carriesRealTime', true),
    otherwise: 'refuse',
    reason: '45(1)',
    protects: ['iccpr/17'],
    asks: ['C2'],
    inForceFrom: '2024-12-24',
  }),
  rule({ ...contents, id: 'un-cybercrime/45(3)(a)', requires: given('stated.requestingAuthority') }),
  rule({
    ...contents,
    id: 'un-cybercrime/45(3)(b)',
    requires: allOf(given('stated.facts'), given('stated.proceeding.nature')),
  }),
  rule({
    ...contents,
    id: 'un-cybercrime/45(3)(c)',
    requires: allOf(given('stated.targets'), given('stated.offence.title')),
  }),
  rule({ ...contents, id: 'un-cybercrime/45(3)(e)', requires: given('stated.necessity') }),
  rule({
    ...contents,
    id: 'un-cybercrime/45(3)(f)',
    requires: allOf(before('stated.realTime.from', 'stated.realTime.until'), given('stated.realTime.lengthReason')),
  }),
] as const;
