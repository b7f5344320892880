import { acceptedBits, type Condition } from './conditions.ts';
import { kindOf, slotOf, factNames, type FactName } from './facts.ts';

/**
 * The shapes in which nine of ten conditions are written (`always`, `is`, `not(is)`, `given`) as one look at one slot: known and
 * among the bits is yes, known and not among them is no. Saves a call where a rule can be settled without one.
 */
export type Mask = Readonly<{ slot: number; bits: number }>;

/** A slot beside the facts that always holds the number 0, so that `always` is a look at a slot too. */
export const certain = factNames.length;
const every = -1;

/** @returns undefined for a condition of another shape */
export function maskOf(condition: Condition): Mask | undefined {
  switch (condition.kind) {
    case 'always':
      return { slot: certain, bits: every };
    case 'given':
      return { slot: at(condition.fact), bits: every };
    case 'is':
      return { slot: at(condition.fact), bits: acceptedBits(condition) };
    case 'not': {
      const { part } = condition;
      return part.kind === 'is' ? { slot: at(part.fact), bits: ~acceptedBits(part) } : undefined;
    }
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
    case 'before':
    case 'includes':
    case 'notAfter':
      return undefined;
  }
}

/** A part without which the condition is no: where it surely fails, nothing else need be looked at. */
export function guardOf(condition: Condition): Mask {
  const parts = condition.kind === 'allOf' ? condition.parts : [condition];
  const [found] = parts
    .filter(({ kind }) => kind === 'is')
    .toSorted((a, b) => rank(a) - rank(b))
    .map(maskOf);
  return found ?? { slot: certain, bits: every };
}

/** Of several guards the one that lets fewest values through. */
const rank = (condition: Condition): number =>
  condition.kind === 'is' ? condition.values.length / valuesOf(condition.fact) : 1;

function valuesOf(fact: FactName): number {
  const kind = kindOf(fact);
  return kind.kind === 'oneOf' ? kind.values.length : 2;
}

function at(fact: FactName): number {
  const slot = slotOf.get(fact);
  if (slot === undefined) throw new Error(`${fact} has no slot`);
  return slot;
}
