import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { at, proviso } from './command-line.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'proviso-cli-'));
  const walked = proviso('story', 'first-walk', '--out', join(folder, 'walk'));
  assert.equal(walked.exit, 0, walked.complaint + walked.out);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const hasAge = spawnSync('age', ['--version']).status === 0;

test('what a story leaves verifies offline, with and without the recipient’s key', () => {
  const plain = proviso('verify', join(folder, 'walk/package'));
  assert.equal(plain.exit, 0, plain.out);
  for (const step of ['request', 'authorisation', 'separation of persons', 'scope', 'custody', 'seal', 'log inclusion'])
    assert.match(plain.out, new RegExp(`^ok +${step} `, 'm'));
  const opened = proviso(
    'verify',
    join(folder, 'walk/package'),
    '--identity',
    join(folder, 'walk/recipient.key'),
    '--log-key',
    join(folder, 'walk/log/log.vkey'),
    '--policy',
    join(folder, 'walk/log/log.policy'),
    '--json',
  );
  assert.equal(opened.exit, 0, opened.out);
  assert.deepEqual((JSON.parse(opened.out) as { notes: unknown[] }).notes, []);
});

/** A partial tile is named by the number of its leaves. */
function onlyFileIn(directory: string): string {
  const [name = '', ...others] = readdirSync(directory);
  assert.deepEqual(others, []);
  return join(directory, name);
}

test('a monitor finds nothing wrong in what a story logs, and exits 1 over a log that was changed', () => {
  const log = join(folder, 'walk/log');
  const watch = ['--state', join(folder, 'seen'), '--policy', join(log, 'log.policy')];
  const seen = proviso('monitor', log, ...watch);
  assert.equal(seen.exit, 0, seen.out);
  assert.deepEqual((JSON.parse(seen.out) as { findings: unknown[]; witnesses: number }).findings, []);
  const copy = join(folder, 'changed-log');
  cpSync(log, copy, { recursive: true });
  const tile = onlyFileIn(join(copy, 'tile/0/000.p'));
  writeFileSync(tile, new Uint8Array(readFileSync(tile).length));
  const changed = proviso('monitor', copy, ...watch);
  assert.equal(changed.exit, 1, changed.out);
  assert.match(changed.out, /"code":"tile-mismatch"/);
});

test('one byte flipped: exit 1, and the step and the file are named', () => {
  const copy = join(folder, 'flipped');
  for (const file of ['evidence.age', 'order.txt', 'request.json', 'log/release.tlog-proof']) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(join(folder, 'walk/package'), copy, { recursive: true });
    const bytes = readFileSync(join(copy, file));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(join(copy, file), bytes);
    const { exit, out } = proviso('verify', copy);
    assert.equal(exit, 1);
    assert.match(out, new RegExp(`^FAILED .*${file.replaceAll('.', '\\.')}`, 'm'));
  }
});

test('the log of a story recomputes to its signed root, and not with one leaf changed', () => {
  assert.equal(proviso('log', 'verify', join(folder, 'walk/log')).exit, 0);
  const copy = join(folder, 'log');
  cpSync(join(folder, 'walk/log'), copy, { recursive: true });
  const bundle = onlyFileIn(join(copy, 'tile/entries/000.p'));
  writeFileSync(bundle, readFileSync(bundle, 'latin1').replace('"granted"', '"refused"'), 'latin1');
  const { exit, out } = proviso('log', 'verify', copy);
  assert.equal(exit, 1);
  assert.match(out, /^FAILED .*tile/m);
});

test(
  'Debian’s age opens the sealed evidence with the recipient’s key',
  { skip: hasAge ? false : 'the age tool is not installed' },
  () => {
    const opened = spawnSync('age', [
      '--decrypt',
      '-i',
      join(folder, 'walk/recipient.key'),
      join(folder, 'walk/package/evidence.age'),
    ]);
    assert.equal(opened.status, 0, opened.stderr.toString());
    assert.deepEqual([...opened.stdout.subarray(0, 4)], [0x50, 0x4b, 0x03, 0x04], 'a ZIP archive');
  },
);

test('a story writes over nothing', () => {
  const again = proviso('story', 'first-walk', '--out', join(folder, 'walk'));
  assert.equal(again.exit, 2);
  assert.match(again.complaint, /not empty/);
});

test('a story that the law stops leaves a log and no package: refused is 3, incomplete is 4', () => {
  for (const [name, exit] of [
    ['insult-to-head-of-state', 3],
    ['missing-period', 4],
  ] as const) {
    const out = join(folder, name);
    const walked = proviso(
      'story',
      'first-walk',
      '--out',
      out,
      '--request',
      at(`examples/requests/${name}.request.json`),
    );
    assert.equal(walked.exit, exit, walked.out + walked.complaint);
    assert.equal(proviso('log', 'verify', join(out, 'log')).exit, 0);
    assert.equal(proviso('verify', join(out, 'package')).exit, 2);
  }
});

test('bad usage and bad input exit 2, say what was expected, and never show a stack', () => {
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '{"format":"proviso-request/1","id":"x","format":"y","__proto__":{}}');
  const tries: readonly (readonly string[])[] = [
    ['frobnicate'],
    ['constructor'],
    ['assess'],
    ['assess', join(folder, 'nowhere.json')],
    ['assess', folder],
    ['assess', bad],
    ['assess', bad, '--json'],
    ['assess', at('examples/requests/emergency.request.json'), '--policy', 'mildest'],
    ['assess', at('examples/requests/emergency.request.json'), '--on', 'yesterday'],
    ['assess', at('examples/requests/emergency.request.json'), '--on', '1990-01-01'],
    ['assess', at('examples/requests/emergency.request.json'), '--findings', bad],
    ['assess', at('examples/requests/emergency.request.json'), '--colour'],
    ['story', 'second-walk', '--out', join(folder, 'x')],
    ['story', 'first-walk'],
    ['story', 'first-walk', '--out', join(folder, 'y'), '--request', bad],
    ['story', 'first-walk', '--out', join(folder, 'z'), '--evidence', join(folder, 'nowhere.mbox')],
    ['verify', join(folder, 'nowhere')],
    ['verify', bad],
    ['log', 'verify', bad],
    ['start', 'now'],
  ];
  for (const words of tries) {
    const { exit, out, complaint } = proviso(...words);
    assert.equal(exit, 2, `${words.join(' ')}: exit ${String(exit)}\n${complaint}`);
    assert.doesNotMatch(out + complaint, /\n\s+at .*\.ts:/, words.join(' '));
    assert.ok((out + complaint).length > 0, words.join(' '));
  }
});

test('help lists every command and exits 0', () => {
  const { exit, out } = proviso('help');
  assert.equal(exit, 0);
  for (const command of ['start', 'assess', 'story', 'verify', 'log verify'])
    assert.match(out, new RegExp(`proviso ${command}\\b`));
});
