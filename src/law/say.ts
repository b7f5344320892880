import { labelOf, questionOf, ruleWords, type Catalogue } from './catalogue.ts';
import type { Condition } from './conditions.ts';
import type { Finding } from './decide.ts';
import { kindOf, type FactName } from './facts.ts';
import { groundInfo } from './grounds.ts';
import type { Consequence, Rule } from './rule.ts';

/** Prints rules and findings in plain language, from the same data that the evaluator reads. */

const join = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts[parts.length - 1] ?? ''}`;

const sayValue = (words: Catalogue, fact: FactName, value: string | boolean): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (fact.endsWith('conventionArticle')) return value === 'none' ? 'none' : `article ${value}`;
  return Object.hasOwn(words.values, value) ? (words.values[value] ?? value) : value;
};

/** A condition as a clause, without a full stop: "the measure is interception of content". */
export function sayCondition(words: Catalogue, condition: Condition): string {
  switch (condition.kind) {
    case 'always':
      return 'always';
    case 'is': {
      const values = condition.values.map((value) => sayValue(words, condition.fact, value));
      const verb = kindOf(condition.fact).kind === 'boolean' ? 'is answered with' : 'is';
      return `${quoted(words, condition.fact)} ${verb} ${join(values, 'or')}`;
    }
    case 'includes': {
      const values = condition.values.map((value) => sayValue(words, condition.fact, value));
      return `${quoted(words, condition.fact)} includes ${join(values, 'or')}`;
    }
    case 'atLeast':
      return `${quoted(words, condition.fact)} is ${condition.number} or more`;
    case 'before':
      return `${quoted(words, condition.fact)} lies before ${quoted(words, condition.other)}`;
    case 'notAfter':
      return `${quoted(words, condition.fact)} does not lie after ${quoted(words, condition.other)}`;
    case 'given':
      return `${quoted(words, condition.fact)} is known`;
    case 'not':
      return `it is not so that ${sayPart(words, condition.part)}`;
    case 'anyOf':
      return join(
        condition.parts.map((part) => sayPart(words, part)),
        'or',
      );
    case 'allOf':
      return join(
        condition.parts.map((part) => sayPart(words, part)),
        'and',
      );
  }
}

const quoted = (words: Catalogue, fact: FactName): string => `“${labelOf(words, fact)}”`;

/** A part of several is set in brackets where it would otherwise be read wrongly. */
function sayPart(words: Catalogue, part: Condition): string {
  const clause = sayCondition(words, part);
  return part.kind === 'anyOf' || part.kind === 'allOf' || part.kind === 'not' ? `(${clause})` : clause;
}

export const consequenceWords: Readonly<Record<Consequence, string>> = {
  refuse: 'the request is refused',
  'may-refuse': 'the request may be refused, and a person takes a position',
  ask: 'the requester is asked',
  condition: 'a condition travels with the evidence',
  authorise: 'an independent authority must authorise first',
  notify: 'the person concerned is told',
  heighten: 'scrutiny is heightened',
};

/** The whole rule in one paragraph. */
export function sayRule(words: Catalogue, rule: Rule): string {
  const [title, follows] = ruleWords(words, rule.id);
  const where = rule.applies.kind === 'always' ? 'In every case' : `Where ${sayCondition(words, rule.applies)}`;
  const required = rule.requires === undefined ? undefined : sayCondition(words, rule.requires);
  const excuse = rule.unless === undefined ? '' : `, unless ${sayCondition(words, rule.unless)}`;
  const ground = rule.reason === undefined ? '' : ` (ground ${rule.reason}: ${groundInfo(rule.reason).says})`;
  const consequence = `${consequenceWords[rule.consequence]}${ground}`;
  const rest =
    required === undefined ? `${consequence}.` : `it is required that ${required}. Otherwise ${consequence}${excuse}.`;
  const counts = rule.switch === undefined ? '' : ` Counts where a policy switches on ${rule.switch}.`;
  return `${title}. ${where}, ${rest} ${follows}${counts}`;
}

/** One finding in a sentence or two. */
export function sayFinding(words: Catalogue, finding: Finding): string {
  const [title, follows] = ruleWords(words, finding.rule);
  switch (finding.result) {
    case 'met':
      return `${title}: met.`;
    case 'tripped':
      return `${title}: ${consequenceWords[finding.consequence]}. ${follows}`;
    case 'open':
      return `${title}: open. ${finding.missing.map((fact) => questionOf(words, fact)).join(' ')}`;
  }
}
