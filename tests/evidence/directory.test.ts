import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { limits } from '../../src/limits.ts';
import { readPackageDirectory, verifyPackage, type Verification } from '../../src/verify/index.ts';
import { walk } from './walk.ts';

/** A hand-over in a folder, and tricks with the folder. */

const whole = await walk();
const root = mkdtempSync(join(tmpdir(), 'proviso-directory-'));
after(() => rmSync(root, { recursive: true }));
let folders = 0;

function folder(): string {
  const directory = join(root, String((folders += 1)));
  for (const [name, bytes] of whole.files) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), bytes);
  }
  return directory;
}

async function check(directory: string): Promise<Verification> {
  const { read, list } = readPackageDirectory(directory);
  return verifyPackage(read, list);
}

const files = ({ steps }: Verification): string[] => [
  ...new Set(steps.flatMap((step) => (step.ok ? [] : [`${step.code} ${step.file}`]))),
];

test('a folder that holds a hand-over is proven', async () => assert.deepEqual(files(await check(folder())), []));

suite('tricks with the folder', () => {
  const outside = join(root, 'outside');
  writeFileSync(outside, 'outside');
  const tricks: readonly (readonly [law: string, trick: (directory: string) => void, seen: string])[] = [
    ['a link in place of a file, even to the same bytes', (d) => { renameSync(join(d, 'order.txt'), join(root, 'moved')); symlinkSync(join(root, 'moved'), join(d, 'order.txt')); }, 'refused order.txt'],
    ['a link in place of the folder of the log', (d) => { renameSync(join(d, 'log'), join(root, 'log')); symlinkSync(join(root, 'log'), join(d, 'log')); }, 'refused log'],
    ['a link that was added', (d) => symlinkSync(outside, join(d, 'extra.txt')), 'unexpected extra.txt'],
    ['a folder in place of a file', (d) => { rmSync(join(d, 'order.txt')); mkdirSync(join(d, 'order.txt')); }, 'refused order.txt'],
    ['a folder that was added', (d) => mkdirSync(join(d, 'more')), 'unexpected more'],
    ['a pipe in place of a file', (d) => { rmSync(join(d, 'order.txt')); execFileSync('mkfifo', [join(d, 'order.txt')]); }, 'refused order.txt'],
    ['a name that leads out', (d) => writeFileSync(join(d, '..%2foutside'), ''), 'refused ..%2foutside'],
    ['a hidden file', (d) => writeFileSync(join(d, '.hidden'), ''), 'refused .hidden'],
    ['a file that is larger than its limit', (d) => truncateSync(join(d, 'order.txt'), limits.handOverTextBytes + 1), 'refused order.txt'],
    ['a log proof that is larger than its limit', (d) => truncateSync(join(d, 'log/release.tlog-proof'), 2 * limits.noteBytes + 1), 'refused log/release.tlog-proof'],
    ['no folder of the log', (d) => rmSync(join(d, 'log'), { recursive: true }), 'missing log/log.vkey'],
    ['more files than a hand-over has', (d) => { for (let n = 0; n < 70; n += 1) writeFileSync(join(d, `x${n}`), ''); }, 'refused .'],
  ]; // prettier-ignore
  for (const [law, trick, seen] of tricks) {
    test(`${law} is refused`, async () => {
      const directory = folder();
      trick(directory);
      assert.ok(files(await check(directory)).includes(seen), files(await check(directory)).join());
    });
  }
});

test('a reader never leaves its folder', async () => {
  const { read } = readPackageDirectory(folder());
  for (const name of ['../outside', '/etc/hostname', 'log/../../outside', 'log//x', '', '.', 'a/b', 'order.txt\0']) {
    await assert.rejects(read(name), { name: 'VerifyError', code: 'refused' }, JSON.stringify(name));
  }
});
