import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTestState } from '../../src/request/fields.ts';
import { deposits, inForceBetween, treaty, treatyFrom, type Deposit } from '../../law/in-force.ts';
import { policies } from '../../law/law.ts';
import { noData, reservationPlaces } from '../../law/states/state.ts';
import { narrowsOf, reservesOf, stateOf, states } from '../../law/states/states.ts';
import { systemFacts } from '../../src/law/system-facts.ts';

const list = join(import.meta.dirname, '../../../shared/convention/convention.json');

test(
  'every State of the depositary’s list is in the table under the name of the list',
  { skip: existsSync(list) ? false : 'the folder of founding documents is not beside the project' },
  () => {
    const { status } = JSON.parse(readFileSync(list, 'utf8')) as { status: { signatoriesJan2026: string[] } };
    assert.equal(status.signatoriesJan2026.length, 74);
    const named = new Set(states.map(({ name }) => name.value));
    assert.deepEqual(
      status.signatoriesJan2026.filter((name) => !named.has(name)),
      [],
    );
  },
);

test('74 signatories of January 2026, Canada after them, and the two test States: 77 rows, no code twice', () => {
  assert.equal(states.length, 77);
  assert.equal(new Set(states.map(({ code }) => code)).size, 77);
  const region = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  for (const { code, kind } of states) {
    assert.match(code, /^[A-Z]{2}$/);
    assert.equal(kind === 'test', isTestState(code), code);
    if (kind !== 'test') assert.ok(region.of(code) !== undefined, `${code} is a code of ISO 3166-1`);
  }
});

test('each code is the code of the State beside it: the name that the Unicode tables give begins alike', () => {
  const region = new Intl.DisplayNames(['en'], { type: 'region' });
  const otherwise = new Map([
    ...[['CZ', 'Czechia'], ['CD', 'Congo - Kinshasa'], ['KP', 'North Korea'], ['LA', 'Laos'], ['PS', 'Palestinian Territories']], // prettier-ignore
    ...[['GB', 'United Kingdom'], ['TZ', 'Tanzania'], ['VN', 'Vietnam'], ['BN', 'Brunei'], ['RU', 'Russia'], ['TR', 'Türkiye']], // prettier-ignore
    ...[
      ['IR', 'Iran'],
      ['VE', 'Venezuela'],
      ['CI', 'Côte d’Ivoire'],
    ],
  ] as [string, string][]);
  for (const { code, name, kind } of states) {
    if (kind !== 'test') assert.equal(region.of(code), otherwise.get(code) ?? name.value, code);
  }
});

test('every statement has a source and the day for which it speaks, and no day lies after it', () => {
  for (const state of states) {
    assert.ok(state.acts.length > 0, state.code);
    const { reservations, narrows, declarations, centralAuthority, languages, channels, policy } = state;
    const stated = [reservations, narrows, declarations, centralAuthority, languages, channels, policy];
    const sources = [state.name, ...state.acts.map(({ source }) => ({ source })), ...stated.filter((each) => each !== noData)]; // prettier-ignore
    for (const { source } of sources) {
      assert.ok(source.from.length > 10 && /^\d{4}-\d\d(?:-\d\d)?$/.test(source.asOf), state.code);
    }
    for (const { on, by, source } of state.acts) {
      const day = on === noData ? by : on;
      assert.ok(day !== undefined, `${state.code}: a day, or the latest day by which`);
      assert.ok(day.slice(0, 7) <= source.asOf.slice(0, 7), `${state.code}: ${day} is after its source`);
    }
    if (reservations !== noData) {
      for (const { place } of reservations.value) assert.ok(reservationPlaces.includes(place));
    }
    if (policy !== noData) assert.ok(Object.hasOwn(policies, policy.value), state.code);
  }
});

test('what nobody knows is no data, never none: a State that only signed has said nothing about reservations', () => {
  assert.equal(stateOf('US'), undefined);
  const seen = ['FR', 'US', 'XA', 'XB', 'QA', 'AZ'].map((code) => [reservesOf(code), narrowsOf(code)]);
  assert.deepEqual(seen, [
    [['no-data'], ['no-data']],
    [['no-data'], ['no-data']],
    [['none'], ['none']],
    [['42(5)'], ['none']],
    [['63(3)', 'arts-14-16'], ['no-data']],
    [['63(3)'], ['7(2)', '9(2)']],
  ]);
});

