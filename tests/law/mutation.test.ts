import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { policies, rules } from '../../law/law.ts';
import { readSuite } from '../../src/cli/conformance-suite.ts';
import { compileLaw, newSlots, type Slots } from '../../src/law/compile.ts';
import { resultOf, slotsOf } from '../../src/law/decide.ts';
import { inForce, type Rule } from '../../src/law/rule.ts';
import { mutantRules } from './mutants.ts';
import { waitsOnly } from './waits-only.ts';

/** Every rule, wrong by one word, number, value, part or consequence, against the whole conformance suite. */
type Posed = Readonly<{
  slots: Slots;
  about: Readonly<Record<string, string>>;
  policy: keyof typeof policies;
  on: string;
}>;
const posed: readonly Posed[] = (await readSuite(join(import.meta.dirname, '../../conformance'))).map(
  ({ scenario: { about }, prepared: { facts, policy, on } }) => ({
    slots: slotsOf(facts, newSlots()),
    about,
    policy,
    on,
  }),
);

/** What a scenario's file would say of this rule: what follows, or what it waits for; met or silent only where it is about it. */
function answers(rule: Rule, to: readonly Posed[]): readonly string[] {
  const policy = { id: 'mutant', title: 'Mutant', on: rule.switch === undefined ? [] : [rule.switch] };
  const [compiled] = compileLaw([rule], policy, rule.inForceFrom).rules;
  assert.ok(compiled !== undefined);
  return to.map(({ slots, about }) => {
    const result = resultOf(compiled, slots);
    if (result === 'tripped') return rule.consequence;
    if (result === 'open') {
      const { finding } = compiled.open(slots);
      return finding.result === 'open' ? finding.missing.toSorted().join(' ') : '';
    }
    return rule.id in about ? result : 'nothing follows';
  });
}

/** The scenarios under whose policy and date the rule counts. */
const where = (rule: Rule, all: readonly Posed[]): readonly Posed[] =>
  all.filter(
    ({ policy, on }) => inForce(rule, on) && (rule.switch === undefined || policies[policy].on.includes(rule.switch)),
  );

/** @returns how many mutants were tried, and those that no scenario catches. */
function survivors(
  some: readonly Rule[],
  all: readonly Posed[],
): Readonly<{ tried: number; alive: readonly string[] }> {
  const alive: string[] = [];
  let tried = 0;
  for (const rule of some) {
    const to = where(rule, all);
    const right = answers(rule, to);
    for (const mutant of mutantRules(rule)) {
      // A rule that only waits for facts is never tripped: nothing can show its consequence.
      if (mutant.consequence !== rule.consequence && waitsOnly(rule)) continue;
      tried++;
      const caught = answers(mutant, to).some((answer, index) => answer !== right[index]);
      if (!caught) alive.push(`${rule.id}: ${JSON.stringify({ ...mutant, at: undefined })}`);
    }
  }
  return { tried, alive };
}

test('a slip of the hand in any rule is caught by a scenario of the conformance suite', (context) => {
  const { tried, alive } = survivors(rules, posed);
  context.diagnostic(`${tried} mutants of ${rules.length} rules, ${posed.length} scenarios, ${alive.length} alive`);
  assert.ok(tried > 9 * rules.length, `${tried} mutants`);
  assert.deepEqual(alive, []);
});

test('one scenario in ten lets some of them live: the check can fail', () => {
  const some = posed.filter((_each, index) => index % 10 === 0);
  assert.ok(survivors(rules, some).alive.length > 100);
});
