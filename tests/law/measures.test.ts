import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../law/words.en.ts';
import { assess } from '../../src/law/assessment.ts';
import type { Fact, Facts } from '../../src/law/facts.ts';
import { refusalFaults, reservedIn } from '../../src/law/grounds.ts';
import { matters } from '../../src/law/matters.ts';
import { measureSheet } from '../../src/law/measure-info.ts';
import { draftRefusal, refusalText } from '../../src/law/refusal-text.ts';

const floor = (measure: Parameters<typeof measureSheet>[0]): readonly string[] =>
  measureSheet(measure)
    .contents.filter((content) => content.switch === undefined)
    .map(({ rule }) => rule);

test('each measure has the contents that its article lists, and no other measure’s', () => {
  assert.deepEqual(
    floor('preservation').filter((rule) => rule.includes('/42(3)')),
    ['a', 'b', 'c', 'e', 'f'].map((letter) => `un-cybercrime/42(3)(${letter})`),
  );
  assert.deepEqual(
    floor('stored-data').filter((rule) => rule.includes('/40(15)')),
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `un-cybercrime/40(15)(${letter})`),
  );
  assert.deepEqual(
    floor('real-time-traffic').filter((rule) => /\/4[05]\(/.test(rule)),
    ['a', 'b', 'c', 'e', 'f'].map((letter) => `un-cybercrime/45(3)(${letter})`),
  );
  assert.ok(floor('onward-transfer').includes('un-cybercrime/36(3)/contents'));
  assert.ok(floor('other-use').includes('un-cybercrime/40(19)/other-use'));
  assert.ok(!floor('preservation').some((rule) => rule.includes('/40(15)')));
});

test('closed lists are closed: arts 42(6) and 43', () => {
  const treaty = (measure: 'preservation' | 'traffic-disclosure'): readonly string[] =>
    measureSheet(measure).grounds.filter((ground) => ground.startsWith('40(2'));
  assert.deepEqual(treaty('preservation'), ['40(21)(b)', '40(21)(c)', '40(22)']);
  assert.deepEqual(treaty('traffic-disclosure'), ['40(21)(b)', '40(21)(c)', '40(22)']);
  for (const measure of matters)
    assert.equal(
      measureSheet(measure).groundsAre,
      measure === 'preservation' || measure === 'traffic-disclosure' ? 'closed' : 'open',
    );
});

test('preservation lasts at least sixty days, an order at home at most ninety; art. 40 knows no number', () => {
  const days = (measure: Parameters<typeof measureSheet>[0]): readonly string[] =>
    measureSheet(measure).clocks.flatMap((clock) => ('days' in clock ? [`${clock.bound} ${String(clock.days)}`] : []));
  assert.deepEqual(days('preservation'), ['at least 60', 'at most 90']);
  assert.deepEqual(days('stored-data'), []);
});

test('the ground of a reservation is open to the State that made it, and to no other: art. 42(5)', () => {
  const refusal = {
    measure: 'preservation',
    grounds: ['42(5)'],
    reasons: 'No offence here.',
    consulted: false,
  } as const;
  assert.match(
    refusalFaults(refusal)
      .map(({ expected }) => expected)
      .join(),
    /no other ground is open/,
  );
  assert.deepEqual(refusalFaults({ ...refusal, reserved: ['42(5)'] }), []);
  const stored = refusalFaults({ ...refusal, measure: 'stored-data', reserved: ['42(5)'] });
  assert.match(stored.map(({ expected }) => expected).join(), /no other ground is open for stored-data/);
});

const fact = (name: string, value: unknown): Fact => ({ name, value, source: { by: 'system', how: 'test' } }) as Fact;

test('42(5) bites only with the reservation, for what a person found to be no offence of the Convention', () => {
  const case42 = (reserves: readonly string[], article: string): Facts => [
    fact('stated.measure', 'preservation'),
    fact('measured.requestedState.reserves', reserves),
    fact('found.offence.conventionArticle', article),
    fact('found.dualCriminality', false),
  ];
  const grounds = (facts: Facts): readonly string[] =>
    assess({ facts, policy: 'treaty-floor', on: '2026-02-12' }).grounds;
  assert.deepEqual(grounds(case42(['42(5)'], 'none')), ['un-cybercrime/42(5)']);
  assert.deepEqual(grounds(case42(['42(5)'], '13')), []);
  assert.deepEqual(grounds(case42(['none'], 'none')), []);
  assert.deepEqual(reservedIn(case42(['42(5)', '63(3)'], 'none')), ['42(5)', '63(3)']);
});

const barred = assess({
  facts: [fact('stated.measure', 'stored-data'), fact('found.risk.torture', true)],
  policy: 'recommended',
  on: '2026-02-12',
});
const parties = { requestingState: 'XA', requestedState: 'XB', reference: 'XA-1' };

test('a refusal speaks the treaty’s language: measure, grounds by number, reasons, consultation', () => {
  const text = draftRefusal(english, barred, parties) ?? '';
  assert.match(text, /^From XB to XA, your reference XA-1\n\nYour request for access to stored data /);
  assert.match(text, /\n {2}Article 40\(21\)\(b\): harm to sovereignty/);
  assert.match(text, /\nReasons \(article 40\(25\)\)\n {2}There is a real risk of torture/);
  assert.match(text, /article 40\(28\) asks for consultation/);
  assert.doesNotMatch(text, /undefined|grant/);
  const after = refusalText(english, barred, { ...parties, grounds: ['40(22)'], reasons: 'So.', consulted: true });
  assert.match(after, /The two States consulted before/);
});

test('where nothing bars a request there is no draft of a refusal', () => {
  const open = assess({ facts: [fact('stated.measure', 'stored-data')], policy: 'recommended', on: '2026-02-12' });
  assert.equal(draftRefusal(english, open, parties), undefined);
});