test('what a State reserved and how it narrows reaches the law as facts of the system, with no data said as such', () => {
  const facts = (requestedState: string): readonly unknown[] =>
    systemFacts({ requestingState: 'XA', requestedState, on: '2026-02-12' })
      .filter(({ name }) => name.startsWith('measured.requestedState.'))
      .map(({ value }) => value);
  assert.deepEqual(facts('XB'), [['42(5)'], ['none']]);
  assert.deepEqual(facts('QA'), [['63(3)', 'arts-14-16'], ['no-data']]);
  assert.deepEqual(facts('US'), [['no-data'], ['no-data']]);
});

test('the Convention is not in force: one deposit is known, and reports of ratification do not count', () => {
  assert.deepEqual(deposits, [{ code: 'QA', organisation: false, on: '2026-02-28' }]);
  assert.equal(treaty.entryIntoForce, undefined);
  for (const other of ['VN', 'AZ', 'FR', 'US', 'XA']) {
    const { value, how } = inForceBetween('QA', other, '2027-01-01T00:00:00.000Z');
    assert.equal(value, false);
    assert.match(how, /^status of the Convention as of 2026-08-01: not in force: 1 of 40 instruments are known; does/);
  }
  assert.match(inForceBetween('VN', 'US', '2026-11-22').how, /VN \(ratification reported, deposit not confirmed\) and US \(no act is known\)$/); // prettier-ignore
});

test('test States practise with each other and never with a State', () => {
  assert.equal(inForceBetween('XA', 'XB', '2026-02-12').value, true);
  assert.equal(inForceBetween('XA', 'XK', '2026-02-12').value, false);
  assert.equal(inForceBetween('XA', 'QA', '2026-02-12').value, false);
});

const day = (number: number): string => Temporal.PlainDate.from('2026-01-01').add({ days: number }).toString();
const forty = Array.from({ length: 40 }, (_each, index): Deposit => ({ code: `S${index}`, organisation: false, on: day(index) })); // prettier-ignore

test('the Convention binds on the 90th day after the 40th instrument, and a later State 30 days after its own', () => {
  assert.equal(treatyFrom(forty.slice(1)).entryIntoForce, undefined);
  assert.equal(treatyFrom(forty).entryIntoForce, day(39 + 90));
  const { bindsFrom } = treatyFrom([
    ...forty,
    { code: 'SOON', organisation: false, on: day(50) },
    { code: 'LATER', organisation: false, on: day(200) },
  ]);
  assert.deepEqual(
    [bindsFrom.get('S0'), bindsFrom.get('SOON'), bindsFrom.get('LATER')],
    [day(129), day(129), day(230)],
  );
});

test('an organisation is bound but not counted; the order of deposits says nothing; nobody is bound before entry into force', () => {
  const arbitrary = fc.array(fc.record({ on: fc.nat(900), organisation: fc.boolean() }), { maxLength: 70 });
  fc.assert(
    fc.property(arbitrary, fc.infiniteStream(fc.nat()), (rows, dice) => {
      const some = rows.map(({ on, organisation }, index) => ({ code: `S${index}`, organisation, on: day(on) }));
      const found = treatyFrom(some);
      const shuffled = some
        .map((each) => ({ each, key: Number(dice.next().value) }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each);
      assert.deepEqual(new Map([...treatyFrom(shuffled).bindsFrom].sort()), new Map([...found.bindsFrom].sort()));
      const counted = some.filter(({ organisation }) => !organisation).length;
      assert.equal(found.entryIntoForce !== undefined, counted >= 40);
      assert.equal(found.bindsFrom.size, counted >= 40 ? some.length : 0);
      for (const { code, on } of some) {
        const from = found.bindsFrom.get(code);
        if (from === undefined) continue;
        assert.ok(from >= (found.entryIntoForce ?? '') && from > on);
      }
    }),
    { numRuns: 100 },
  );
});
