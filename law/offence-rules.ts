import { includes, is } from '../src/law/words.ts';

/**
 * What the articles on offences share. Each compares the conduct as the request states it with the elements of its offence: where the
 * request relies on the article, a gap is asked about; where a person found the article, a gap heightens scrutiny.
 */

/** The request states no elements: nothing to compare, and a person reads the facts. */
export const notStated = includes('measured.conduct', 'not-stated');

const comparing = {
  switch: 'conduct-not-label',
  protects: ['iccpr/15'],
  asks: ['A2'],
  inForceFrom: '2024-12-24',
} as const;

/** The request relies on the article. */
export const claimed = { ...comparing, otherwise: 'ask' } as const;

/** A person found the article. */
export const confirmed = { ...comparing, otherwise: 'heighten' } as const;

/** Arts 14(4), 15(4), 16(3), read with the Convention on the Rights of the Child: young people do not become offenders for this. */
export const ofYoungPeople = {
  otherwise: 'refuse',
  reason: '40(21)(b)',
  switch: 'minors',
  protects: ['crc/3', 'crc/16', 'crc/40'],
  asks: ['D4'],
  inForceFrom: '2024-12-24',
} as const;

/** Where the requested State’s own law narrows the offence: its officer says whether the conduct falls outside. A want of dual criminality. */
export const narrowed = {
  requires: is('found.offence.narrowed', false),
  otherwise: 'may-refuse',
  reason: '40(8)',
  protects: ['iccpr/15'],
  asks: ['A1', 'H2'],
  inForceFrom: '2024-12-24',
} as const;
