import type { FactName } from './facts.ts';
import type { Rule } from './rule.ts';

/** The words of a language for the law: data, so that a translation needs no code. */

/** Label (a noun), the question put to whoever may answer, and help beside it. */
export type FactWords = readonly [label: string, question: string, help: string];

/** What the rule is about (a short title), and what is said when its consequence follows. */
export type RuleWords = readonly [title: string, follows: string];

export type Catalogue = Readonly<{
  language: string;
  facts: Readonly<Record<FactName, FactWords>>;
  /** Code of a value -> how it is said; a code that is missing is said as it is. */
  values: Readonly<Record<string, string>>;
  rules: Readonly<Record<Rule['id'], RuleWords>>;
  /** Why a case comes before another, by factor. */
  triage: Readonly<Record<string, string>>;
}>;

export const labelOf = (words: Catalogue, fact: FactName): string => words.facts[fact][0];
export const questionOf = (words: Catalogue, fact: FactName): string => words.facts[fact][1];

/** @throws Error for a rule without words: the catalogue is checked against the law when it compiles. */
export function ruleWords(words: Catalogue, id: string): RuleWords {
  const found = Object.hasOwn(words.rules, id) ? words.rules[id] : undefined;
  if (found === undefined) throw new Error(`no words for rule ${id}`);
  return found;
}
