import { z } from 'zod';
import { limits } from '../limits.ts';
import { stateCode, text } from '../request/fields.ts';
import { asks } from './asks.ts';
import { expectedValue, fits, isFactName } from './facts.ts';

/**
 * A scenario of the conformance suite as its file says it, and the base from which it starts. Strict: an unknown field, fact or value is
 * refused. Specification: docs/spec/conformance.md.
 */
const known = z.record(z.string(), z.unknown()).superRefine((facts, context) => {
  for (const [name, value] of Object.entries(facts)) {
    if (!isFactName(name)) context.addIssue({ code: 'custom', path: [name], message: 'a fact of the vocabulary' });
    else if (value !== null && !fits(name, value))
      context.addIssue({ code: 'custom', path: [name], message: `${expectedValue(name)}, or null` });
  }
});

const ids = z.array(z.string().max(limits.lineCharacters));
const expected = z.strictObject({
  outcome: z.enum(['barred', 'incomplete', 'nothing-bars']),
  refuse: ids.optional(),
  'may-refuse': ids.optional(),
  ask: ids.optional(),
  condition: ids.optional(),
  authorise: ids.optional(),
  notify: ids.optional(),
  heighten: ids.optional(),
  /** Rule -> the facts for which it waits. */
  open: z.record(z.string(), ids).optional(),
});

const scenario = z.strictObject({
  format: z.literal('proviso-scenario/1'),
  why: text,
  mission: z.array(z.enum(asks)).min(1),
  base: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  policy: z.string(),
  on: z.iso.date(),
  /** RFC 7396: laid over the request of the base. */
  request: z.record(z.string(), z.unknown()).optional(),
  /** Laid over the facts; null takes one away. */
  facts: known.optional(),
  /** What the scenario is about, written by hand: rule -> how it must stand. */
  about: z
    .record(z.string(), z.enum(['tripped', 'open', 'met', 'silent']))
    .refine((rules) => Object.keys(rules).length > 0, 'at least one rule'),
  /** The whole answer. */
  expect: expected.optional(),
});

const base = z.strictObject({
  format: z.literal('proviso-scenario-base/1'),
  why: text,
  request: z.looseObject({ requestingState: stateCode, requestedState: stateCode }),
  facts: known,
});

export type Scenario = Readonly<z.infer<typeof scenario>>;
export type ScenarioBase = Readonly<z.infer<typeof base>>;
export type Expected = Readonly<z.infer<typeof expected>>;
export type ScenarioFault = Readonly<{ path: string; expected: string }>;
type Read<T> = Readonly<{ ok: true; value: T } | { ok: false; errors: readonly ScenarioFault[] }>;

/** @param value what the strict JSON door read. */
export const scenarioOf = (value: unknown): Read<Scenario> => read(scenario, value);
export const scenarioBaseOf = (value: unknown): Read<ScenarioBase> => read(base, value);

function read<T>(shape: z.ZodType<T>, value: unknown): Read<T> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    expected: issue.code === 'unrecognized_keys' ? `no key ${issue.keys.join(', ')}` : issue.message,
  }));
  return { ok: false, errors: errors.slice(0, limits.fieldErrors) };
}
