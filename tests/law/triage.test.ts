import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { triageFactors } from '../../law/triage.ts';
import { assess } from '../../src/law/assessment.ts';
import { factsIn } from '../../src/law/conditions.ts';
import type { Fact, FactName, Facts } from '../../src/law/facts.ts';
import { dimensions, type Triage } from '../../src/law/triage.ts';
import { allFacts, anyFacts } from './arbitrary-facts.ts';

const triage = (facts: Facts): Triage => assess({ facts, policy: 'recommended', on: '2026-02-12' }).triage;
const fact = (name: FactName, value: unknown): Fact => ({ name, value, source: { by: 'system', how: 'test' } }) as Fact;

test('danger to life that a person confirmed comes first, and says why', () => {
  const { urgency, weight } = triage([fact('found.emergency.dangerToLifeOrSafety', true)]);
  assert.deepEqual([urgency.level, urgency.because, weight], [3, ['urgency/danger-found'], 3]);
});

test('what the requester says weighs less than the same thing found: asking louder moves nobody to the front', () => {
  const said = triage([
    fact('stated.measure', 'emergency-disclosure'),
    fact('stated.emergency.danger', true),
    fact('stated.offence.maximumYears.requesting', 'life'),
  ]);
  assert.deepEqual([said.urgency.level, said.seriousness.level], [2, 1]);
  assert.ok(said.urgency.open.includes('urgency/danger-found'));
});

test('what could not raise a level any further is not asked for', () => {
  const { seriousness } = triage([fact('found.offence.maximumYears', 12)]);
  assert.deepEqual([seriousness.level, seriousness.open], [3, []]);
});

test('a deadline counts where it has a reason: art. 40(26)', () => {
  const by = fact('stated.urgency.by', '2026-03-01T00:00:00.000Z');
  assert.equal(triage([by]).urgency.level, 0);
  assert.equal(triage([by, fact('stated.urgency.reason', true)]).urgency.level, 1);
});

test('nothing in the triage reads which State asks, and every factor raises one dimension', () => {
  for (const { id, when } of triageFactors) {
    assert.ok(dimensions.some((dimension) => id.startsWith(`${dimension}/`)));
    for (const name of factsIn(when)) assert.doesNotMatch(name, /State|Authority/, id);
  }
});

test('learning more never lowers a level, and once all is known nothing is open', () => {
  fc.assert(
    fc.property(allFacts, fc.infiniteStream(fc.nat(2)), (all, dice) => {
      const some = triage(all.filter(() => dice.next().value === 0));
      const whole = triage(all);
      for (const dimension of dimensions) {
        assert.ok(whole[dimension].level >= some[dimension].level);
        assert.deepEqual(whole[dimension].open, []);
      }
    }),
    { numRuns: 200 },
  );
});

test('the weight is the three levels together', () => {
  fc.assert(
    fc.property(anyFacts(6), (facts) => {
      const { weight, seriousness, urgency, vulnerability } = triage(facts);
      assert.equal(weight, seriousness.level + urgency.level + vulnerability.level);
    }),
    { numRuns: 100 },
  );
});
