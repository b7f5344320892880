import { isUnknown, slot, unknown, type OpenFinding, type Slots, type Test } from './compile.ts';
import { factsIn, type Condition } from './conditions.ts';
import { factNames, type FactName } from './facts.ts';
import { LawError } from './law-error.ts';
import { factsOfRule, type Rule } from './rule.ts';

/**
 * Which facts an open rule waits for. A set of them is a number, one bit for each fact that the rule reads: a case is
 * asked many times, and the same few sets come back.
 */
type Bits = (slots: Slots) => number;

/**
 * @returns for a row of facts under which the rule is open, the finding that names what is missing. First what decides
 * whether the rule applies, then what it requires, then what would excuse: nobody is asked for what may not matter.
 */
export function compileOpen(rule: Rule, made: ReadonlyMap<Condition, Test>): (slots: Slots) => OpenFinding {
  const facts = factsOfRule(rule).toSorted((a, b) => slot(a) - slot(b));
  if (facts.length > 30) throw new LawError('rule.facts', rule.at, `${rule.id} reads more than 30 facts`);
  const bitOf = new Map(facts.map((fact, index) => [fact, 1 << index]));
  const [applies, requires, unless] = [rule.applies, rule.requires, rule.unless].map((stage) =>
    stage === undefined ? nothing : compileMissing(stage, made, bitOf),
  ) as [Bits, Bits, Bits];
  const known = new Map<number, OpenFinding>();
  return (slots) => {
    const bits = applies(slots) || requires(slots) || unless(slots);
    const before = known.get(bits);
    if (before !== undefined) return before;
    const found = openFinding(
      rule,
      facts.filter((_fact, index) => (bits & (1 << index)) !== 0),
    );
    known.set(bits, found);
    return found;
  };
}

const nothing: Bits = () => 0;

function openFinding({ id, consequence }: Rule, missing: readonly FactName[]): OpenFinding {
  return Object.freeze({
    finding: Object.freeze({ rule: id, result: 'open', consequence, missing: Object.freeze(missing) }),
    slots: Object.freeze(missing.map((fact) => factNames.indexOf(fact))),
  });
}

/**
 * The unknown facts on which an open condition hangs: those below its open parts. What is settled already, or could no
 * longer change the answer, is not asked for.
 */
function compileMissing(
  condition: Condition,
  made: ReadonlyMap<Condition, Test>,
  bitOf: ReadonlyMap<FactName, number>,
): Bits {
  switch (condition.kind) {
    case 'always':
      return nothing;
    case 'not':
      return compileMissing(condition.part, made, bitOf);
    case 'anyOf':
    case 'allOf': {
      const test = made.get(condition);
      if (test === undefined) throw new Error('a condition is compiled before what it misses');
      const parts = condition.parts.map((part) => compileMissing(part, made, bitOf));
      return (slots) => {
        if (test(slots) !== unknown) return 0;
        let bits = 0;
        for (let index = 0; index < parts.length; index++) bits |= (parts[index] as Bits)(slots);
        return bits;
      };
    }
    case 'is':
    case 'includes':
    case 'atLeast':
    case 'before':
    case 'notAfter':
    case 'given': {
      const [first = 0, second = first] = factsIn(condition).map(slot);
      const [bit = 0, other = 0] = factsIn(condition).map((fact) => bitOf.get(fact) ?? 0);
      return (slots) =>
        (isUnknown(slots[first] as number) ? bit : 0) | (isUnknown(slots[second] as number) ? other : 0);
    }
  }
}
