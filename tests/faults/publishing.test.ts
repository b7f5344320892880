import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readIfThere } from '../../src/durable-file.ts';
import { openCheckpoint } from '../../src/transparency/checkpoint.ts';
import { verifyLogDirectory } from '../../src/transparency/log-directory.ts';
import { treeHash } from '../../src/transparency/merkle.ts';
import { openWitnessed } from '../../src/transparency/witness-policy.ts';
import { open, signer, sizes, treeHashes } from './publishing.ts';

/** Faults at a chosen system call, put there from outside: strace counts the calls and injects. */

const absent = spawnSync('strace', ['-V']).status === 0 ? undefined : 'strace is not here (Debian: strace)';
const long = process.env['PROVISO_LONG'] === '1';
const last = sizes[3];

/** Runs the publishing process under strace. @returns what it said, until it ended or was ended */
function run(folder: string, inject: string): readonly string[] {
  // strace counts the calls of each thread: all that touches files is done by one.
  const child = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${inject.split(':')[0] ?? ''}`, '-e', `inject=${inject}`, process.execPath, '--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'publishing.ts'), folder], { encoding: 'utf8', timeout: 60_000, env: { ...process.env, UV_THREADPOOL_SIZE: '1' } }); // prettier-ignore
  return child.stdout.split('\n');
}

/** What must hold whatever happened: nobody was told or shown anything that the guard does not know and the store does not hold. */
async function assertNothingBroken(folder: string, said: readonly string[]): Promise<void> {
  let size: number = last;
  const opened = await open(folder, () => size);
  const { log, guard, policy, witnesses, close } = opened;
  try {
    assert.equal(guard.closed(), undefined);
    const vouched = await readIfThere(join(folder, 'guard.json'));
    const remembered = vouched === undefined ? { size: 0, promised: 0 } : (JSON.parse(new TextDecoder().decode(vouched)) as { size: number; promised: number }); // prettier-ignore
    const note = await readIfThere(join(folder, 'log/checkpoint'));
    const seen = await Promise.all(witnesses.map((witness) => witness.latest(signer.verifier.name)));
    for (const each of [note, ...seen].filter((one) => one !== undefined)) {
      const { size: signed, root } = openCheckpoint(each, signer.verifier);
      assert.ok(signed <= remembered.size, `${signed} was signed and the guard remembers ${remembered.size}`);
      assert.deepEqual(root, await treeHash(signed, treeHashes));
    }
    const read = (path: string): Promise<Uint8Array | undefined> => readIfThere(join(folder, 'log', path));
    if (note !== undefined) {
      openWitnessed(note, policy);
      await verifyLogDirectory(read, signer.verifier);
    }
    const promised = said.flatMap((line) => /^promised (\d+)$/.exec(line)?.slice(1).map(Number) ?? []);
    assert.ok(promised.every((index) => index < remembered.promised));
    // And it goes on, over the same folder: everything promised is proven, and what is published is whole.
    await log.prove([last - 1, ...promised]);
    assert.equal((await verifyLogDirectory(read, signer.verifier)).size, last);
    assert.deepEqual(await log.rebuild(false), []);
    size = last;
  } finally {
    await close();
  }
}

async function each(inject: readonly string[], ended: (said: readonly string[]) => boolean): Promise<number> {
  let met = 0;
  for (const one of inject) {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-faults-'));
    try {
      const said = run(folder, one);
      assert.ok(said.includes('ready') || ended(said), `it did not start under ${one}`);
      if (ended(said)) met += 1;
      await assertNothingBroken(folder, said);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return met;
}

const places = (count: number, until: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => 1 + Math.floor((n * until) / count));
const finished = (said: readonly string[]): boolean => said.includes(`proven ${last}`);

suite('publishing', { skip: absent }, () => {
  test('killed between any two of its steps: what was signed is known, what is published is whole, and it goes on', async () => {
    // 98 fsyncs, 49 renames and some 500 writes: all of the first two in the long test, 207 kills together.
    const kills = [
      ...places(long ? 98 : 10, 98).map((n) => `fsync:signal=KILL:when=${n}`),
      ...places(long ? 49 : 5, 49).map((n) => `rename:signal=KILL:when=${n}`),
      ...places(long ? 60 : 5, 100).map((n) => `write:signal=KILL:when=${n}`),
    ];
    const met = await each(kills, (said) => !finished(said));
    assert.ok(met >= kills.length * 0.8, `only ${met} were killed`);
  });

  test('on a disk that fails or is full nothing is signed that is not stored, no checkpoint is shown, and it goes on afterwards', async () => {
    const failing = places(long ? 40 : 3, 98).map((n) => `fsync:error=EIO:when=${n}`);
    const full = places(long ? 40 : 3, 60).map((n) => `pwrite64,write:error=ENOSPC:when=${n}+`);
    const met = await each([...failing, ...full], (said) => said.some((line) => /^failed .*(?:EIO|ENOSPC|away|quorum|signed)/.test(line)) || !finished(said)); // prettier-ignore
    assert.ok(met > 0, 'no fault was met');
  });

  test('the guard that cannot be written lets nothing be signed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-faults-'));
    try {
      const said = run(folder, 'fsync:error=EIO:when=1+');
      assert.ok(said.every((line) => !/^(?:promised|proven)/.test(line)));
      assert.equal(said.filter((line) => /^failed EIO/.test(line)).length, sizes.length);
      await assertNothingBroken(folder, said);
      assert.match(readFileSync(join(folder, 'guard.json'), 'utf8'), /"size":300/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
