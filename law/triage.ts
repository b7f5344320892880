import { allOf, atLeast, given, is, not } from '../src/law/words.ts';
import { factor } from '../src/law/triage.ts';
import { preserving } from './measures.ts';
import { concernsChild } from './rights/children.ts';

/**
 * What makes a case serious, urgent or its people vulnerable; 3 weighs most. Nothing here reads which State asks, or how loudly:
 * seriousness rests on what a person found, and a claim of the requester alone weighs less than the same thing found.
 */
export const triageFactors = Object.freeze([
  factor({
    id: 'seriousness/abuse-of-children',
    weight: 3,
    when: is('found.offence.conventionArticle', '14', '15'),
    asks: ['A4', 'D4'],
  }),
  factor({
    id: 'seriousness/ten-years',
    weight: 3,
    when: atLeast('found.offence.maximumYears', 10),
    asks: ['A4'],
  }),
  factor({
    id: 'seriousness/systems-stopped',
    weight: 2,
    when: is('found.offence.conventionArticle', '10'),
    asks: ['A4'],
  }),
  factor({ id: 'seriousness/four-years', weight: 2, when: atLeast('found.offence.maximumYears', 4), asks: ['A4'] }),
  factor({
    id: 'seriousness/claimed',
    weight: 1,
    when: atLeast('stated.offence.maximumYears.requesting', 4),
    asks: ['A4'],
  }),
  factor({
    id: 'urgency/danger-found',
    weight: 3,
    when: is('found.emergency.dangerToLifeOrSafety', true),
    asks: ['A4'],
  }),
  factor({
    id: 'urgency/danger-stated',
    weight: 2,
    when: allOf(is('stated.measure', 'emergency-disclosure'), given('stated.emergency.danger')),
    asks: ['A4'],
  }),
  factor({ id: 'urgency/preservation', weight: 2, when: preserving, asks: ['A4'] }),
  factor({ id: 'urgency/data-at-risk', weight: 2, when: is('stated.urgency.dataAtRisk', true), asks: ['A4'] }),
  factor({
    id: 'urgency/deadline',
    weight: 1,
    when: allOf(given('stated.urgency.by'), given('stated.urgency.reason')),
    asks: ['A4'],
  }),
  factor({ id: 'vulnerability/child', weight: 3, when: concernsChild, asks: ['A4', 'D4'] }),
  factor({
    id: 'vulnerability/protected-person',
    weight: 2,
    when: not(is('found.person.protected', 'none')),
    asks: ['D1', 'D2', 'D3'],
  }),
  factor({ id: 'vulnerability/gendered-harm', weight: 2, when: is('found.genderedHarm', true), asks: ['D5'] }),
  factor({
    id: 'vulnerability/intimate-images',
    weight: 2,
    when: is('found.offence.conventionArticle', '16'),
    asks: ['D5'],
  }),
]);
export type FactorId = (typeof triageFactors)[number]['id'];
