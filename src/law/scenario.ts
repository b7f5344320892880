import type { PolicyName } from '../../law/law.ts';
import { factsOf } from '../request/facts-of.ts';
import { evidenceRequest } from '../request/request.ts';
import { assess, isPolicyName } from './assessment.ts';
import type { Decision } from './decide.ts';
import { isFactName, isFound, isStated, whoMayFind, type Fact, type FactName, type Facts } from './facts.ts';
import { consequences } from './rule.ts';
import type { Expected, Scenario, ScenarioBase, ScenarioFault } from './scenario-file.ts';
import { systemFacts } from './system-facts.ts';

/** Runs a scenario of the conformance suite. Pure. Specification: docs/spec/conformance.md. */
export type Prepared = Readonly<{ policy: PolicyName; on: string; facts: Facts }>;

/**
 * What the law is asked: the request of the base with the scenario's laid over it, read as any request, its facts and the system's, and
 * the scenario's facts over these.
 * @returns errors per field where the request or the policy is none
 */
export function prepare(
  scenario: Scenario,
  base: ScenarioBase,
): Readonly<{ ok: true; value: Prepared } | { ok: false; errors: readonly ScenarioFault[] }> {
  const { policy, on } = scenario;
  if (!isPolicyName(policy)) return { ok: false, errors: [{ path: 'policy', expected: 'a policy of law/policies' }] };
  const parsed = evidenceRequest.safeParse(mergePatch(base.request, scenario.request ?? {}));
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      path: ['request', ...path].map(String).join('.'),
      expected: message,
    }));
    return { ok: false, errors };
  }
  const facts = new Map<string, Fact>();
  for (const fact of [...factsOf(parsed.data), ...systemFacts({ ...parsed.data, on })]) facts.set(fact.name, fact);
  for (const [name, value] of Object.entries({ ...base.facts, ...scenario.facts })) {
    if (!isFactName(name)) throw new Error(`${name} was checked when the file was read`);
    if (value === null) facts.delete(name);
    else facts.set(name, { name, value, source: sourceOf(name, on) } as Fact);
  }
  return { ok: true, value: { policy, on, facts: [...facts.values()] } };
}

function sourceOf(name: FactName, on: string): Fact['source'] {
  if (isStated(name)) return { by: 'request' };
  if (!isFound(name)) return { by: 'system', how: 'the scenario says so' };
  const [mandate] = whoMayFind(name);
  if (mandate === undefined) throw new Error(`nobody may find ${name}`);
  return {
    by: 'person',
    person: 'a person of the scenario',
    mandate,
    at: `${on}T12:00:00.000Z`,
    reasons: 'the scenario says so',
  };
}

/** RFC 7396: null removes, an object is merged, anything else replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const merged = new Map(
    Object.entries(typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {}),
  );
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

export type Standing = 'tripped' | 'open' | 'met' | 'silent';

/** How a rule stands in a decision. */
export const standingIn = ({ findings }: Decision, rule: string): Standing =>
  findings.find((finding) => finding.rule === rule)?.result ?? 'silent';

/** The answer in the form of a scenario file: what follows, by consequence, and what is open; each list sorted. */
export function answerOf({ outcome, findings }: Decision): Expected {
  const follows = consequences.map((consequence): [string, string[]] => [
    consequence,
    findings
      .filter((finding) => finding.result === 'tripped' && finding.consequence === consequence)
      .map(({ rule }) => rule)
      .toSorted(),
  ]);
  const open = findings
    .flatMap((finding): [string, string[]][] =>
      finding.result === 'open' ? [[finding.rule, finding.missing.toSorted()]] : [],
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    outcome,
    ...Object.fromEntries(follows.filter(([, rules]) => rules.length > 0)),
    ...(open.length === 0 ? {} : { open: Object.fromEntries(open) }),
  };
}

/** @returns a line for each thing in which the answer differs from what the scenario expects; none where it conforms. */
export function differences(scenario: Scenario, decision: Decision): readonly string[] {
  const about = Object.entries(scenario.about).flatMap(([rule, standing]) => {
    const found = standingIn(decision, rule);
    return found === standing ? [] : [`${rule}: expected ${standing}, is ${found}`];
  });
  const { expect } = scenario;
  if (expect === undefined) return [...about, 'expect: no answer is recorded'];
  const answer = answerOf(decision);
  const outcome =
    answer.outcome === expect.outcome ? [] : [`outcome: expected ${expect.outcome}, is ${answer.outcome}`];
  const lists = consequences.flatMap((each) => listDifferences(each, expect[each] ?? [], answer[each] ?? []));
  const [was, is] = [expect.open ?? {}, answer.open ?? {}];
  const open = [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((rule) =>
    rule in was && rule in is
      ? listDifferences(`${rule} waits for`, was[rule] ?? [], is[rule] ?? [])
      : [`${rule}: expected ${rule in was ? 'open' : 'not open'}, is ${standingIn(decision, rule)}`],
  );
  return [...about, ...outcome, ...lists, ...open];
}

const listDifferences = (what: string, expected: readonly string[], found: readonly string[]): readonly string[] => [
  ...expected.filter((each) => !found.includes(each)).map((each) => `${what}: ${each} is expected`),
  ...found.filter((each) => !expected.includes(each)).map((each) => `${what}: ${each} is not expected`),
];

/** Asks the law what the scenario asks. */
export const runScenario = ({ facts, policy, on }: Prepared): Decision => assess({ facts, policy, on });
