import { expectedValue, fits, isFactName, isFound, isStated, type Fact } from './facts.ts';
import type { Assessment } from './assessment.ts';
import type { PastCase } from './replay.ts';

/**
 * A past case as one line of JSON: `{"id":"...","on":"2026-02-12","policy":"recommended","facts":{"stated.measure":"stored-data"}}`.
 * No person, no reasons: a replay needs the values only. Specification: docs/spec/replay.md.
 */
const keys = new Set(['id', 'on', 'policy', 'facts']);

/** A line is no past case; the message says which field and what belongs there. */
export class BadCase extends Error {}

/** @throws BadCase */
export function pastCaseOf(line: string): PastCase {
  const value = parse(line);
  for (const key of Object.keys(value)) if (!keys.has(key)) throw new BadCase(`expected no key ${JSON.stringify(key)}`);
  const { id, on, policy, facts } = value;
  if (typeof id !== 'string' || id === '') throw new BadCase('id: expected text that is not empty');
  if (typeof on !== 'string' || !isDay(on)) throw new BadCase('on: expected a date as 2026-02-12');
  if (typeof policy !== 'string') throw new BadCase('policy: expected the name of a policy');
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts))
    throw new BadCase('facts: expected an object, fact to value');
  const known: Fact[] = [];
  const given = facts as Record<string, unknown>;
  for (const name of Object.keys(given)) {
    const fact = given[name];
    if (!isFactName(name)) throw new BadCase(`facts[${JSON.stringify(name)}]: expected a fact of the vocabulary`);
    if (!fits(name, fact)) throw new BadCase(`facts.${name}: expected ${expectedValue(name)}`);
    known.push({ name, value: fact, source: sourceOf(name) } as Fact);
  }
  return { id, on, policy, facts: known };
}

function parse(line: string): Record<string, unknown> {
  try {
    const value = JSON.parse(line) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    throw new BadCase('expected one JSON object in one line');
  }
  throw new BadCase('expected one JSON object in one line');
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Who said what is not in the file, and a replay does not ask. */
const sources = {
  stated: { by: 'request' },
  found: { by: 'person', person: '', mandate: 'case-officer', at: '', reasons: '' },
  measured: { by: 'system', how: 'a past case' },
} as const;
const sourceOf = (name: Fact['name']): Fact['source'] =>
  isStated(name) ? sources.stated : isFound(name) ? sources.found : sources.measured;

/** The line of a past case; what `pastCaseOf` reads. */
export const pastCaseLine = ({ id, on, policy, facts }: PastCase): string =>
  JSON.stringify({ id, on, policy, facts: Object.fromEntries(facts.map(({ name, value }) => [name, value])) });

/** The case behind a stored assessment. */
export const pastCaseOfAssessment = (id: string, { on, policy, facts }: Assessment): PastCase => ({
  id,
  on,
  policy,
  facts,
});
