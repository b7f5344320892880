import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { limits } from '../../src/limits.ts';
import * as budgets from './budgets.ts';
import { root, sourcesIn } from './sources.ts';
import type { Source } from './sources.ts';

const code = sourcesIn(['src', 'law', 'tests', 'bench', 'examples'], ['.ts']);
const product = sourcesIn(['src', 'law'], ['.ts']);
const written = [...code, ...sourcesIn(['bin', 'law', 'docs', 'src'], ['', '.md', '.sql', '.css'])];
const lawPages = new Set(sourcesIn(['law'], ['.md']).map(({ path }) => path));
const records = sourcesIn(['docs/decisions'], ['.md']);

test(`a file has at most ${budgets.fileLines} lines and lies in a room, not in a drawer`, () => {
  assert.deepEqual(code.flatMap(budgets.fileFaults), []);
});

test(`a function has at most ${budgets.functionLines} lines`, () => {
  assert.deepEqual(code.flatMap(budgets.functionFaults), []);
});

test('nothing was put off in a comment', () => {
  assert.deepEqual(written.flatMap(budgets.postponedFaults), []);
});

test('every source file says what it is for', () => {
  assert.deepEqual(
    product.flatMap((source) => budgets.silentFaults(source, lawPages)),
    [],
  );
});

test(`a decision record is one page and says context, decision and consequences`, () => {
  for (const { path, text } of records) {
    assert.ok(text.split('\n').length <= budgets.recordLines, `${path} is longer than a page`);
    assert.match(text, /^# /, `${path} has no title`);
    for (const heading of ['Context', 'Decision', 'Consequences'])
      assert.match(text, new RegExp(heading, 'i'), `${path}: ${heading}?`);
  }
  const numbers = records.map(({ path }) => path.slice(0, 'docs/decisions/0000'.length));
  assert.equal(new Set(numbers).size, numbers.length, 'two records have one number');
});

test('every dependency has a line in a decision record: why this one, who keeps it, what leaves with it', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
  assert.ok(names.length > 20);
  assert.deepEqual(budgets.unexplained(names, records), []);
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.values(manifest[kind] ?? {}),
  );
  assert.deepEqual(
    versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    [],
    'versions are exact',
  );
});

test('every limit is used somewhere', () => {
  assert.deepEqual(budgets.unusedLimits(Object.keys(limits), product), []);
});

// Each check was broken on purpose: a bad sample must be refused, or the check cannot fail.
const sample = (text: string, path = 'src/acts/x.ts'): Source => ({ path, text });

test('the check refuses a file that is too long', () => {
  assert.equal(budgets.fileFaults(sample('\n'.repeat(budgets.fileLines) + 'x')).length, 1);
  assert.equal(budgets.fileFaults(sample('\n'.repeat(budgets.fileLines - 1) + 'x')).length, 0);
});

test('the check refuses a drawer, as a folder and as a file', () => {
  assert.equal(budgets.fileFaults(sample('', 'src/utils/text.ts')).length, 1);
  assert.equal(budgets.fileFaults(sample('', 'src/law/types.ts')).length, 1);
});

for (const [name, open, close] of [
  ['declaration', 'function f() {', '}'],
  ['arrow', 'const f = () => {', '};'],
  ['method', 'const o = { f() {', '} };'],
] as const) {
  test(`the check refuses a ${name} that is too long`, () => {
    const body = '\n'.repeat(budgets.functionLines);
    assert.match(budgets.functionFaults(sample(`\n${open}${body}${close}`)).join(), /:2: a function of 71 lines/);
    assert.deepEqual(budgets.functionFaults(sample(`${open}${body.slice(1)}${close}`)), []);
  });
}

test('the check refuses work that was put off', () => {
  for (const word of ['TO' + 'DO: later', 'FIX' + 'ME', 'this is not ' + 'implemented']) {
    assert.equal(budgets.postponedFaults(sample(`// ${word}`)).length, 1, word);
  }
});

test('the check refuses a file that says nothing about itself', () => {
  assert.equal(budgets.silentFaults(sample("import a from 'a';\nexport const b = a;\n"), new Set()).length, 1);
  assert.equal(
    budgets.silentFaults(sample("import a from 'a';\n/** What b is. */\nexport const b = a;\n"), new Set()).length,
    0,
  );
});

test('the check refuses a dependency without a line, and one that is only named', () => {
  const record = {
    path: 'docs/decisions/0001-x.md',
    text: '- `good`: small, kept by many, and our parser leaves with it\n- `bare`',
  };
  assert.deepEqual(budgets.unexplained(['good', 'bare', 'absent'], [record]), ['bare', 'absent']);
});

test('the check refuses a limit that nobody uses', () => {
  const used = [sample('if (n > limits.depth) throw 1;'), sample('limits.width', 'src/limits.ts')];
  assert.deepEqual(budgets.unusedLimits(['depth', 'width', 'dep'], used), ['width', 'dep']);
});
