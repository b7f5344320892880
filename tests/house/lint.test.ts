import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './sources.ts';

/** The compiler, the typed lint and the format, each in one process, over everything and over a bad sample. */

const tools = {
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  eslint: join(root, 'node_modules/eslint/bin/eslint.js'),
  prettier: join(root, 'node_modules/prettier/bin/prettier.cjs'),
} as const;
const nativeConfig = ['--flag', 'unstable_native_nodejs_ts_config'];

type Run = Readonly<{ status: number | null; said: string }>;

function run(tool: keyof typeof tools, args: readonly string[], cwd: string = root): Run {
  const ran = spawnSync(process.execPath, [tools[tool], ...args], { cwd, encoding: 'utf8', maxBuffer: 50_000_000 });
  return { status: ran.status, said: `${ran.stdout}${ran.stderr}` };
}

test('the compiler has nothing to say, with its strictest flags', () => {
  // The page that runs in a browser has a browser's names, and nobody else has them.
  for (const project of ['.', 'src/verifier/page']) {
    const { status, said } = run('tsc', ['-p', project]);
    assert.equal(status, 0, said);
  }
});

test('the typed lint has nothing to say', () => {
  const { status, said } = run('eslint', [...nativeConfig, '--max-warnings', '0', '.']);
  assert.equal(status, 0, said);
});

test('every file is in the one format', () => {
  const { status, said } = run('prettier', ['--check', '.']);
  assert.equal(status, 0, said);
});

/** Runs a tool over one file of its own, with the project's settings. */
function over(tool: keyof typeof tools, text: string, args: readonly string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-lint-'));
  try {
    writeFileSync(join(folder, 'sample.ts'), text);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const settings = { extends: join(root, 'tsconfig.json'), compilerOptions: { types: [] }, include: ['sample.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    return run(tool, args, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fine = "export const one = (): string => 'one';\n";

test('the compiler refuses a sample that is wrong, and syntax that Node cannot strip', () => {
  assert.equal(over('tsc', fine, ['-p', '.']).status, 0);
  for (const [bad, said] of [
    ['export const a: number = "1";\n', /TS2322/],
    ['export enum A { b }\n', /TS1294/],
    ['export const f = (a: readonly string[]): string => a[0];\n', /TS2322/],
    ["import { X } from './sample.ts';\nexport type X = 1;\nexport type Y = X;\n", /TS1484/],
  ] as const) {
    const result = over('tsc', bad, ['-p', '.']);
    assert.notEqual(result.status, 0, bad);
    assert.match(result.said, said);
  }
});

test('the lint refuses a promise that nobody awaits, a case that nobody decided and a default export', () => {
  const args = [...nativeConfig, '--config', join(root, 'eslint.config.ts'), 'sample.ts'];
  const clean = over('eslint', fine, args);
  assert.equal(clean.status, 0, clean.said);
  for (const [bad, said] of [
    ['const f = async (): Promise<void> => { await Promise.resolve(); };\nf();\n', /no-floating-promises/],
    [
      "export function f(a: 'x' | 'y'): number { switch (a) { case 'x': return 1; } return 2; }\n",
      /switch-exhaustiveness/,
    ],
    ['const a = 1;\nexport default a;\n', /one named export/],
  ] as const) {
    const result = over('eslint', bad, args);
    assert.equal(result.status, 1, result.said);
    assert.match(result.said, said);
  }
});

test('the format refuses a sample in another format', () => {
  const args = ['--config', join(root, '.prettierrc.json'), '--check', 'sample.ts'];
  assert.equal(over('prettier', fine, args).status, 0);
  assert.equal(over('prettier', fine.replaceAll("'", '"'), args).status, 1);
});

test('what is published as a licence is the licence that package.json names', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  assert.equal(manifest['license'], 'EUPL-1.2');
  assert.match(readFileSync(join(root, 'LICENCE'), 'utf8'), /^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
});
