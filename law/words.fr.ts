import type { Catalogue } from '../src/law/catalogue.ts';
import { found, measured } from './words/found.fr.ts';
import { rules } from './words/rules.fr.ts';
import { stated } from './words/stated.fr.ts';
import { triage } from './words/triage.fr.ts';
import { values } from './words/values.fr.ts';

/** The law in French. The articles themselves are in English only so far. */
export const french: Catalogue = Object.freeze({
  language: 'fr',
  facts: { ...stated, ...found, ...measured },
  values,
  rules,
  triage,
});
