import {
  clear,
  isUnknown,
  newSlots,
  no,
  unknown,
  yes,
  type Answer,
  type CompiledLaw,
  type CompiledRule,
  type Slots,
} from './compile.ts';
import { encoderOf, factNames, isFound, isStated, whoMayFind, type Fact, type Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Consequence } from './rule.ts';
export type { Finding } from './finding.ts';
import type { FoundFact, Mandate, MeasuredFact, StatedFact } from './vocabulary.ts';

/** A fact that is missing, and the rules that wait for it. */
export type Owed = Readonly<{ fact: StatedFact; rules: readonly string[] }>;
export type Question = Readonly<{ fact: FoundFact; who: readonly Mandate[]; rules: readonly string[] }>;
export type Unmeasured = Readonly<{ fact: MeasuredFact; rules: readonly string[] }>;

export type Decision = Readonly<{
  /** `barred`: a bar stands. `incomplete`: the requester owes facts or an answer. Else nothing in the request bars it, which is not a grant. */
  outcome: 'barred' | 'incomplete' | 'nothing-bars';
  findings: readonly Finding[];
  /** Rule ids by what follows from them. */
  bars: readonly string[];
  /** Grounds on which a person must take a position. */
  grounds: readonly string[];
  /** Information or assurances to ask of the requesting State. */
  asks: readonly string[];
  /** Conditions proposed; they travel with the evidence. */
  conditions: readonly string[];
  /** Why an independent authority must authorise first. */
  authorise: readonly string[];
  /** Why the person concerned is told. */
  notify: readonly string[];
  heighten: readonly string[];
  /** What only the requester can supply. */
  owed: readonly Owed[];
  /** What only a person with the mandate can answer. */
  questions: readonly Question[];
  /** What the system has not measured. */
  unmeasured: readonly Unmeasured[];
}>;

/**
 * How a rule stands: tripped is Kleene's "applies, and not required, and not excused". `silent`: it does not apply, or
 * nothing that could still be learned would trip it.
 */
export function resultOf(of: CompiledRule, slots: Slots): 'silent' | 'met' | 'open' | 'tripped' {
  const guard = slots[of.guardSlot] as number;
  const known = !isUnknown(guard);
  if (known && (of.guardBits & (1 << guard)) === 0) return 'silent';
  const applies = of.applies === undefined ? (known ? yes : unknown) : of.applies(slots);
  if (applies === no) return 'silent';
  const required = requiredOf(of, slots);
  const excused = required === yes || of.unless === undefined ? no : of.unless(slots);
  if (required === yes || excused === yes) return applies === yes ? 'met' : 'silent';
  return applies === unknown || required === unknown || excused === unknown ? 'open' : 'tripped';
}

function requiredOf(of: CompiledRule, slots: Slots): Answer {
  if (of.requiredSlot !== -1) {
    const value = slots[of.requiredSlot] as number;
    return isUnknown(value) ? unknown : (of.requiredBits & (1 << value)) === 0 ? no : yes;
  }
  return of.requires === undefined ? no : of.requires(slots);
}

/** For each fact, where it goes and how it becomes a number. */
const encoders: ReadonlyMap<string, Readonly<{ slot: number; encode: (value: Fact['value']) => number }>> = new Map(
  factNames.map((name, slot) => [name, { slot, encode: encoderOf(name) }]),
);

/** @returns one row of numbers for the evaluator. @throws Error for a fact that is named twice: which one would count? */
export function slotsOf(facts: Facts, into: Slots = newSlots()): Slots {
  clear(into);
  for (const { name, value } of facts) {
    const encoder = encoders.get(name);
    if (encoder === undefined) throw new Error(`no such fact: ${name}`);
    if (!isUnknown(into[encoder.slot] as number)) throw new Error(`${name} is recorded twice`);
    const code = encoder.encode(value);
    if (isUnknown(code)) throw new Error(`${name} is never ${String(value)}`);
    into[encoder.slot] = code;
  }
  return into;
}

/** Of whom a fact is asked, slot by slot. */
const askedOf = factNames.map((fact) => {
  if (isStated(fact)) return { kind: 'owed', fact } as const;
  if (isFound(fact)) return { kind: 'question', fact, who: whoMayFind(fact) } as const;
  return { kind: 'unmeasured', fact } as const;
});

/** Scratch row: an assessment runs to its end before the next begins. */
const scratch = newSlots();

/** Asks the law. Pure: the same law and facts, the same decision, whatever the order of the facts. */
export function decide(law: CompiledLaw, facts: Facts): Decision {
  const slots = slotsOf(facts, scratch);
  const findings: Finding[] = [];
  const tripped: Record<Consequence, string[]> = {
    refuse: [],
    'may-refuse': [],
    ask: [],
    condition: [],
    authorise: [],
    notify: [],
    heighten: [],
  };
  const waiting = new Array<string[] | undefined>(factNames.length);
  const { rules } = law;
  // Counted loops: an iterator for each rule and each fact is a fifth of the time.
  for (let number = 0; number < rules.length; number++) {
    const each = rules[number] as CompiledRule;
    const result = resultOf(each, slots);
    if (result === 'silent') continue;
    if (result === 'met') findings.push(each.met);
    else if (result === 'tripped') {
      tripped[each.rule.consequence].push(each.rule.id);
      findings.push(each.tripped);
    } else {
      const { finding, slots: missing } = each.open(slots);
      for (let index = 0; index < missing.length; index++) {
        const at = missing[index] as number;
        const others = waiting[at];
        if (others === undefined) waiting[at] = [each.rule.id];
        else others.push(each.rule.id);
      }
      findings.push(finding);
    }
  }
  return outcomeOf(findings, tripped, waiting);
}

/** What the findings add up to. @param waiting rule ids by the slot of the fact for which they wait. */
export function outcomeOf(
  findings: readonly Finding[],
  tripped: Record<Consequence, string[]>,
  waiting: readonly (string[] | undefined)[],
): Decision {
  const owed: Owed[] = [];
  const questions: Question[] = [];
  const unmeasured: Unmeasured[] = [];
  for (let at = 0; at < factNames.length; at++) {
    const rules = waiting[at];
    if (rules === undefined) continue;
    const asked = askedOf[at] as (typeof askedOf)[0];
    if (asked.kind === 'owed') owed.push({ fact: asked.fact, rules });
    else if (asked.kind === 'question') questions.push({ fact: asked.fact, who: asked.who, rules });
    else unmeasured.push({ fact: asked.fact, rules });
  }
  const incomplete = owed.length > 0 || tripped.ask.length > 0;
  return {
    outcome: tripped.refuse.length > 0 ? 'barred' : incomplete ? 'incomplete' : 'nothing-bars',
    findings,
    bars: tripped.refuse,
    grounds: tripped['may-refuse'],
    asks: tripped.ask,
    conditions: tripped.condition,
    authorise: tripped.authorise,
    notify: tripped.notify,
    heighten: tripped.heighten,
    owed,
    questions,
    unmeasured,
  };
}
