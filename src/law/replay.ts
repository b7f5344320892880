import { canonicalJson } from '../canonical.ts';
import { compileLaw, newSlots, type CompiledRule, type Slots } from './compile.ts';
import { resultOf, slotsOf, type Decision } from './decide.ts';
import { isStated, type Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { ruleData, type Rule } from './rule.ts';
import type { Policy } from './switches.ts';

/**
 * Asks the law twice about a past case, as it was and as it would be, and says what would have changed. Rules that stand in both are asked
 * once. Pure. Specification: docs/spec/replay.md.
 */
export type ReplayLaw = Readonly<{ rules: readonly Rule[]; policies: Readonly<Record<string, Policy>> }>;
export type PastCase = Readonly<{
  id: string;
  /** The date that picks the versions of the rules, `YYYY-MM-DD`. */
  on: string;
  /** The policy under which it was decided. */
  policy: string;
  facts: Facts;
}>;
export type Outcome = Decision['outcome'];
export type RuleChange = 'now tripped' | 'no longer tripped' | 'now open' | 'no longer open';
export type Replayed = Readonly<{
  before: Outcome;
  after: Outcome;
  changes: readonly Change[];
}>;
export type Change = Readonly<{ rule: string; change: RuleChange }>;

/** @returns what a change of law or policy makes of a case. It throws RangeError for a policy or date that is not in the law. */
export function openReplay(before: ReplayLaw, after: ReplayLaw, policy: string): (past: PastCase) => Replayed {
  const days = [...before.rules, ...after.rules].flatMap(({ inForceFrom, repealedOn }) =>
    repealedOn === undefined ? [inForceFrom] : [inForceFrom, repealedOn],
  );
  const changes = [...new Set(days)].toSorted();
  const pairs = new Map<string, Pair>();
  const slots = newSlots();
  return (past) => {
    const version = changes.findLast((change) => change <= past.on);
    if (version === undefined) throw new RangeError(`no rule was in force on ${past.on}`);
    const key = `${past.policy} ${version}`;
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = pairOf(
        compileLaw(before.rules, policyIn(before, past.policy), version).rules,
        compileLaw(after.rules, policyIn(after, policy), version).rules,
      );
      pairs.set(key, pair);
    }
    return replayed(pair, slotsOf(past.facts, slots));
  };
}

function policyIn(law: ReplayLaw, name: string): Policy {
  const found = Object.hasOwn(law.policies, name) ? law.policies[name] : undefined;
  if (found === undefined) throw new RangeError(`no such policy: ${name}`);
  return found;
}

type Pair = Readonly<{
  both: readonly CompiledRule[];
  /** Rules that stand in one of the two, or differ between them. */
  apart: readonly Readonly<{
    before: CompiledRule | undefined;
    after: CompiledRule | undefined;
    /** What can be said of the rule, made once for all cases. */
    said: Readonly<Record<RuleChange, Change>>;
  }>[];
}>;

function pairOf(before: readonly CompiledRule[], after: readonly CompiledRule[]): Pair {
  const was = new Map(before.map((each) => [each.rule.id, each]));
  const is = new Map(after.map((each) => [each.rule.id, each]));
  const same = (id: string): boolean => {
    const [a, b] = [was.get(id), is.get(id)];
    return a !== undefined && b !== undefined && canonicalJson(ruleData(a.rule)) === canonicalJson(ruleData(b.rule));
  };
  const apart = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !same(id));
  return {
    both: before.filter(({ rule }) => same(rule.id)),
    apart: apart.map((rule) => ({ before: was.get(rule), after: is.get(rule), said: sayings(rule) })),
  };
}

const sayings = (rule: string): Readonly<Record<RuleChange, Change>> => ({
  'now tripped': { rule, change: 'now tripped' },
  'no longer tripped': { rule, change: 'no longer tripped' },
  'now open': { rule, change: 'now open' },
  'no longer open': { rule, change: 'no longer open' },
});

/** What decides the outcome: whether a bar stands, whether the requester owes something. */
type Sum = { barred: boolean; incomplete: boolean };

function replayed({ both, apart }: Pair, slots: Slots): Replayed {
  const shared: Sum = { barred: false, incomplete: false };
  for (const each of both) stand(each, slots, shared);
  const [was, is] = [{ ...shared }, { ...shared }];
  const changes: Change[] = [];
  for (const { before, after, said } of apart) {
    const a = before === undefined ? 'silent' : stand(before, slots, was);
    const b = after === undefined ? 'silent' : stand(after, slots, is);
    if (a === b && (a === 'tripped' ? before?.rule.consequence === after?.rule.consequence : true)) continue;
    if (a === 'tripped') changes.push(said['no longer tripped']);
    if (a === 'open') changes.push(said['no longer open']);
    if (b === 'tripped') changes.push(said['now tripped']);
    if (b === 'open') changes.push(said['now open']);
  }
  return { before: outcomeOfSum(was), after: outcomeOfSum(is), changes };
}

function stand(each: CompiledRule, slots: Slots, sum: Sum): ReturnType<typeof resultOf> {
  const result = resultOf(each, slots);
  if (result === 'tripped') {
    if (each.rule.consequence === 'refuse') sum.barred = true;
    if (each.rule.consequence === 'ask') sum.incomplete = true;
  } else if (result === 'open' && !sum.incomplete) sum.incomplete = owes(each.open(slots).finding);
  return result;
}

/** Whether the requester owes one of the facts for which an open rule waits. There are few such findings, and many cases. */
const known = new WeakMap<Finding, boolean>();
function owes(finding: Finding): boolean {
  let owed = known.get(finding);
  if (owed === undefined) {
    owed = finding.result === 'open' && finding.missing.some(isStated);
    known.set(finding, owed);
  }
  return owed;
}

const outcomeOfSum = ({ barred, incomplete }: Sum): Outcome =>
  barred ? 'barred' : incomplete ? 'incomplete' : 'nothing-bars';
