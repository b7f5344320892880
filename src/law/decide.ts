import { missingFrom, newSlots, no, unknown, yes, type CompiledLaw, type CompiledRule, type Slots } from './compile.ts';
import { encode, factNames, isFound, isStated, slotOf, whoMayFind, type FactName, type Facts } from './facts.ts';
import type { Consequence } from './rule.ts';
import type { FoundFact, Mandate, MeasuredFact, StatedFact } from './vocabulary.ts';

/**
 * What one rule says of a case. `tripped`: its consequence follows. `open`: it cannot be said yet; `missing` would
 * take it further. `met`: it applies and is satisfied. A rule that does not apply, or can no longer be tripped, says nothing.
 */
export type Finding = Readonly<
  | { rule: string; result: 'met' | 'tripped'; consequence: Consequence }
  | { rule: string; result: 'open'; consequence: Consequence; missing: readonly FactName[] }
>;

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
  const applies = of.applies(slots);
  if (applies === no) return 'silent';
  const required = of.requires === undefined ? no : of.requires(slots);
  const excused = required === yes || of.unless === undefined ? no : of.unless(slots);
  if (required === yes || excused === yes) return applies === yes ? 'met' : 'silent';
  return applies === unknown || required === unknown || excused === unknown ? 'open' : 'tripped';
}

/** @returns one row of numbers for the evaluator. @throws Error for a fact that is named twice: which one would count? */
export function slotsOf(facts: Facts, into: Slots = newSlots()): Slots {
  into.fill(NaN);
  for (const { name, value } of facts) {
    const at = slotOf.get(name);
    if (at === undefined) throw new Error(`no such fact: ${name}`);
    if (!Number.isNaN(into[at])) throw new Error(`${name} is recorded twice`);
    into[at] = encode(name, value);
  }
  return into;
}

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
  const waiting: (string[] | undefined)[] = new Array<string[] | undefined>(factNames.length).fill(undefined);
  for (const each of law.rules) {
    const { id, consequence } = each.rule;
    const result = resultOf(each, slots);
    if (result === 'silent') continue;
    if (result === 'tripped') tripped[consequence].push(id);
    if (result === 'open') {
      const missing = missingFor(law, each, slots);
      for (const at of missing) (waiting[at] ??= []).push(id);
      findings.push({ rule: id, result, consequence, missing: missing.map(nameAt) });
    } else findings.push({ rule: id, result, consequence });
  }
  return outcomeOf(findings, tripped, waiting);
}

const nameAt = (at: number): FactName => factNames[at] as FactName;

/**
 * What to ask next, slot by slot. First what decides whether the rule applies, then what it requires, then what would
 * excuse: nobody is asked for what may turn out not to matter.
 */
function missingFor(law: CompiledLaw, { rule }: CompiledRule, slots: Slots): readonly number[] {
  const into = new Set<number>();
  for (const condition of [rule.applies, rule.requires, rule.unless]) {
    if (condition !== undefined && into.size === 0) missingFrom(condition, slots, law.tests, into);
  }
  return [...into].sort((a, b) => a - b);
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
  waiting.forEach((rules, at) => {
    if (rules === undefined) return;
    const fact = nameAt(at);
    if (isStated(fact)) owed.push({ fact, rules });
    else if (isFound(fact)) questions.push({ fact, who: whoMayFind(fact), rules });
    else unmeasured.push({ fact, rules });
  });
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
