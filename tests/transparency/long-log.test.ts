import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { openSegmentPool } from '../../src/cli/log-verify-pool.ts';
import { sourceOf } from '../../src/monitor/source.ts';
import { verifyLogDirectory, type VerifiedLog } from '../../src/transparency/log-directory.ts';
import { logSigner } from './memory-log.ts';
import { writeLongLog } from './write-long-log.ts';

suite('a log of several segments', () => {
  const size = 3 * 65_536 + 300;
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'proviso-long-'));
    writeLongLog(folder, size, logSigner);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const alone = (): Promise<VerifiedLog> => verifyLogDirectory(sourceOf(folder), logSigner.verifier);
  const together = async (progress?: (done: number) => void): Promise<VerifiedLog> => {
    const pool = openSegmentPool(folder);
    try {
      return await verifyLogDirectory(sourceOf(folder), logSigner.verifier, progress, pool);
    } finally {
      await pool.close();
    }
  };

  test('is the same log to one thread and to many, and progress ends at its size', async () => {
    const done: number[] = [];
    const found = await together((so) => done.push(so));
    assert.deepEqual(found, await alone());
    assert.deepEqual([found.size, found.kinds], [size, { request: size }]);
    assert.deepEqual(done, [65_536, 131_072, 196_608, size]);
  });

  test('has the same first fault for many threads as for one, whatever else is wrong behind it', async () => {
    const damage = (path: string, at: number): (() => void) => {
      const file = join(folder, path);
      const bytes = readFileSync(file);
      writeFileSync(
        file,
        Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte)),
      );
      return () => writeFileSync(file, bytes);
    };
    const undo = [damage('tile/0/769.p/44', 3), damage('tile/1/002', 40)];
    for (const [path, at, code] of [
      ['tile/entries/300', 2, 'leaf-malformed'],
      ['tile/0/299', 77, 'tile-mismatch'],
      ['tile/1/000', 77, 'tile-mismatch'],
    ] as const) {
      undo.push(damage(path, at));
      for (const verify of [alone, together])
        await assert.rejects(verify(), (error: Error & { code?: string; file?: string }) => {
          assert.deepEqual([error.code, error.file], [code, path]);
          return true;
        });
    }
    for (const each of undo.toReversed()) each();
    assert.equal((await together()).size, size);
  });

  test('into which a whole segment of another log was put, every tile of it right, is found by its chains', async () => {
    const other = mkdtempSync(join(tmpdir(), 'proviso-long-'));
    try {
      writeLongLog(other, 2 * 65_536, logSigner, '2026-04');
      const paths = Array.from({ length: 256 }, (_, n) => [`tile/entries/${256 + n}`, `tile/0/${256 + n}`]).flat();
      for (const path of [...paths, 'tile/1/001']) cpSync(join(other, path), join(folder, path));
      for (const verify of [alone, together])
        await assert.rejects(verify(), { code: 'leaf-chain', message: /leaf 65536 / });
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});
