import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { policies, rules, type PolicyName } from '../../law/law.ts';
import { assess, reassess, type Assessment } from '../../src/law/assessment.ts';
import { compileLaw } from '../../src/law/compile.ts';
import { decide, type Decision } from '../../src/law/decide.ts';
import { isFound, isMeasured, isStated, type Facts } from '../../src/law/facts.ts';
import { groundInfo, groundsFor, reservedIn } from '../../src/law/grounds.ts';
import type { Rule } from '../../src/law/rule.ts';
import { switchNames, type SwitchName } from '../../src/law/switches.ts';
import { allFacts, anyFacts } from './arbitrary-facts.ts';

const on = '2026-02-12';
const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
const anyPolicy = fc.constantFrom(...(Object.keys(policies) as PolicyName[]));
const ask = (facts: Facts, policy: PolicyName): Assessment => assess({ facts, policy, on });
const resultsOf = (assessment: Decision): Map<string, string> =>
  new Map(assessment.findings.map(({ rule, result }) => [rule, result]));

test('learning more never turns a settled answer round', () => {
  fc.assert(
    fc.property(allFacts, fc.infiniteStream(fc.nat(2)), anyPolicy, (all, dice, policy) => {
      const some = all.filter(() => dice.next().value === 0);
      const before = resultsOf(ask(some, policy));
      const after = resultsOf(ask(all, policy));
      for (const { id } of rules) {
        const [was, is] = [before.get(id), after.get(id)];
        if (was === 'met' || was === 'tripped') assert.equal(is, was, id);
        if (was === undefined) assert.ok(is === undefined || is === 'met', `${id} was silent, is ${is ?? 'silent'}`);
      }
    }),
    { numRuns: 400 },
  );
});

test('a bar once there stays, whatever else is learned', () => {
  fc.assert(
    fc.property(allFacts, fc.infiniteStream(fc.nat(2)), anyPolicy, (all, dice, policy) => {
      const some = ask(
        all.filter(() => dice.next().value === 0),
        policy,
      );
      if (some.outcome === 'barred') assert.equal(ask(all, policy).outcome, 'barred');
    }),
    { numRuns: 400 },
  );
});

test('the order of the facts says nothing', () => {
  fc.assert(
    fc.property(
      anyFacts(5).chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length })),
      ),
      ([facts, shuffled]) => {
        assert.deepEqual(ask(shuffled, 'recommended'), ask(facts, 'recommended'));
      },
    ),
    { numRuns: 200 },
  );
});

test('once every fact is known, nothing is open', () => {
  fc.assert(
    fc.property(allFacts, anyPolicy, (facts, policy) => {
      const { findings, owed, questions, unmeasured } = ask(facts, policy);
      assert.deepEqual(
        findings.filter(({ result }) => result === 'open'),
        [],
      );
      assert.deepEqual([owed, questions, unmeasured], [[], [], []]);
    }),
    { numRuns: 300 },
  );
});

test('an open finding names facts that are unknown, and every finding cites a rule that exists', () => {
  fc.assert(
    fc.property(anyFacts(5), anyPolicy, (facts, policy) => {
      const known = new Set(facts.map(({ name }) => name));
      const assessment = ask(facts, policy);
      for (const finding of assessment.findings) {
        assert.equal(byId.get(finding.rule)?.consequence, finding.consequence);
        if (finding.result !== 'open') continue;
        assert.ok(finding.missing.length > 0, finding.rule);
        for (const fact of finding.missing)
          assert.ok(!known.has(fact), `${finding.rule} asks for ${fact}, which is known`);
      }
      assert.ok(assessment.owed.every(({ fact }) => isStated(fact)));
      assert.ok(assessment.questions.every(({ fact }) => isFound(fact)));
      assert.ok(assessment.unmeasured.every(({ fact }) => isMeasured(fact)));
    }),
    { numRuns: 300 },
  );
});

test('answering what is missing settles a finding or leads to the next question, and comes to an end', () => {
  fc.assert(
    fc.property(allFacts, anyPolicy, (all, policy) => {
      let known: Facts = [];
      for (let round = 0; round < 8; round++) {
        const { owed, questions, unmeasured } = ask(known, policy);
        const asked = new Set([...owed, ...questions, ...unmeasured].map(({ fact }) => fact as string));
        if (asked.size === 0) break;
        known = [...known, ...all.filter(({ name }) => asked.has(name))];
      }
      const last = ask(known, policy);
      assert.deepEqual([last.owed, last.questions, last.unmeasured], [[], [], []]);
      const decided = (of: Assessment): object => ({ ...of, facts: [], triage: undefined });
      assert.deepEqual(decided(last), decided(ask(all, policy)));
    }),
    { numRuns: 100 },
  );
});

