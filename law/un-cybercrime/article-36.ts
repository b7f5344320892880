import { allOf, anyOf, given, is, rule } from '../../src/law/words.ts';
import { disclosing, disclosingInTime } from '../measures.ts';

export const article36 = [
  rule({
    id: 'un-cybercrime/36(1)(a)',
    applies: disclosing,
    requires: anyOf(is('found.dataProtection.lawful', true), is('found.dataProtection.withConditions', true)),
    otherwise: 'refuse',
    reason: '36(1)(a)',
    protects: ['iccpr/17'],
    asks: ['E2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/36(1)(b)',
    applies: allOf(
      disclosing,
      is('found.dataProtection.lawful', false),
      is('found.dataProtection.withConditions', true),
    ),
    then: 'condition',
    protects: ['iccpr/17'],
    asks: ['E1', 'E2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/36(2)',
    applies: disclosingInTime,
    requires: allOf(given('stated.dataProtection.law'), given('stated.dataProtection.retentionDays')),
    otherwise: 'ask',
    switch: 'data-protection-particulars',
    protects: ['iccpr/17'],
    asks: ['E2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/36(3)',
    applies: disclosing,
    then: 'condition',
    protects: ['iccpr/17'],
    asks: ['E1', 'E2'],
    inForceFrom: '2024-12-24',
  }),
  rule({
    id: 'un-cybercrime/36(3)/transfer-intended',
    applies: disclosingInTime,
    requires: is('stated.dataProtection.onwardTransfer', false),
    otherwise: 'ask',
    switch: 'data-protection-particulars',
    protects: ['iccpr/17'],
    asks: ['E2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
