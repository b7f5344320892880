import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { consistencyProof, inclusionProof, treeHash } from '../../src/transparency/merkle.ts';
import { directoryOf, flipped, logOf, numbered, type MemoryLog } from './memory-log.ts';

/** Go's checksum database has the oldest tiled log there is: what we publish must be a log for its library too. */

const modules = '/usr/share/gocode';
const absent =
  spawnSync('go', ['version']).status !== 0
    ? 'Go is not here (Debian: golang-go)'
    : !existsSync(join(modules, 'src/golang.org/x/mod/sumdb/tlog'))
      ? 'golang.org/x/mod is not here (Debian: golang-golang-x-mod-dev)'
      : undefined;
const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');

async function proofsOf(log: MemoryLog): Promise<unknown> {
  const size = log.entries.length;
  const inclusion: Record<string, string[]> = {};
  for (let index = 0; index < size; index += 1)
    inclusion[index] = (await inclusionProof(index, size, log.readHashes)).map(base64);
  const consistency: Record<string, { root: string; hashes: string[] }> = {};
  for (let old = 1; old <= size; old += old < 20 ? 1 : 37)
    consistency[old] = {
      root: base64(await treeHash(old, log.readHashes)),
      hashes: (await consistencyProof(old, size, log.readHashes)).map(base64),
    };
  return { inclusion, consistency };
}

suite('golang.org/x/mod/sumdb', { skip: absent }, () => {
  test('verifies our checkpoint, every tile, every proof of inclusion and those of consistency, and finds a bit that was turned', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-go-'));
    try {
      const program = join(folder, 'check');
      const environment = { ...process.env, GO111MODULE: 'off', GOPATH: modules, GOFLAGS: '', GOCACHE: join(folder, 'cache') }; // prettier-ignore
      const built = spawnSync('go', ['build', '-o', program, join(import.meta.dirname, 'go-mod/main.go')], { env: environment, encoding: 'utf8' }); // prettier-ignore
      assert.equal(built.status, 0, built.stderr);
      const check = (files: ReadonlyMap<string, Uint8Array>, proofs: string): ReturnType<typeof spawnSync> => {
        const published = mkdtempSync(join(folder, 'log-'));
        for (const [path, bytes] of files) {
          mkdirSync(dirname(join(published, path)), { recursive: true });
          writeFileSync(join(published, path), bytes);
        }
        return spawnSync(program, [published, proofs], { encoding: 'utf8' });
      };
      for (const size of [1, 2, 255, 256, 257, 600]) {
        const log = await logOf(numbered(size));
        const proofs = join(folder, `${size}.json`);
        writeFileSync(proofs, JSON.stringify(await proofsOf(log)));
        const files = await directoryOf(log);
        const found = check(files, proofs);
        assert.equal(found.status, 0, String(found.stderr));
        assert.match(String(found.stdout), new RegExp(`^${size} leaves, ${size} proofs of inclusion, [1-9]\\d* of consistency`)); // prettier-ignore
        for (const path of files.keys()) {
          if (path === 'log.vkey' || size !== 257) continue;
          const broken = new Map(files).set(path, flipped(files.get(path) ?? assert.fail(), 30));
          assert.equal(check(broken, proofs).status, 1, `a bit of ${path} was turned`);
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
