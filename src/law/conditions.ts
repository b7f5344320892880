import {
  encoderOf,
  expectedValue,
  fits,
  isFactName,
  kindOf,
  type FactName,
  type FactOf,
  type ValueOf,
} from './facts.ts';
import { LawError, lineOfLaw } from './law-error.ts';
import type { Kind } from './vocabulary.ts';

/**
 * The words in which a rule's conditions are written. Data, never closures: one evaluator reads them (compile.ts), one
 * printer says them (say.ts), one export writes them as JSON. A fact or a value that does not exist does not compile;
 * where the compiler did not look, it fails when the law is loaded, with file and line.
 */
export type Condition =
  | Readonly<{ kind: 'always' }>
  | Readonly<{ kind: 'is'; fact: FactName; values: readonly (string | boolean)[] }>
  | Readonly<{ kind: 'includes'; fact: FactName; values: readonly string[] }>
  | Readonly<{ kind: 'atLeast'; fact: FactName; number: number }>
  | Readonly<{ kind: 'before'; fact: FactName; other: FactName }>
  | Readonly<{ kind: 'notAfter'; fact: FactName; other: FactName }>
  | Readonly<{ kind: 'given'; fact: FactName }>
  | Readonly<{ kind: 'anyOf'; parts: readonly Condition[] }>
  | Readonly<{ kind: 'allOf'; parts: readonly Condition[] }>
  | Readonly<{ kind: 'not'; part: Condition }>;

type Choice = FactOf<'boolean' | 'oneOf'>;
type Amount = FactOf<'number' | 'years'>;
type Moment = FactOf<'instant'>;
type Many = FactOf<'many'>;
type Element<L> = L extends readonly (infer V)[] ? V : never;

/** Yes, in every case. */
export const always: Condition = Object.freeze({ kind: 'always' });

/** The fact has this value, or one of these. */
export function is<F extends Choice>(fact: F, ...values: readonly [ValueOf<F>, ...ValueOf<F>[]]): Condition {
  known(fact, 'boolean', 'oneOf');
  for (const value of values) possible(fact, value);
  return Object.freeze({ kind: 'is', fact, values: Object.freeze([...values] as (string | boolean)[]) });
}

/** Among the several values of the fact is this one, or one of these. */
export function includes<F extends Many>(fact: F, ...values: readonly Element<ValueOf<F>>[]): Condition {
  known(fact, 'many');
  if (values.length === 0) throw new LawError('value.missing', lineOfLaw(), `includes(${fact}) names no value`);
  for (const value of values) possible(fact, [value]);
  return Object.freeze({ kind: 'includes', fact, values: Object.freeze([...values] as string[]) });
}

/** The number is this or more, inclusive; life is more than any number of years. */
export function atLeast(fact: Amount, number: number): Condition {
  known(fact, 'number', 'years');
  possible(fact, number);
  return Object.freeze({ kind: 'atLeast', fact, number });
}

/** The first instant lies before the second. */
export function before(fact: Moment, other: Moment): Condition {
  known(fact, 'instant');
  known(other, 'instant');
  return Object.freeze({ kind: 'before', fact, other });
}

/** The first instant lies before the second or is the same. */
export function notAfter(fact: Moment, other: Moment): Condition {
  known(fact, 'instant');
  known(other, 'instant');
  return Object.freeze({ kind: 'notAfter', fact, other });
}

/** The fact is known. Where it is not, the answer is open, not "no": it may still be given. */
export function given(fact: FactName): Condition {
  known(fact);
  return Object.freeze({ kind: 'given', fact });
}

export const anyOf = (...parts: readonly [Condition, Condition, ...Condition[]]): Condition =>
  Object.freeze({ kind: 'anyOf', parts: Object.freeze([...parts]) });

export const allOf = (...parts: readonly [Condition, Condition, ...Condition[]]): Condition =>
  Object.freeze({ kind: 'allOf', parts: Object.freeze([...parts]) });

export const not = (part: Condition): Condition => Object.freeze({ kind: 'not', part });

function known(fact: string, ...kinds: readonly Kind['kind'][]): void {
  if (!isFactName(fact)) throw new LawError('fact.unknown', lineOfLaw(), `no such fact: ${fact}`);
  const { kind } = kindOf(fact);
  if (kinds.length > 0 && !kinds.includes(kind)) {
    throw new LawError('fact.kind', lineOfLaw(), `${fact} is ${kind}; this word needs ${kinds.join(' or ')}`);
  }
}

function possible(fact: FactName, value: unknown): void {
  if (!fits(fact, value)) {
    throw new LawError(
      'value.unknown',
      lineOfLaw(),
      `${fact} is never ${String(value)}; expected ${expectedValue(fact)}`,
    );
  }
}

/** The bits of all values that an `is` or `includes` accepts; see `encoderOf`. */
export function acceptedBits(condition: Extract<Condition, { kind: 'is' | 'includes' }>): number {
  const encode = encoderOf(condition.fact);
  if (condition.kind === 'includes') return encode(condition.values as readonly never[]);
  return condition.values.reduce<number>((bits, value) => bits | (1 << encode(value)), 0);
}

/** The facts that a condition reads, each once, in the order in which they are read. */
export function factsIn(condition: Condition | undefined): readonly FactName[] {
  const names = new Set<FactName>();
  const walk = (at: Condition): void => {
    switch (at.kind) {
      case 'always':
        return;
      case 'is':
      case 'includes':
      case 'atLeast':
      case 'given':
        names.add(at.fact);
        return;
      case 'before':
      case 'notAfter':
        names.add(at.fact).add(at.other);
        return;
      case 'anyOf':
      case 'allOf':
        at.parts.forEach(walk);
        return;
      case 'not':
        walk(at.part);
    }
  };
  if (condition !== undefined) walk(condition);
  return [...names];
}