test('an added safeguard never turns a bar into a grant', () => {
  fc.assert(
    fc.property(anyFacts(7), (facts) => {
      const floor = ask(facts, 'treaty-floor');
      const recommended = ask(facts, 'recommended');
      const strict = ask(facts, 'strict');
      for (const bar of floor.bars) assert.ok(recommended.bars.includes(bar), bar);
      for (const bar of recommended.bars) assert.ok(strict.bars.includes(bar), bar);
      for (const { rule, result } of floor.findings) assert.equal(resultsOf(strict).get(rule), result);
    }),
    { numRuns: 300 },
  );
});

test('whichever safeguards are switched on, one more takes no bar away and lifts nothing that is owed', () => {
  const subset = fc.subarray([...switchNames]);
  fc.assert(
    fc.property(anyFacts(7), subset, fc.constantFrom(...switchNames), (facts, on, more) => {
      const under = (names: readonly SwitchName[]): Decision =>
        decide(compileLaw(rules, { id: 'any', title: 'Any', on: names }, '2026-02-12'), facts);
      const [fewer, all] = [under(on), under([...new Set([...on, more])])];
      const severity = { 'nothing-bars': 0, incomplete: 1, barred: 2 } as const;
      assert.ok(severity[all.outcome] >= severity[fewer.outcome], more);
      for (const bar of fewer.bars) assert.ok(all.bars.includes(bar), `${more} takes ${bar} away`);
      for (const { fact } of fewer.questions) assert.ok(all.questions.some((each) => each.fact === fact));
    }),
    { numRuns: 150 },
  );
});

test('a bar or ground rests on what the treaty leaves open for the measure: the lists of arts 42 and 43 are closed', () => {
  fc.assert(
    fc.property(allFacts, anyPolicy, (facts, policy) => {
      const measure = facts.find(({ name }) => name === 'stated.measure')?.value;
      const { bars, grounds } = ask(facts, policy);
      for (const id of [...bars, ...grounds]) {
        const reason = byId.get(id)?.reason;
        assert.ok(
          reason !== undefined && groundsFor(measure as 'preservation', reservedIn(facts)).includes(reason),
          `${id} for ${String(measure)}`,
        );
      }
    }),
    { numRuns: 500 },
  );
  const closed = (measure: 'preservation' | 'traffic-disclosure'): readonly string[] =>
    groundsFor(measure).filter((ground) => groundInfo(ground).precondition === undefined);
  assert.deepEqual(closed('preservation'), ['40(21)(b)', '40(21)(c)', '40(22)']);
  assert.ok(groundsFor('preservation', ['42(5)']).includes('42(5)'));
  assert.deepEqual(closed('traffic-disclosure'), ['40(21)(b)', '40(21)(c)', '40(22)', '36(1)(a)']);
});

test('an assessment recomputes to itself from what it carries, byte for byte', () => {
  fc.assert(
    fc.property(anyFacts(6), anyPolicy, (facts, policy) => {
      const json = JSON.stringify(ask(facts, policy));
      assert.equal(JSON.stringify(reassess(JSON.parse(json) as Assessment)), json);
    }),
    { numRuns: 100 },
  );
});

test('nobody grants: no consequence and no outcome says so', () => {
  const { outcome } = ask([], 'treaty-floor');
  assert.equal(outcome, 'incomplete');
  assert.ok(rules.every(({ consequence }) => !(consequence as string).includes('grant')));
});

test('four years is inclusive, life is more than any number, and silence is neither', () => {
  const withYears = (value: number | 'life'): Facts => [
    { name: 'stated.offence.conventionArticle', value: 'none', source: { by: 'request' } },
    { name: 'stated.offence.maximumYears.requesting', value, source: { by: 'request' } },
    { name: 'stated.offence.maximumYears.requested', value: 0, source: { by: 'request' } },
  ];
  const barred = (facts: Facts): boolean => ask(facts, 'treaty-floor').bars.includes('un-cybercrime/35(1)/claimed');
  assert.deepEqual(
    [4, 'life' as const, 3.99, 0].map((value) => barred(withYears(value))),
    [false, false, true, true],
  );
  assert.equal(barred(withYears(3.99).slice(0, 2)), false);
});

test('a fact that is recorded twice, or that does not exist, is refused', () => {
  const twice: Facts = [
    {
      name: 'found.necessity',
      value: true,
      source: { by: 'person', person: 'a', mandate: 'judge', at: on, reasons: 'r' },
    },
    {
      name: 'found.necessity',
      value: false,
      source: { by: 'person', person: 'b', mandate: 'judge', at: on, reasons: 'r' },
    },
  ];
  assert.throws(() => ask(twice, 'recommended'), /found\.necessity is recorded twice/);
  const strange = [{ name: 'found.guilt', value: true, source: { by: 'request' } }] as unknown as Facts;
  assert.throws(() => ask(strange, 'recommended'), /no such fact: found\.guilt/);
});

test('before the first rule there is no law, and no answer', () => {
  assert.throws(() => assess({ facts: [], policy: 'recommended', on: '2024-12-23' }), RangeError);
  assert.throws(() => assess({ facts: [], policy: 'recommended', on: 'yesterday' }), RangeError);
  assert.equal(assess({ facts: [], policy: 'recommended', on: '2026-02-12T23:59:59.000Z' }).on, on);
});
