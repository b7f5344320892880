import type { Condition } from '../../src/law/conditions.ts';
import type { FactName } from '../../src/law/facts.ts';
import type { Rule } from '../../src/law/rule.ts';

/**
 * Kleene's three values in two-valued logic, for engines that know only two: a condition becomes a formula that is true
 * where the answer is surely yes, and another that is true where it is surely no. Neither: it is open.
 */
export type Leaf =
  | Readonly<{ op: 'known'; fact: FactName }>
  | Readonly<{ op: 'in' | 'notIn'; fact: FactName; values: readonly (string | boolean)[] }>
  | Readonly<{ op: 'hasAny' | 'hasNone'; fact: FactName; values: readonly string[] }>
  | Readonly<{ op: 'atLeast' | 'below'; fact: FactName; number: number }>
  | Readonly<{ op: '<' | '<=' | '>' | '>='; fact: FactName; other: FactName }>;
export type Formula =
  Leaf | Readonly<{ op: 'and' | 'or'; parts: readonly Formula[] }> | Readonly<{ op: 'not'; part: Formula }>;

export const never: Formula = { op: 'or', parts: [] };
export const ever: Formula = { op: 'and', parts: [] };

/** @param answer which answer the formula is to be sure of. */
export function sure(condition: Condition, answer: 'yes' | 'no'): Formula {
  const yes = answer === 'yes';
  switch (condition.kind) {
    case 'always':
      return yes ? ever : never;
    case 'given':
      return yes ? { op: 'known', fact: condition.fact } : never;
    case 'is':
      return { op: yes ? 'in' : 'notIn', fact: condition.fact, values: condition.values };
    case 'includes':
      return { op: yes ? 'hasAny' : 'hasNone', fact: condition.fact, values: condition.values };
    case 'atLeast':
      return { op: yes ? 'atLeast' : 'below', fact: condition.fact, number: condition.number };
    case 'before':
      return { op: yes ? '<' : '>=', fact: condition.fact, other: condition.other };
    case 'notAfter':
      return { op: yes ? '<=' : '>', fact: condition.fact, other: condition.other };
    case 'not':
      return sure(condition.part, yes ? 'no' : 'yes');
    case 'anyOf':
    case 'allOf':
      return {
        op: (condition.kind === 'allOf') === yes ? 'and' : 'or',
        parts: condition.parts.map((part) => sure(part, answer)),
      };
  }
}

export const and = (...parts: readonly Formula[]): Formula => ({ op: 'and', parts });
export const or = (...parts: readonly Formula[]): Formula => ({ op: 'or', parts });
export const not = (part: Formula): Formula => ({ op: 'not', part });

/** How a rule stands, as three formulas; where none is true, it is open. */
export type Stand = Readonly<{ silent: Formula; met: Formula; tripped: Formula }>;

export function standOf({ applies, requires, unless }: Rule): Stand {
  const applying = sure(applies, 'yes');
  const settled = or(
    requires === undefined ? never : sure(requires, 'yes'),
    unless === undefined ? never : sure(unless, 'yes'),
  );
  return {
    silent: or(sure(applies, 'no'), and(settled, not(applying))),
    met: and(applying, settled),
    tripped: and(
      applying,
      requires === undefined ? ever : sure(requires, 'no'),
      unless === undefined ? ever : sure(unless, 'no'),
    ),
  };
}

/** Results as every contestant gives them: one code a rule. */
export const codes = { silent: 0, met: 1, open: 2, tripped: 3 } as const;

/** Writes a formula in another language: how each leaf is said, and how the three connectives are. */
export function write<T>(
  formula: Formula,
  say: Readonly<{
    leaf: (leaf: Leaf) => T;
    all: (parts: readonly T[]) => T;
    any: (parts: readonly T[]) => T;
    not: (part: T) => T;
  }>,
): T {
  if ('part' in formula) return say.not(write(formula.part, say));
  if (!('parts' in formula)) return say.leaf(formula);
  const parts = formula.parts.map((part) => write(part, say));
  return formula.op === 'and' ? say.all(parts) : say.any(parts);
}
