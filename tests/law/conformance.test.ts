import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rules } from '../../law/law.ts';
import { runCommand } from '../../src/cli.ts';
import { readSuite } from '../../src/cli/conformance-suite.ts';
import { asks } from '../../src/law/asks.ts';
import { differences, mergePatch, runScenario, standingIn } from '../../src/law/scenario.ts';
import { scenarioOf } from '../../src/law/scenario-file.ts';
import { waitsOnly } from './waits-only.ts';

const folder = join(import.meta.dirname, '../../conformance');
const entries = await readSuite(folder);
const runs = entries.map((entry) => ({ ...entry, decision: runScenario(entry.prepared) }));
const copies = mkdtempSync(join(tmpdir(), 'proviso-conformance-'));
after(() => rmSync(copies, { recursive: true, force: true }));

test('every scenario comes out as expected, whole answer and what it is about', () => {
  const wrong = runs.flatMap(({ name, scenario, decision }) =>
    differences(scenario, decision).map((line) => `${name}: ${line}`),
  );
  const help =
    'after a change of the law: npx proviso conformance --record, then read what changed (docs/spec/conformance.md)';
  assert.deepEqual(wrong.slice(0, 20), [], help);
  assert.ok(entries.length >= 80, `${entries.length} scenarios`);
});

test('each rule is tripped by a scenario, or left open by one where it only waits for facts; and another is calm about it', () => {
  const seen = (rule: string, ...standings: readonly string[]): boolean =>
    runs.some(({ decision }) => standings.includes(standingIn(decision, rule)));
  const never = rules.filter((rule) => !seen(rule.id, waitsOnly(rule) ? 'open' : 'tripped')).map(({ id }) => id);
  assert.deepEqual(never, [], 'write a scenario that trips it');
  const loud = rules.filter((rule) => !seen(rule.id, 'requires' in rule ? 'met' : 'silent')).map(({ id }) => id);
  assert.deepEqual(loud, [], 'write a scenario that it does not trouble');
});

test('a scenario has a reason of its own, in a sentence, and is about a rule that exists', () => {
  const known = new Set<string>(rules.map(({ id }) => id));
  const whys = entries.map(({ scenario }) => scenario.why);
  assert.equal(new Set(whys).size, whys.length, 'two scenarios have one reason');
  for (const { name, scenario } of entries) {
    assert.match(scenario.why, /^["A-Z].{15,}[.!]$/s, name);
    for (const rule of Object.keys(scenario.about)) assert.ok(known.has(rule), `${name}: no rule ${rule}`);
    assert.ok(
      scenario.mission.every((id) => asks.includes(id)),
      name,
    );
  }
});

for (const [law, change, said] of [
  ['an unknown field', { extra: 1 }, 'no key extra'],
  ['an unknown fact', { facts: { 'found.guilt': true } }, 'a fact of the vocabulary'],
  ['a value that the fact never takes', { facts: { 'found.necessity': 'perhaps' } }, 'true or false, or null'],
  ['a base that leaves its folder', { base: '../secret' }, 'pattern'],
  ['a mission id that nobody asked', { mission: ['Z9'] }, 'A1'],
  ['a scenario about nothing', { about: {} }, 'at least one rule'],
  ['a day that is none', { on: '2026-02-30' }, 'date'],
] as const) {
  test(`a scenario with ${law} is refused, with its field`, () => {
    const [first] = entries;
    assert.ok(first !== undefined);
    const read = scenarioOf({ ...first.scenario, ...change });
    assert.ok(!read.ok);
    const [field] = Object.keys(change);
    const { path, expected } = read.errors[0] ?? { path: '', expected: '' };
    assert.ok(path.startsWith(field ?? '') || expected.includes(field ?? ''), path);
    assert.match(expected, new RegExp(said));
  });
}

test('a merge patch does what RFC 7396, appendix A, says', () => {
  for (const [target, patch, result] of [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'foo' }, null, null],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ] as const) {
    assert.deepEqual(mergePatch(target, patch), result);
  }
});

async function command(...words: readonly string[]): Promise<Readonly<{ code: number; said: string }>> {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const terminal = { environment: {}, print: say, complain: say, now: () => '2026-02-12T00:00:00.000Z' };
  return { code: await runCommand(['conformance', ...words], terminal), said: said.join('\n') };
}

test('the command finds a scenario that comes out otherwise, and --record changes the answer only', async () => {
  const copy = join(copies, 'changed');
  cpSync(folder, copy, { recursive: true });
  const file = join(copy, 'scenarios/keys-are-demanded.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('["un-cybercrime/28(4)/no-weakening"]', '["un-cybercrime/5(2)"]'));
  assert.notEqual(readFileSync(file, 'utf8'), text);
  const wrong = await command(copy);
  assert.equal(wrong.code, 1);
  assert.match(wrong.said, /FAILED {2}keys-are-demanded: Hand over the key/);
  assert.match(wrong.said, /refuse: un-cybercrime\/5\(2\) is expected\n.*no-weakening is not expected/);
  assert.equal((await command(copy, '--record')).code, 0);
  assert.equal(readFileSync(file, 'utf8'), text, 'back to what it was, byte for byte');
});

test('recording never makes a scenario right that is wrong in what it is about', async () => {
  const copy = join(copies, 'about');
  cpSync(folder, copy, { recursive: true });
  const file = join(copy, 'scenarios/keys-are-demanded.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('no-weakening": "tripped"', 'no-weakening": "met"'));
  const { code, said } = await command(copy, '--record');
  assert.equal(code, 1);
  assert.match(said, /28\(4\)\/no-weakening: expected met, is tripped/);
});

test('as JSON each scenario carries the facts themselves, so that any program can run it', async () => {
  const { code, said } = await command('--json');
  assert.equal(code, 0);
  const all = JSON.parse(said) as { name: string; facts: Record<string, unknown>; ok: boolean }[];
  assert.equal(all.length, entries.length);
  const keys = all.find(({ name }) => name === 'keys-are-demanded');
  assert.equal(keys?.facts['stated.assistance.demandsKeysOrWeakening'], true);
  assert.ok(all.every(({ ok }) => ok));
});

test('a folder that is no suite is bad input', async () => {
  assert.equal((await command(copies)).code, 2);
  assert.equal((await command(join(copies, 'nowhere'))).code, 2);
});
