import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync, statSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openStore, sandboxOrigin } from '../../src/store/open-store.ts';
import { openNote, parseVerifierKey } from '../../src/transparency/note.ts';

/** A real installation from its first command on, as processes. */

const folder = mkdtempSync(join(tmpdir(), 'proviso-real-'));
after(() => rmSync(folder, { recursive: true, force: true }));

type Ended = Readonly<{ code: number | null; out: string; errors: string }>;

/** Runs a command to its end; `until` a line that matches, then it is asked to stop. */
function proviso(words: readonly string[], environment: Record<string, string>, until?: RegExp): Promise<Ended> {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], PORT: '0', PROVISO_DATA: join(folder, 'data'), ...environment },
  });
  const ended = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ended.out += chunk.toString();
    if (until?.test(ended.out) === true) child.kill('SIGTERM');
  });
  child.stderr.on('data', (chunk: Buffer) => (ended.errors += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, ...ended })));
}

const settings = {
  PROVISO_ORIGIN: 'https://desk.xb.example',
  PROVISO_LOG_KEY: join(folder, 'log.key'),
  PROVISO_WITNESS_POLICY: join(folder, 'log.policy'),
};
const registrar = ['first-registrar', '--authority', 'xb-court', '--authority-name', 'Court of Bellmark', '--state', 'XB', '--person', 'rita-first', '--name', 'Rita First']; // prettier-ignore

before(async () => {
  const made = await proviso(['key', settings.PROVISO_LOG_KEY, '--for', 'log.xb.example/2026'], {});
  assert.equal(made.code, 0, made.errors);
  const vkey = /public half is (\S+)/.exec(made.errors)?.[1] ?? '';
  assert.equal(statSync(settings.PROVISO_LOG_KEY).mode & 0o777, 0o600);
  assert.ok(openNote(new TextEncoder().encode(made.out), [parseVerifierKey(vkey)]).text.includes(`key ${vkey}`));
  writeFileSync(settings.PROVISO_WITNESS_POLICY, `log ${vkey}\nquorum none\n`);
});

test('a start outside a sandbox names everything that is missing, and a setting that cannot be meant', async () => {
  const bare = await proviso(['start'], {});
  assert.equal(bare.code, 2);
  for (const name of Object.keys(settings)) assert.ok(bare.errors.includes(name), name);
  for (const bad of [
    { PROVISO_ORIGIN: 'http://desk.xb.example' },
    { PROVISO_ORIGIN: 'https://desk.xb.example/x' },
    { PROVISO_RP_ID: 'evil.example' },
    { PROVISO_SANDBOX: '0' },
    { PROVISO_LOG_KEY: settings.PROVISO_WITNESS_POLICY },
  ])
    // prettier-ignore
    assert.equal((await proviso(['start'], { ...settings, ...bad })).code, 2, JSON.stringify(bad));
});

test('it begins with a registrar, who is registered once, and whose code is not kept', async () => {
  const early = await proviso(['start'], settings);
  assert.equal(early.code, 2);
  assert.match(early.errors, /first-registrar/);
  const first = await proviso(registrar, settings);
  assert.equal(first.code, 0, first.errors);
  assert.match(first.out, /Code, shown this once: (?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}\n/);
  assert.equal((await proviso(registrar, settings)).code, 2, 'twice');
  const served = await proviso(['start'], settings, /for https:\/\/desk\.xb\.example/);
  assert.equal(served.code, 0, served.errors);
  assert.ok(!served.out.includes('sandbox'));
});

test('its data are never served as a sandbox, nor a sandbox’s as its', async () => {
  const asSandbox = await proviso(['start'], { PROVISO_SANDBOX: '1' });
  assert.equal(asSandbox.code, 1);
  assert.match(asSandbox.errors, /real installation: it is never served as a sandbox/);
  const data = join(folder, 'sandbox');
  const sandbox = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
  await sandbox.close();
  const asReal = await proviso(registrar, { ...settings, PROVISO_DATA: data });
  assert.equal(asReal.code, 1);
  assert.match(asReal.errors, /data of a sandbox/);
});
