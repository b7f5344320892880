import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../law/law.ts';
import { english } from '../../law/words.en.ts';
import { labelOf } from '../../src/law/catalogue.ts';
import { factNames } from '../../src/law/facts.ts';
import { factsOfRule, type Rule } from '../../src/law/rule.ts';
import { sayFinding, sayRule } from '../../src/law/say.ts';
import { allOf, anyOf, atLeast, given, is, not } from '../../src/law/words.ts';
import { sayCondition } from '../../src/law/say.ts';

const named = (id: string): Rule => {
  const found = rules.find((rule) => rule.id === id);
  assert.ok(found, id);
  return found;
};

test('a rule is said in one paragraph, with its ground and the safeguard that switches it on', () => {
  assert.equal(
    sayRule(english, named('iccpr/6/bar')),
    'Death penalty: bar. Where “measure” is disclosure of preserved traffic data, access to stored data, live collection of traffic data, interception of content, disclosure in an emergency or information sent without a request, it is required that “risk of the death penalty” is answered with no. Otherwise the request is refused (ground 40(21)(b): harm to sovereignty, security, public order or other essential interests), unless “assurance against the death penalty” is answered with yes. The proceeding can end in the death penalty, and no assurance excludes it. Counts where a policy switches on death-penalty-bar.',
  );
});

test('a rule that is said names every fact that it reads', () => {
  for (const rule of rules) {
    const said = sayRule(english, rule);
    for (const fact of factsOfRule(rule)) assert.ok(said.includes(labelOf(english, fact)), `${rule.id}: ${fact}`);
    assert.doesNotMatch(said, /undefined|\[object/);
  }
});

test('the words name no rule and no fact that the law has lost', () => {
  const ids = new Set<string>(rules.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(english.rules).filter((id) => !ids.has(id)),
    [],
  );
  assert.deepEqual(Object.keys(english.facts).toSorted(), factNames.toSorted());
});

test('brackets keep what belongs together', () => {
  const necessary = is('found.necessity', true);
  assert.equal(
    sayCondition(
      english,
      allOf(not(necessary), anyOf(given('stated.purpose'), atLeast('stated.offence.maximumYears.requesting', 4))),
    ),
    '(it is not so that “necessity” is answered with yes) and (“purpose” is known or “maximum penalty in the requesting State” is 4 or more)',
  );
});

test('an open finding is said as the questions that would settle it', () => {
  assert.equal(
    sayFinding(english, {
      rule: 'iccpr/17/necessity',
      result: 'open',
      consequence: 'refuse',
      missing: ['found.necessity'],
    }),
    'Necessity: open. Is the measure necessary for this investigation?',
  );
});

test('every fact has its own label, so that no two can be taken for each other', () => {
  const labels = factNames.map((name) => labelOf(english, name));
  assert.equal(new Set(labels).size, labels.length);
});
