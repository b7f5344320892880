import type { Words } from '../../catalogue/en.ts';
import { labelOf, ruleWords, type Catalogue } from '../../law/catalogue.ts';
import { isFactName } from '../../law/facts.ts';
import type { EvidenceRequest } from '../../request/request.ts';
import { html, type Html } from '../html.ts';
import { citation } from '../law/citation.ts';

/** Names of the field as people read them. */

/** Sandbox States have names of their own; the others are named by Unicode CLDR. */
export function stateName(words: Words, code: string): string {
  const own = words.states[code];
  if (own !== undefined) return own;
  return regionsIn(words.lang).of(code) ?? code;
}

/** Making one takes longer than a page that needs it: one for each language. */
const regions = new Map<string, Intl.DisplayNames>();

function regionsIn(language: string): Intl.DisplayNames {
  const known = regions.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  regions.set(language, made);
  return made;
}

/** Who asks whom, and for what. */
export function caseLine(words: Words, { requestingState, requestedState, measure }: EvidenceRequest): string {
  const states = words.case.above(stateName(words, requestingState), stateName(words, requestedState));
  return measure === undefined ? states : `${states}: ${words.case.request.measures[measure]}`;
}

/** The beginning of a case's id: enough to tell cases apart on one page. */
export const shortId = (id: string): string => id.slice(0, 8);

/** `un-cybercrime/24(1)/proportionality` is "UN Convention, art. 24(1)". */
export function cite(words: Words, rule: string): string {
  const [instrument = '', article = ''] = rule.split('/');
  return `${words.case.assessment.instruments[instrument] ?? instrument} ${article}`;
}

/** A rule in words, with the article that it rests on. */
export function ruleLine(words: Words, law: Catalogue, rule: string, which: 'title' | 'follows'): Html {
  const [title, follows] = ruleWords(law, rule);
  return html`${which === 'title' ? title : follows} <span class="p-cite">${citation(words, rule)}</span>`;
}

export const factLabel = (law: Catalogue, fact: string): string => {
  const label = isFactName(fact) ? labelOf(law, fact) : fact;
  return label.charAt(0).toLocaleUpperCase(law.language) + label.slice(1);
};

/** A fact, a rule or anything else that a refusal is about, in words. */
export function aboutLine(words: Words, law: Catalogue, about: string): Html {
  if (isFactName(about)) return html`${factLabel(law, about)}`;
  return Object.hasOwn(law.rules, about) ? ruleLine(words, law, about, 'follows') : html`${about}`;
}

/** What a person answered. */
export function valueText(words: Words, law: Catalogue, fact: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? words.case.request.yes : words.case.request.no;
  if (Array.isArray(value)) return value.map((each) => valueText(words, law, fact, each)).join(', ');
  if (value === 'life' || typeof value === 'number') return words.case.request.years(value);
  const text = String(value);
  if (text === 'none' && !fact.endsWith('conventionArticle')) return words.case.request.none;
  if (fact.endsWith('conventionArticle')) return words.case.request.article(text);
  return Object.hasOwn(law.values, text) ? (law.values[text] ?? text) : text;
}
