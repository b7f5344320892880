import { allOf, given, includes, is, rule } from '../../src/law/words.ts';
import { preserving } from '../measures.ts';

const contents = {
  applies: preserving,
  otherwise: 'ask',
  protects: ['iccpr/17'],
  asks: ['C2'],
  inForceFrom: '2024-12-24',
} as const;

export const article42 = [
  rule({ ...contents, id: 'un-cybercrime/42(3)(a)', requires: given('stated.requestingAuthority') }),
  rule({
    ...contents,
    id: 'un-cybercrime/42(3)(b)',
    requires: allOf(given('stated.offence.title'), given('stated.facts')),
  }),
  rule({
    ...contents,
    id: 'un-cybercrime/42(3)(c)',
    requires: allOf(given('stated.dataCategories'), given('stated.preservation.linkToOffence')),
  }),
  rule({ ...contents, id: 'un-cybercrime/42(3)(e)', requires: given('stated.preservation.necessity') }),
  rule({ ...contents, id: 'un-cybercrime/42(3)(f)', requires: is('stated.preservation.requestWillFollow', true) }),
  rule({
    id: 'un-cybercrime/42(5)',
    applies: allOf(
      preserving,
      includes('measured.requestedState.reserves', '42(5)'),
      is('found.offence.conventionArticle', 'none'),
    ),
    requires: is('found.dualCriminality', true),
    otherwise: 'may-refuse',
    reason: '42(5)',
    protects: ['iccpr/15'],
    asks: ['A1', 'H2'],
    inForceFrom: '2024-12-24',
  }),
] as const;
