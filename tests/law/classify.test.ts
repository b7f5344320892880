import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assess } from '../../src/law/assessment.ts';
import { proposedOffences } from '../../src/law/classify.ts';
import type { Fact } from '../../src/law/facts.ts';
import { systemFacts } from '../../src/law/system-facts.ts';
import { conductElements, conventionArticles, type ConductElement } from '../../src/request/request.ts';

const of = (...conduct: readonly ConductElement[]): readonly string[] => proposedOffences(conduct);

test('phishing for money is fraud by its elements, whatever its title', () => {
  assert.deepEqual(
    of('intends', 'without-right', 'deceives-by-ict', 'causes-loss-of-property', 'seeks-dishonest-gain'),
    ['13'],
  );
});

test('getting in is illegal access; getting in and changing data is also interference', () => {
  assert.deepEqual(of('intends', 'without-right', 'accesses-system'), ['7']);
  assert.deepEqual(of('intends', 'without-right', 'accesses-system', 'damages-or-alters-data'), ['7', '9']);
});

test('without intent, or with right, it is no offence of the Convention', () => {
  assert.deepEqual(of('without-right', 'accesses-system'), ['none']);
  assert.deepEqual(of('intends', 'accesses-system'), ['none']);
});

test('what adds up to nothing is proposed as none; what was not stated is not compared', () => {
  assert.deepEqual(of('none-of-these'), ['none']);
  assert.deepEqual(proposedOffences(undefined), ['not-stated']);
});

test('every element belongs to an offence, and all of them together are every offence', () => {
  const all = conductElements.filter((element) => element !== 'none-of-these');
  assert.deepEqual(proposedOffences(all), [...conventionArticles]);
  const needed = all.filter((element) => {
    const less = all.filter((each) => each !== element);
    return conventionArticles.length > proposedOffences(less).length;
  });
  const eitherOr = new Set(['deals-in-tools', 'deals-in-credentials', 'deceives-by-ict', 'seriously-hinders-system']);
  for (const element of all) assert.ok(needed.includes(element) || eitherOr.has(element), element);
});

test('stating more never withdraws a proposal', () => {
  const some = fc.subarray([...conductElements], { minLength: 1 });
  fc.assert(
    fc.property(some, some, (first, second) => {
      const before = proposedOffences(first).filter((article) => article !== 'none');
      const after = proposedOffences([...new Set([...first, ...second])]);
      for (const article of before) assert.ok(after.includes(article), article);
    }),
  );
});

test('proposal and confirmation are both recorded; a label that the conduct does not bear is asked about', () => {
  const system = systemFacts({
    requestingState: 'XA',
    requestedState: 'XB',
    on: '2026-02-12',
    offence: { conduct: ['intends', 'deceives-by-ict'] },
  });
  const facts = [
    ...system,
    { name: 'stated.offence.conventionArticle', value: '13', source: { by: 'request' } },
    {
      name: 'found.offence.conventionArticle',
      value: '13',
      source: { by: 'person', person: 'V', mandate: 'case-officer', at: '2026-02-12T10:30:00.000Z', reasons: 'r' },
    },
  ] as readonly Fact[];
  const { asks, heighten, facts: recorded } = assess({ facts, policy: 'recommended', on: '2026-02-12' });
  assert.ok(asks.includes('un-cybercrime/13/claimed'));
  assert.ok(heighten.includes('un-cybercrime/13/confirmed'));
  const named = (name: string): unknown => recorded.find((each) => each.name === name)?.value;
  assert.deepEqual([named('measured.offence.proposed'), named('found.offence.conventionArticle')], [['none'], '13']);
});
