import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { encodeAddCheckpoint } from '../../src/transparency/add-checkpoint.ts';
import { signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { generateKey } from '../../src/transparency/note.ts';
import { openWitness } from '../../src/witness/witness.ts';

import { closing, emptyStore, fresh, grow, open, signer, witnesses } from './memory-log.ts';
/** What a restored backup and a rewritten history meet: the guard and the witnesses. */

suite('a restored backup', () => {
  for (const signed of ['checkpoint', 'promise'] as const) {
    test(`that is behind the last ${signed} closes the log, says why, and signs nothing`, async () => {
      const [store, data] = [emptyStore(), fresh()];
      const { all } = await witnesses(fresh());
      const { log } = await open(store, data, all);
      await grow(store, 4);
      const backup = structuredClone(store);
      await grow(store, 2);
      if (signed === 'checkpoint') await log.prove([5]);
      else await log.promise(5, '2026-03-01T00:00:00.000Z');
      const { log: restored, guard } = await open(backup, data, all);
      await grow(backup, 1);
      await assert.rejects(restored.prove([4]), { code: 'log-closed' });
      await assert.rejects(restored.promise(4, '2026-03-01T00:00:00.000Z'), { code: 'log-closed' });
      assert.match(guard.closed() ?? '', /restored from an older state/);
    });
  }

  test('that has caught up with other leaves is found by its root', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(fresh());
    const { log } = await open(store, data, all);
    await grow(store, 4);
    const backup = structuredClone(store);
    await grow(store, 2);
    await log.prove([5]);
    await grow(backup, 9);
    rmSync(join(data, 'log'), { recursive: true });
    const { log: restored } = await open(backup, data, all);
    await assert.rejects(restored.prove([12]), { code: 'log-closed', message: /another root/ });
  });

  test('restored together with its guard, it is found by what the witnesses hold', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(fresh());
    const { log } = await open(store, data, all);
    await grow(store, 4);
    await log.prove([3]);
    const backup = structuredClone(store);
    const kept = fresh();
    cpSync(data, kept, { recursive: true });
    await grow(store, 9);
    await log.prove([12]);
    const { log: restored } = await open(backup, kept, all);
    await grow(backup, 1);
    await assert.rejects(restored.prove([4]), { code: 'log-closed', message: /larger tree/ });
    assert.match(restored.state().closed ?? '', /larger tree/);
  });

  test('a guard that is missing after something was published closes the log', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(fresh());
    await grow(store, 2);
    await (await open(store, data, all)).log.prove([1]);
    rmSync(join(data, 'guard.json'));
    const { log } = await open(store, data, all);
    await grow(store, 1);
    await assert.rejects(log.prove([2]), { code: 'log-closed', message: /missing/ });
  });

  test('one witness that claims a larger tree does not close a log that four others know', async () => {
    const [store, data] = [emptyStore(), fresh()];
    const { all } = await witnesses(fresh());
    const liar = { ...(all[0] ?? assert.fail()), addCheckpoint: () => Promise.resolve({ status: 409, type: 'text/x.tlog.size', body: '99\n' }) }; // prettier-ignore
    const { log } = await open(store, data, [liar, ...all.slice(1)]);
    await grow(store, 2);
    assert.equal((await log.prove([1])).length, 1);
  });
});

suite('a rewritten history', () => {
  test("signed again with the log's own key, it is refused by every witness, and each keeps the evidence", async () => {
    const [store, data, kept] = [emptyStore(), fresh(), fresh()];
    const { all } = await witnesses(kept);
    const { log } = await open(store, data, all);
    await grow(store, 4);
    await log.prove([3]);
    const rewritten = emptyStore();
    await grow(rewritten, 6);
    const other = fresh();
    const { log: forged } = await open(rewritten, other, all);
    await assert.rejects(forged.prove([5]), { code: 'quorum-missing', message: /422/ });
    for (let n = 0; n < 5; n += 1) {
      const [file = ''] = readdirSync(join(kept, `w${n}/forks`));
      assert.match(
        readFileSync(join(kept, `w${n}/forks`, file), 'utf8'),
        /^old 4\n[^]*\n\nlog\.example\/published\n6\n/,
      );
    }
  });

  test('a witness that starts again remembers what it signed, and two processes do not share its folder', async () => {
    const folder = fresh();
    const setting = { folder, signer: generateKey('w.example', new Uint8Array(32).fill(5), 0x04), logs: [signer.verifier], seconds: () => 1 }; // prettier-ignore
    const store = emptyStore();
    await grow(store, 4);
    const checkpoint = signCheckpoint({ origin: signer.verifier.name, size: 4, root: store.root }, signer);
    const first = await openWitness(setting);
    assert.equal((await first.addCheckpoint(encodeAddCheckpoint({ oldSize: 0, proof: [], checkpoint }))).status, 200);
    await assert.rejects(openWitness(setting), /another process/);
    await first.close();
    const again = await openWitness(setting);
    closing.push(again.close);
    assert.ok(await again.latest(signer.verifier.name));
    const { status, body } = await again.addCheckpoint(encodeAddCheckpoint({ oldSize: 0, proof: [], checkpoint }));
    assert.deepEqual({ status, body }, { status: 409, body: '4\n' });
  });
});
