import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assess, exitCodes, isPolicyName, reassess } from '../../src/law/assessment.ts';
import { assessmentText } from '../../src/law/assessment-text.ts';
import type { Facts } from '../../src/law/facts.ts';
import { findingsOf } from '../../src/law/findings-file.ts';
import { systemFacts } from '../../src/law/system-facts.ts';
import { factsOf } from '../../src/request/facts-of.ts';
import { evidenceRequest } from '../../src/request/request.ts';

const folder = join(import.meta.dirname, '../../examples/requests');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.request.json'))
  .map((file) => file.replace('.request.json', ''));

type Expected = Readonly<{
  why: string;
  policy: string;
  on: string;
  exit: number;
  bars: readonly string[];
  grounds: readonly string[];
  owed: readonly string[];
  asks: readonly string[];
  questions: readonly string[];
}>;

const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

function factsIn(name: string, on: string): Facts {
  const request = evidenceRequest.parse(json(`${name}.request.json`));
  const file = `${name}.findings.json`;
  const found = readdirSync(folder).includes(file) ? findingsOf(json(file)) : { ok: true, facts: [] as Facts };
  assert.ok(found.ok && 'facts' in found, `${file}: ${JSON.stringify(found)}`);
  return [...factsOf(request), ...systemFacts({ ...request, on }), ...found.facts];
}

test('there are at least eight examples, each with the answer expected', () => {
  assert.ok(names.length >= 8, `${names.length} examples`);
  const files = new Set(readdirSync(folder));
  for (const name of names) assert.ok(files.has(`${name}.expected.json`), name);
});

for (const name of names) {
  const expected = json(`${name}.expected.json`) as Expected;
  test(`${name}: ${expected.why}`, () => {
    const { policy, on } = expected;
    assert.ok(isPolicyName(policy));
    const assessment = assess({ facts: factsIn(name, on), policy, on });
    const answered = {
      exit: exitCodes[assessment.outcome],
      bars: assessment.bars,
      grounds: assessment.grounds,
      owed: assessment.owed.map(({ fact }) => fact),
      asks: assessment.asks,
      questions: assessment.questions.map(({ fact }) => fact),
    };
    const { exit, bars, grounds, owed, asks, questions } = expected;
    assert.deepEqual(answered, { exit, bars, grounds, owed, asks, questions });
    assert.deepEqual(reassess(JSON.parse(JSON.stringify(assessment)) as typeof assessment), assessment);
    assert.match(assessmentText(assessment), /^(Barred|Incomplete|Nothing in the request bars it)/);
  });
}

test('the clean case without anybody’s findings is not barred, and every question stays with a person', () => {
  const facts = factsIn('clean-phishing', '2026-02-12').filter(({ name }) => !name.startsWith('found.'));
  const assessment = assess({ facts, policy: 'recommended', on: '2026-02-12' });
  assert.equal(assessment.outcome, 'nothing-bars');
  assert.equal(assessment.questions.length, 30);
  assert.match(
    assessmentText(assessment),
    /^Nothing in the request bars it\. 30 questions are open; only a person may answer them\. This is not a grant\.\n/,
  );
});

test('with every question answered nothing is open, and a court must still authorise', () => {
  const assessment = assess({
    facts: factsIn('clean-phishing', '2026-02-12'),
    policy: 'recommended',
    on: '2026-02-12',
  });
  assert.deepEqual(
    assessment.findings.filter(({ result }) => result === 'open'),
    [],
  );
  assert.deepEqual(assessment.authorise, ['un-cybercrime/24(2)/review']);
  assert.deepEqual(assessment.conditions, ['un-cybercrime/36(3)', 'un-cybercrime/40(19)']);
  assert.deepEqual(assessment.notify, ['iccpr/2(3)/person-told']);
});

test('the offence that punishes criticism is a bar under the recommended policy; under the floor it heightens and asks', () => {
  const facts = factsIn('insult-to-head-of-state', '2026-02-12');
  const floor = assess({ facts, policy: 'treaty-floor', on: '2026-02-12' });
  assert.equal(floor.outcome, 'incomplete');
  assert.deepEqual(floor.heighten, ['un-cybercrime/6(2)/stated-object-scrutiny']);
  assert.deepEqual(floor.asks, ['un-cybercrime/6(2)/stated-object-explained']);
});

test('the strict policy bars what rests on serious crime alone', () => {
  const facts = factsIn('emergency', '2026-02-12');
  assert.deepEqual(assess({ facts, policy: 'strict', on: '2026-02-12' }).bars, ['un-cybercrime/35(1)/convention-only']);
});
