import { z } from 'zod';
import { limits } from '../limits.ts';
import { instant, line, text } from '../request/fields.ts';
import { expectedValue, fits, isFactName, isFound, whoMayFind, type Fact, type Facts } from './facts.ts';
import { mandates } from './vocabulary.ts';

/**
 * Findings by people, in a file of their own (`proviso-findings/1`): fact, value, and who found it, with which mandate, when and
 * why. What a requester states, or the system measures, cannot come in by this door, and the reverse.
 * Specification: docs/spec/assessment.md.
 */
const file = z.strictObject({
  format: z.literal('proviso-findings/1', { error: '"proviso-findings/1"' }),
  findings: z
    .array(
      z.strictObject({
        fact: line,
        value: z.unknown(),
        person: line,
        mandate: z.enum(mandates, { error: `one of ${mandates.join(', ')}` }),
        at: instant,
        reasons: text,
      }),
    )
    .max(limits.findings, { error: `at most ${limits.findings} findings` }),
});

export type FindingsFile = z.infer<typeof file>;
export type FindingFault = Readonly<{ path: string; expected: string }>;

/** @param value what the strict JSON door read (src/wire/json.ts). */
export function findingsOf(
  value: unknown,
): Readonly<{ ok: true; facts: Facts } | { ok: false; errors: readonly FindingFault[] }> {
  const parsed = file.safeParse(value);
  if (!parsed.success) {
    const first = new Map<string, FindingFault>();
    for (const issue of parsed.error.issues) {
      const path = pathOf(issue.path);
      if (!first.has(path)) first.set(path, { path, expected: expectedOf(issue) });
    }
    return { ok: false, errors: [...first.values()].slice(0, limits.fieldErrors) };
  }
  const errors: FindingFault[] = [];
  const facts: Fact[] = [];
  const seen = new Set<string>();
  parsed.data.findings.forEach((finding, number) => {
    const fault =
      findingFault(finding) ?? (seen.has(finding.fact) ? { path: 'fact', expected: 'each fact once' } : undefined);
    seen.add(finding.fact);
    if (fault !== undefined) errors.push({ path: `findings[${number}].${fault.path}`, expected: fault.expected });
    else facts.push(foundFact(finding));
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, facts };
}

type Finding = FindingsFile['findings'][number];

/**
 * Why a finding cannot be recorded; undefined where it can. Also for acts: the same check, wherever a finding comes from.
 * `mandate` is a role; one that may not find this fact is refused, and so is a fact that is not for people to find.
 */
export function findingFault(finding: { fact: string; value: unknown; mandate: string }): FindingFault | undefined {
  const { fact, value, mandate } = finding;
  if (!isFactName(fact)) return { path: 'fact', expected: 'a fact of the vocabulary' };
  if (!isFound(fact)) return { path: 'fact', expected: 'a fact that a person finds (found...)' };
  if (!whoMayFind(fact).some((who) => who === mandate))
    return { path: 'mandate', expected: whoMayFind(fact).join(' or ') };
  return fits(fact, value) ? undefined : { path: 'value', expected: expectedValue(fact) };
}

/** A finding as a fact. @throws Error where `findingFault` finds fault. */
export function foundFact(finding: Finding): Fact {
  const fault = findingFault(finding);
  if (fault !== undefined) throw new Error(`${finding.fact}: ${fault.path} must be ${fault.expected}`);
  const { fact: name, value, person, mandate, at, reasons } = finding;
  return Object.freeze({ name, value, source: Object.freeze({ by: 'person', person, mandate, at, reasons }) }) as Fact;
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`),
    '',
  );

const expectedOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `no key ${issue.keys.join(', ')}`
    : issue.code === 'invalid_type' && issue.message.startsWith('Invalid')
      ? issue.expected
      : issue.message;
