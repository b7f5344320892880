import type { Ask } from './asks.ts';
import { compileCondition, unknown, yes, type Slots, type Test } from './compile.ts';
import type { Condition } from './conditions.ts';

/**
 * Which case comes first, and why: seriousness, urgency and vulnerability, each with its reasons (ask A4). A proposal for the
 * queue: it bars nothing, grants nothing, and whoever takes a case out of turn says so.
 */
export const dimensions = ['seriousness', 'urgency', 'vulnerability'] as const;
export type Dimension = (typeof dimensions)[number];

export type Factor<Id extends string = string> = Readonly<{
  id: Id;
  weight: 1 | 2 | 3;
  when: Condition;
  asks: readonly Ask[];
}>;
type FactorName = `${Dimension}/${string}`;

export const factor = <const Id extends FactorName>(of: Factor<Id>): Factor<Id> => Object.freeze({ ...of });

/** 0 where nothing raises it, 3 at most. `because`: the factors that hold; `open`: those that could still raise it. */
export type Raised = Readonly<{ level: 0 | 1 | 2 | 3; because: readonly string[]; open: readonly string[] }>;
export type Triage = Readonly<Record<Dimension, Raised> & { /** The three levels together, 0 to 9. */ weight: number }>;

export type CompiledFactor = Readonly<{ id: string; dimension: Dimension; weight: 1 | 2 | 3; test: Test }>;

export const compileFactors = (factors: readonly Factor[]): readonly CompiledFactor[] =>
  factors.map(({ id, weight, when }) => ({
    id,
    weight,
    dimension: dimensionOf(id),
    test: compileCondition(when),
  }));

function dimensionOf(id: string): Dimension {
  const found = dimensions.find((dimension) => id.startsWith(`${dimension}/`));
  if (found === undefined) throw new Error(`${id} raises nothing`);
  return found;
}

/** @param slots one row of facts, as the evaluator reads them */
export function triageOf(factors: readonly CompiledFactor[], slots: Slots): Triage {
  const [seriousness, urgency, vulnerability] = dimensions.map((dimension) => raised(factors, dimension, slots)) as [
    Raised,
    Raised,
    Raised,
  ];
  const weight = seriousness.level + urgency.level + vulnerability.level;
  return { seriousness, urgency, vulnerability, weight };
}

function raised(factors: readonly CompiledFactor[], dimension: Dimension, slots: Slots): Raised {
  let level: Raised['level'] = 0;
  const because: string[] = [];
  const open: string[] = [];
  for (const each of factors) {
    if (each.dimension !== dimension) continue;
    const answer = each.test(slots);
    if (answer === yes) {
      because.push(each.id);
      if (each.weight > level) level = each.weight;
    } else if (answer === unknown) open.push(each.id);
  }
  // What could not raise it any further is not worth asking for.
  const higher = open.filter((id) => factors.some((each) => each.id === id && each.weight > level));
  return { level, because, open: higher };
}
