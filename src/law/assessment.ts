import { policies, rules as wholeLaw, type PolicyName } from '../../law/law.ts';
import { triageFactors } from '../../law/triage.ts';
import { canonicalBytes, sha256Hex } from '../canonical.ts';
import { compileLaw, type CompiledLaw } from './compile.ts';
import { decide, slotsOf, type Decision } from './decide.ts';
import type { Facts } from './facts.ts';
import { ruleData, type Rule } from './rule.ts';
import type { Policy } from './switches.ts';
import { compileFactors, triageOf, type Factor, type Triage } from './triage.ts';

/**
 * What the law says of a case on a date under a policy: plain data that carries its own inputs, so that anybody can ask
 * the same law again and must get the same answer. Specification: docs/spec/assessment.md.
 */
export type Assessment = Readonly<{
  format: 'proviso-assessment/1';
  /** SHA-256 (hex) of the rules that counted; see `lawSha256`. */
  law: string;
  policy: string;
  /** The date that picked the versions of the rules, `YYYY-MM-DD`. */
  on: string;
}> &
  Decision &
  Readonly<{ /** Which case comes first, and why. */ triage: Triage; facts: Facts }>;

const factors = compileFactors(triageFactors);

/** The first day on which any rule is in force. */
export const lawBegins: string = wholeLaw.map((rule) => rule.inForceFrom).reduce((a, b) => (a < b ? a : b));

/** The days on which the law changed; between two of them it is one law. */
const changes: readonly string[] = [
  ...new Set(
    wholeLaw.flatMap(({ inForceFrom, repealedOn }: Rule) => [
      inForceFrom,
      ...(repealedOn === undefined ? [] : [repealedOn]),
    ]),
  ),
].sort();

const ready = new Map<string, Readonly<{ law: CompiledLaw; sha256: string }>>();

/** The law on a date, ready to run; made once for each policy and version. */
function lawOn(policy: Policy, on: string): Readonly<{ law: CompiledLaw; sha256: string }> {
  const version = changes.findLast((change) => change <= on);
  if (version === undefined) throw new RangeError(`no rule was in force on ${on}; the first is of ${lawBegins}`);
  const key = `${policy.id} ${version}`;
  let found = ready.get(key);
  if (found === undefined) {
    const law = compileLaw(wholeLaw, policy, on);
    found = { law, sha256: lawSha256([...law.rules.map(({ rule }) => rule), ...triageFactors]) };
    ready.set(key, found);
  }
  return found;
}

/** SHA-256 (hex) over the canonical JSON (RFC 8785) of rules and triage factors, without file and line. */
export function lawSha256(law: readonly (Rule | Factor)[]): string {
  const data = law.map((each) => ('at' in each ? ruleData(each) : each));
  return sha256Hex(canonicalBytes(data));
}

/**
 * Asks the law about a case.
 * @param facts what is known, each fact once: `factsOf(request)`, `systemFacts(...)`, findings by people
 * @param on the date that picks the versions of the rules: `YYYY-MM-DD`, or an instant
 * @throws RangeError for a date before `lawBegins`; Error for a fact that is recorded twice
 */
export function assess({ facts, policy, on }: { facts: Facts; policy: PolicyName; on: string }): Assessment {
  const date = Temporal.PlainDate.from(on.slice(0, 10)).toString();
  const { law, sha256 } = lawOn(policies[policy], date);
  const decision = decide(law, facts);
  const sorted = facts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const triage = triageOf(factors, slotsOf(facts));
  return { format: 'proviso-assessment/1', law: sha256, policy, on: date, ...decision, triage, facts: sorted };
}

/** Asks again, from what the assessment itself carries. The same law must give the same answer, byte for byte. */
export const reassess = (assessment: Assessment): Assessment =>
  assess({ facts: assessment.facts, policy: policyNamed(assessment.policy), on: assessment.on });

export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(policies, name);

function policyNamed(name: string): PolicyName {
  if (!isPolicyName(name)) throw new RangeError(`no such policy: ${name}`);
  return name;
}

/** Exit code of the command line: 0 nothing bars it, 3 barred, 4 the requester owes something. */
export const exitCodes = { 'nothing-bars': 0, barred: 3, incomplete: 4 } as const satisfies Record<
  Decision['outcome'],
  number
>;
