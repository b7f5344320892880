import fc from 'fast-check';
import { factNames, isFound, isStated, kindOf, type Fact, type FactName, type Facts } from '../../src/law/facts.ts';

/** Facts of a case that nobody thought of: any facts, any values, in any order. */

const instants = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-08-01'].map((day) => `${day}T00:00:00.000Z`);

/** Any value that the fact can take. */
export function anyValue(name: FactName): fc.Arbitrary<unknown> {
  const kind = kindOf(name);
  switch (kind.kind) {
    case 'boolean':
      return fc.boolean();
    case 'oneOf':
      return fc.constantFrom(...kind.values);
    case 'many':
      return fc.subarray([...kind.values], { minLength: 1 });
    case 'years':
      return fc.constantFrom(0, 3, 3.99, 4, 5, 'life');
    case 'number':
      return fc.nat(4000);
    case 'instant':
      return fc.constantFrom(...instants);
    case 'text':
      return fc.constant(true);
  }
}

const sourceOf = (name: FactName): Fact['source'] =>
  isStated(name)
    ? { by: 'request' }
    : isFound(name)
      ? { by: 'person', person: 'p', mandate: 'case-officer', at: '2026-02-12T10:30:00.000Z', reasons: 'r' }
      : { by: 'system', how: 'test' };

const anyFact = (name: FactName): fc.Arbitrary<Fact> =>
  anyValue(name).map((value) => ({ name, value, source: sourceOf(name) }) as Fact);

/** Some facts, known or not each for itself; about `known` in ten are. */
export const anyFacts = (known: number): fc.Arbitrary<Facts> =>
  fc
    .tuple(...factNames.map((name) => fc.tuple(fc.integer({ min: 0, max: 9 }), anyFact(name))))
    .map((all) => all.filter(([dice]) => dice < known).map(([, fact]) => fact));

/** All facts known, each with some value. */
export const allFacts: fc.Arbitrary<Facts> = anyFacts(10);
