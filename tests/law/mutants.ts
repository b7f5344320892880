import type { Condition } from '../../src/law/conditions.ts';
import { consequences, type Rule } from '../../src/law/rule.ts';

/** Rules that are wrong by one small thing: what a slip of the hand would make of them. */

/** Every condition that differs from this one in one word, number, value or part. */
export function* mutantsOf(condition: Condition): Generator<Condition> {
  switch (condition.kind) {
    case 'always':
    case 'given':
      return;
    case 'is':
      yield { kind: 'not', part: condition };
      if (condition.values.length > 1)
        yield* condition.values.map((value) => ({ ...condition, values: without(condition.values, value) }));
      return;
    case 'includes':
      yield { kind: 'not', part: condition };
      if (condition.values.length > 1)
        yield* condition.values.map((value) => ({ ...condition, values: without(condition.values, value) }));
      return;
    case 'atLeast':
      yield* [condition.number + 0.5, condition.number - 0.05].map((number) => ({ ...condition, number }));
      return;
    case 'before':
      yield { ...condition, kind: 'notAfter' };
      yield { ...condition, fact: condition.other, other: condition.fact };
      return;
    case 'notAfter':
      yield { ...condition, kind: 'before' };
      yield { ...condition, fact: condition.other, other: condition.fact };
      return;
    case 'not':
      yield condition.part;
      for (const part of mutantsOf(condition.part)) yield { kind: 'not', part };
      return;
    case 'anyOf':
    case 'allOf':
      yield { ...condition, kind: condition.kind === 'anyOf' ? 'allOf' : 'anyOf' };
      for (const [index, part] of condition.parts.entries()) {
        yield { ...condition, parts: condition.parts.toSpliced(index, 1) };
        for (const mutant of mutantsOf(part)) yield { ...condition, parts: condition.parts.with(index, mutant) };
      }
  }
}

const without = <T>(values: readonly T[], value: T): readonly T[] => values.filter((each) => each !== value);

/** Every rule that differs from this one in one condition or in its consequence. */
export function* mutantRules(rule: Rule): Generator<Rule> {
  for (const mutant of mutantsOf(rule.applies)) yield { ...rule, applies: mutant };
  if (rule.requires !== undefined) for (const mutant of mutantsOf(rule.requires)) yield { ...rule, requires: mutant };
  if (rule.unless !== undefined) {
    for (const mutant of mutantsOf(rule.unless)) yield { ...rule, unless: mutant };
    yield { ...rule, unless: { kind: 'not', part: { kind: 'always' } } };
  }
  for (const consequence of consequences) if (consequence !== rule.consequence) yield { ...rule, consequence };
}
