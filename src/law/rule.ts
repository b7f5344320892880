import { asks, rights, type Ask, type Right } from './asks.ts';
import { factsIn, type Condition } from './conditions.ts';
import { groundNames, type Ground } from './grounds.ts';
import { LawError, lineOfLaw } from './law-error.ts';
import { switches, type SwitchName } from './switches.ts';

/** What follows when a rule is tripped. The most protective stands; anything softer is a person's recorded decision. */
export const consequences = [
  /** A bar. */
  'refuse',
  /** A ground on which a person must take a position. */
  'may-refuse',
  /** Information or an assurance is asked of the requesting State. */
  'ask',
  /** Travels with the evidence. */
  'condition',
  /** An independent authority must authorise first. */
  'authorise',
  /** The person concerned is told. */
  'notify',
  /** Heightened scrutiny. */
  'heighten',
] as const;
export type Consequence = (typeof consequences)[number];

/**
 * One rule. Where `applies` holds and `requires` does not, and `unless` does not excuse it, the consequence follows.
 * A rule without `requires` attaches its consequence wherever it applies. Its words are in law/words.
 */
export type Rule<Id extends string = string> = Readonly<{
  /** Instrument, article and paragraph, and a word where one paragraph holds several rules: `un-cybercrime/24(1)/proportionality`. */
  id: Id;
  applies: Condition;
  requires?: Condition;
  unless?: Condition;
  consequence: Consequence;
  /** The treaty's ground, for `refuse` and `may-refuse`: a refusal speaks the treaty's language. */
  reason?: Ground;
  protects: readonly Right[];
  /** What the founding statements ask, and this rule answers. */
  asks: readonly Ask[];
  /** The optional safeguard to which the rule belongs; without one, it is the treaty's floor and always counts. */
  switch?: SwitchName;
  /** The date from which this version of the rule counts (inclusive), and from which it no longer does. */
  inForceFrom: string;
  repealedOn?: string;
  /** File and line where it is written. */
  at: string;
}>;

type Refusing = Readonly<{ otherwise: 'refuse' | 'may-refuse'; reason: Ground }>;
type Milder = Readonly<{ otherwise: Exclude<Consequence, 'refuse' | 'may-refuse'>; reason?: never }>;
type Requiring = Readonly<{ requires: Condition; unless?: Condition; then?: never }> & (Refusing | Milder);
type Attaching = Readonly<{
  then: Exclude<Consequence, 'refuse' | 'may-refuse'>;
  requires?: never;
  unless?: never;
  otherwise?: never;
  reason?: never;
}>;
export type RuleText<Id extends string> = (Requiring | Attaching) &
  Readonly<{
    id: Id;
    applies: Condition;
    protects: readonly Right[];
    asks: readonly Ask[];
    switch?: SwitchName;
    inForceFrom: string;
    repealedOn?: string;
  }>;

const idPattern = /^(?:un-cybercrime|iccpr|cat|crc)\/\d+(?:\(\w+\))*(?:\/[a-z]+(?:-[a-z]+)*)?$/;

/** @throws LawError with file and line where the rule cannot be what was meant. */
export function rule<const Id extends string>(text: RuleText<Id>): Rule<Id> {
  const at = lineOfLaw();
  const wrong = (code: string, what: string): never => {
    throw new LawError(code, at, `${text.id}: ${what}`);
  };
  const consequence = text.then ?? text.otherwise;
  if (!idPattern.test(text.id)) wrong('rule.id', 'an id is instrument/article(paragraph)/word');
  if (!consequences.includes(consequence)) wrong('rule.consequence', `no such consequence: ${consequence}`);
  const refuses = consequence === 'refuse' || consequence === 'may-refuse';
  if (refuses !== (text.reason !== undefined))
    wrong('rule.reason', 'a refusal, and nothing else, names the treaty’s ground');
  if (text.reason !== undefined && !groundNames.includes(text.reason))
    wrong('rule.reason', `no such ground: ${text.reason}`);
  if (text.switch !== undefined && !Object.hasOwn(switches, text.switch))
    wrong('switch.unknown', `no such safeguard: ${text.switch}`);
  for (const ask of text.asks) if (!asks.includes(ask)) wrong('rule.asks', `no such ask: ${ask}`);
  for (const right of text.protects) if (!rights.includes(right)) wrong('rule.protects', `no such right: ${right}`);
  for (const date of [text.inForceFrom, text.repealedOn])
    if (date !== undefined && !isDate(date)) wrong('rule.date', `${date} is no date`);
  if (text.repealedOn !== undefined && text.repealedOn <= text.inForceFrom)
    wrong('rule.date', 'repealed before it was in force');
  if (factsIn(text.applies).length + factsIn(text.requires).length === 0) wrong('rule.empty', 'reads no fact');
  return Object.freeze({
    id: text.id,
    applies: text.applies,
    ...(text.requires === undefined ? {} : { requires: text.requires }),
    ...(text.unless === undefined ? {} : { unless: text.unless }),
    consequence,
    ...(text.reason === undefined ? {} : { reason: text.reason }),
    protects: Object.freeze([...text.protects]),
    asks: Object.freeze([...text.asks]),
    ...(text.switch === undefined ? {} : { switch: text.switch }),
    inForceFrom: text.inForceFrom,
    ...(text.repealedOn === undefined ? {} : { repealedOn: text.repealedOn }),
    at,
  });
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** Whether this version of the rule counts on a date (ISO 8601, compared as text). */
export const inForce = (of: Rule, on: string): boolean =>
  of.inForceFrom <= on && (of.repealedOn === undefined || on < of.repealedOn);

/** The facts that a rule reads. */
export const factsOfRule = (of: Rule): ReturnType<typeof factsIn> => [
  ...new Set([...factsIn(of.applies), ...factsIn(of.requires), ...factsIn(of.unless)]),
];

/** The rule itself, as it is hashed and exported: without the line where it happens to stand. */
export const ruleData = (of: Rule): Omit<Rule, 'at'> =>
  Object.fromEntries(Object.entries(of).filter(([key]) => key !== 'at')) as Omit<Rule, 'at'>;
