import {
  vocabulary,
  type FoundFact,
  type Kind,
  type Mandate,
  type MeasuredFact,
  type StatedFact,
} from './vocabulary.ts';

/** Facts: what is known of a case, each with its source. A fact that is not in the list is unknown, never "no". */

export type FactName = keyof typeof vocabulary;
type Vocabulary = typeof vocabulary;

/** The values that a fact can take; text is only ever `true`, "it was given". */
export type ValueOf<F extends FactName> = Vocabulary[F] extends { kind: 'boolean' }
  ? boolean
  : Vocabulary[F] extends { kind: 'oneOf'; values: readonly (infer V)[] }
    ? V
    : Vocabulary[F] extends { kind: 'many'; values: readonly (infer V)[] }
      ? readonly V[]
      : Vocabulary[F] extends { kind: 'years' }
        ? number | 'life'
        : Vocabulary[F] extends { kind: 'number' }
          ? number
          : Vocabulary[F] extends { kind: 'instant' }
            ? string
            : true;

/** Names of the facts of one kind. */
export type FactOf<K extends Kind['kind']> = {
  [F in FactName]: Vocabulary[F] extends { kind: K } ? F : never;
}[FactName];

/** Who is behind a fact. A finding by a person is worth nothing without the person, the mandate and the reasons. */
export type SourceOf<F extends FactName> = F extends StatedFact
  ? Readonly<{ by: 'request' }>
  : F extends FoundFact
    ? Readonly<{ by: 'person'; person: string; mandate: Mandate; at: string; reasons: string }>
    : Readonly<{ by: 'system'; how: string }>;

export type FactRecord<F extends FactName> = {
  [N in F]: Readonly<{ name: N; value: ValueOf<N>; source: SourceOf<N> }>;
}[F];
export type Fact = FactRecord<FactName>;
/** Each name at most once; the order says nothing. */
export type Facts = readonly Fact[];

/** Every name, in the order of the vocabulary; a fact's index here is its slot. */
export const factNames: readonly FactName[] = Object.freeze(Object.keys(vocabulary) as FactName[]);
export const slotOf: ReadonlyMap<string, number> = new Map(factNames.map((name, slot) => [name, slot]));

export const kindOf = (name: FactName): Kind => vocabulary[name];
export const isFactName = (name: string): name is FactName => slotOf.has(name);
export const isStated = (name: FactName): name is StatedFact => name.startsWith('stated.');
export const isFound = (name: FactName): name is FoundFact => name.startsWith('found.');
export const isMeasured = (name: FactName): name is MeasuredFact => name.startsWith('measured.');
/** Who may answer; the first is who is asked. */
export const whoMayFind = (name: FoundFact): readonly Mandate[] => vocabulary[name].who;

/** What a value of this fact looks like, in words, for an error message. */
export function expectedValue(name: FactName): string {
  const kind = kindOf(name);
  switch (kind.kind) {
    case 'boolean':
      return 'true or false';
    case 'oneOf':
      return `one of ${kind.values.join(', ')}`;
    case 'many':
      return `a list, without repetition, of ${kind.values.join(', ')}`;
    case 'years':
      return 'a number of years, or "life"';
    case 'number':
      return `a number of ${kind.unit}`;
    case 'instant':
      return 'an instant in UTC, as 2026-03-01T00:00:00.000Z';
    case 'text':
      return 'true (the text itself stays in the request)';
  }
}

/** Whether a value fits the fact. Used where a value comes from outside; the compiler checks the rest. */
export function fits(name: FactName, value: unknown): boolean {
  const kind = kindOf(name);
  switch (kind.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'oneOf':
      return typeof value === 'string' && kind.values.includes(value);
    case 'many':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((each) => typeof each === 'string' && kind.values.includes(each))
      );
    case 'years':
      return value === 'life' || isAmount(value);
    case 'number':
      return isAmount(value);
    case 'instant':
      return (
        typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
        !Number.isNaN(Date.parse(value))
      );
    case 'text':
      return value === true;
  }
}

const isAmount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;

/**
 * @returns how a value becomes the number that stands for it in the evaluator: yes 1, no 0; a choice by its place; several
 * choices as bits; life as infinity; an instant in milliseconds; text that was given 1. A value that the fact never takes is NaN.
 */
export function encoderOf(name: FactName): (value: Fact['value']) => number {
  const kind = kindOf(name);
  switch (kind.kind) {
    case 'boolean':
    case 'text':
      return (value) => (value === true ? 1 : 0);
    case 'number':
    case 'years':
      return (value) => (value === 'life' ? Infinity : (value as number));
    case 'instant':
      return (value) => Date.parse(value as string);
    case 'oneOf':
      return (value) => placeOf(kind.values, value);
    case 'many':
      return (value) =>
        (value as readonly string[]).reduce((bits, each) => {
          const place = placeOf(kind.values, each);
          return Number.isNaN(place) || Number.isNaN(bits) ? NaN : bits | (1 << place);
        }, 0);
  }
}

function placeOf(values: readonly string[], value: unknown): number {
  const place = values.indexOf(value as string);
  return place === -1 ? NaN : place;
}
