import type { Catalogue } from '../src/law/catalogue.ts';
import { found, measured, values } from './words/found.en.ts';
import { rules } from './words/rules.en.ts';
import { stated } from './words/stated.en.ts';
import { triage } from './words/triage.en.ts';

/** The law in English. A translation is another file of this shape. */
export const english: Catalogue = Object.freeze({
  language: 'en',
  facts: { ...stated, ...found, ...measured },
  values,
  rules,
  triage,
});
