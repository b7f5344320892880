import type { Words } from '../../catalogue/en.ts';
import { html, type Html, type Part } from '../html.ts';
import { paths } from '../paths.ts';

/** Where a rule stands on the page of its article: its id without the instrument. */
export const anchorOf = (rule: string): string => rule.slice(rule.indexOf('/') + 1);

/** `un-cybercrime/24(1)/proportionality` -> `/law/un-cybercrime/24#24(1)/proportionality`; undefined for what is no rule's id. */
export function rulePath(rule: string): string | undefined {
  const [, instrument, article] = /^([a-z-]+)\/(\d+)/.exec(rule) ?? [];
  if (instrument === undefined || article === undefined) return undefined;
  return `${paths.article(instrument, article)}#${anchorOf(rule)}`;
}

/** `un-cybercrime/24(1)/proportionality` is "UN Convention, art. 24(1)", and leads to the rule. */
export function citation(words: Words, rule: string): Html {
  const [instrument = '', article = ''] = rule.split('/');
  const text = `${words.case.assessment.instruments[instrument] ?? instrument} ${article}`;
  const path = rulePath(rule);
  return path === undefined ? html`${text}` : html`<a class="ds-link" href="${path}">${text}</a>`;
}

/** Several, each article named once, with commas between them. */
export function citations(words: Words, rules: readonly string[]): Html {
  const named = new Map(rules.toReversed().map((rule): [string, string] => [rule.split('/', 2).join('/'), rule]));
  const links = [...named.values()].toReversed();
  return html`${links.map((rule, index): Part => html`${index > 0 && ', '}${citation(words, rule)}`)}`;
}

/** An article named alone, as `iccpr/17`. */
export function articleLink(words: Words, place: string): Html {
  const [instrument = '', number = ''] = place.split('/');
  const text = `${words.case.assessment.instruments[instrument] ?? instrument} ${number}`;
  return html`<a class="ds-link" href="${paths.article(instrument, number)}">${text}</a>`;
}
