import { acceptedBits, type Condition } from './conditions.ts';
import { factNames, slotOf, type FactName } from './facts.ts';
import type { Finding } from './finding.ts';
import { certain, guardOf, maskOf, type Mask } from './mask.ts';
import { compileOpen } from './missing.ts';
import { inForce, type Rule } from './rule.ts';
import type { Policy } from './switches.ts';

/**
 * Rules made ready to run. A case becomes one row of numbers, a slot per fact, NaN where nobody knows; a condition
 * becomes a function of that row. Three-valued after Kleene: "and" is the least of its parts, "or" the greatest,
 * "not" the mirror image, so that learning more can settle an answer but never turn it round.
 */
export const no = 0;
export const unknown = 1;
export const yes = 2;
export type Answer = 0 | 1 | 2;
export type Slots = Float64Array;
export type Test = (slots: Slots) => Answer;

export const newSlots = (): Slots => clear(new Float64Array(factNames.length + 1));

/** Nothing is known. */
export function clear(slots: Slots): Slots {
  slots.fill(NaN);
  slots[certain] = 0;
  return slots;
}

export const slot = (fact: FactName): number => {
  const at = slotOf.get(fact);
  if (at === undefined) throw new Error(`${fact} has no slot`);
  return at;
};

/** NaN is the one number that differs from itself. */
export const isUnknown = (value: number): boolean => value !== value;

/** @returns the condition as a function. One closure a node; the same node is compiled once. */
export function compileCondition(condition: Condition, made: Map<Condition, Test> = new Map()): Test {
  const before = made.get(condition);
  if (before !== undefined) return before;
  const test = compileNode(condition, made);
  made.set(condition, test);
  return test;
}

function compileNode(condition: Condition, made: Map<Condition, Test>): Test {
  switch (condition.kind) {
    case 'always':
      return () => yes;
    case 'is': {
      const [at, accepted] = [slot(condition.fact), acceptedBits(condition)];
      return (slots) => {
        const value = slots[at] as number;
        if (isUnknown(value)) return unknown;
        return (accepted & (1 << value)) === 0 ? no : yes;
      };
    }
    case 'includes': {
      const [at, accepted] = [slot(condition.fact), acceptedBits(condition)];
      return (slots) => {
        const value = slots[at] as number;
        if (isUnknown(value)) return unknown;
        return (accepted & value) === 0 ? no : yes;
      };
    }
    case 'atLeast': {
      const [at, { number }] = [slot(condition.fact), condition];
      return (slots) => {
        const value = slots[at] as number;
        if (isUnknown(value)) return unknown;
        return value >= number ? yes : no;
      };
    }
    case 'given': {
      const at = slot(condition.fact);
      return (slots) => (isUnknown(slots[at] as number) ? unknown : yes);
    }
    case 'before':
    case 'notAfter':
      return compileOrder(condition);
    case 'not': {
      const part = compileCondition(condition.part, made);
      return (slots) => (yes - part(slots)) as Answer;
    }
    case 'anyOf':
    case 'allOf':
      return compileParts(
        condition.kind,
        condition.parts.map((part) => compileCondition(part, made)),
      );
  }
}

function compileOrder(condition: Extract<Condition, { kind: 'before' | 'notAfter' }>): Test {
  const [first, second, orSame] = [slot(condition.fact), slot(condition.other), condition.kind === 'notAfter'];
  return (slots) => {
    const [a, b] = [slots[first] as number, slots[second] as number];
    if (isUnknown(a) || isUnknown(b)) return unknown;
    return a < b || (orSame && a === b) ? yes : no;
  };
}

function compileParts(kind: 'anyOf' | 'allOf', parts: readonly Test[]): Test {
  const settles = kind === 'anyOf' ? yes : no;
  const count = parts.length;
  return (slots) => {
    let answer: Answer = (yes - settles) as Answer;
    for (let i = 0; i < count; i++) {
      const part = (parts[i] as Test)(slots);
      if (part === settles) return settles;
      if (part === unknown) answer = unknown;
    }
    return answer;
  };
}

export type CompiledRule = Readonly<{
  rule: Rule;
  /** Where this slot is known and its bit is not set, the rule does not apply. */
  guardSlot: number;
  guardBits: number;
  /** Undefined where the guard is the whole of it. */
  applies: Test | undefined;
  /** What is required, as a look at one slot; -1 where it takes more. */
  requiredSlot: number;
  requiredBits: number;
  requires: Test | undefined;
  unless: Test | undefined;
  /** What the rule says, made once: there are few ways to say it, and many cases. */
  met: Finding;
  tripped: Finding;
  /** Where the rule is open: the finding that names what is missing, and the slots of those facts. */
  open: (slots: Slots) => OpenFinding;
}>;
export type OpenFinding = Readonly<{ finding: Finding; slots: readonly number[] }>;

export type CompiledLaw = Readonly<{
  policy: Policy;
  /** The date for which the versions were picked, `YYYY-MM-DD`. */
  on: string;
  rules: readonly CompiledRule[];
}>;

/** The rules that count under a policy on a date, ready to run. */
export function compileLaw(rules: readonly Rule[], policy: Policy, on: string): CompiledLaw {
  const made = new Map<Condition, Test>();
  const counting = rules.filter(
    (rule) => inForce(rule, on) && (rule.switch === undefined || policy.on.includes(rule.switch)),
  );
  return Object.freeze({ policy, on, rules: Object.freeze(counting.map((rule) => compileRule(rule, made))) });
}

function compileRule(rule: Rule, made: Map<Condition, Test>): CompiledRule {
  const { id, consequence } = rule;
  const [guard, whole] = [guardOf(rule.applies), maskOf(rule.applies)];
  const required = rule.requires === undefined ? undefined : maskOf(rule.requires);
  // Compiled in any case: what is missing is read off the same conditions.
  const applies = compileCondition(rule.applies, made);
  return {
    rule,
    guardSlot: whole?.slot ?? guard.slot,
    guardBits: whole?.bits ?? guard.bits,
    applies: whole === undefined ? applies : undefined,
    requiredSlot: required?.slot ?? -1,
    requiredBits: required?.bits ?? 0,
    requires: rule.requires === undefined ? undefined : compileCondition(rule.requires, made),
    unless: rule.unless === undefined ? undefined : compileCondition(rule.unless, made),
    met: Object.freeze({ rule: id, result: 'met', consequence }),
    tripped: Object.freeze({ rule: id, result: 'tripped', consequence }),
    open: aloneOr(compileOpen(rule, made), whole, required),
  };
}

/**
 * Most open rules apply for sure and wait for one fact: that finding is made once. It is the one that the general way gives, asked the
 * first time.
 */
function aloneOr(
  open: CompiledRule['open'],
  applies: Mask | undefined,
  required: Mask | undefined,
): CompiledRule['open'] {
  if (applies === undefined || required === undefined) return open;
  const [guard, waited] = [applies.slot, required.slot];
  let alone: OpenFinding | undefined;
  return (slots) => {
    if (isUnknown(slots[guard] as number) || !isUnknown(slots[waited] as number)) return open(slots);
    alone ??= open(slots);
    return alone;
  };
}
