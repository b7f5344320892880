import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openCheckpoint, signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { encodeLeaf } from '../../src/transparency/leaf.ts';
import { LogError } from '../../src/transparency/log-error.ts';
import { verifyLogDirectory, verifyStoredHashes } from '../../src/transparency/log-directory.ts';
import { verifyLogTree } from '../../src/transparency/log-tree.ts';
import { leafHash } from '../../src/transparency/merkle.ts';
import { generateKey } from '../../src/transparency/note.ts';
import type { OpenLeaf } from '../../src/transparency/leaf.ts';
import { directoryOf, flipped, logOf, logSigner, numbered } from './memory-log.ts';

/** Leaves of three authorities in turn, each chained to the one before of its own authority. */
function leavesOf(count: number): Uint8Array[] {
  const previous = new Map<string, string>();
  return Array.from({ length: count }, (_, n) => {
    const authority = `xb-provider-${(n % 3) + 1}`;
    const before = previous.get(authority);
    const common = {
      format: 'proviso-leaf/1',
      authority,
      month: '2026-03',
      commitment: leafHash(Uint8Array.of(n % 256, n >> 8)).toHex(),
    } as const;
    const kind: Pick<OpenLeaf, 'kind' | 'case' | 'counterpart'> =
      n % 2 === 0 ? { kind: 'register' } : { kind: 'production', case: 'ab'.repeat(32), counterpart: 'XA' };
    const leaf = encodeLeaf({ ...common, ...kind, ...(before === undefined ? {} : { previous: before }) });
    previous.set(authority, leafHash(leaf).toHex());
    return leaf;
  });
}

const small = leavesOf(9);
const files = await directoryOf(await logOf(small));
const reading =
  (from: ReadonlyMap<string, Uint8Array>) =>
  (path: string): Uint8Array | undefined =>
    from.get(path);

suite('a published log', () => {
  test('it verifies, and says how many leaves of each kind it holds', async () => {
    const { origin, size, kinds } = await verifyLogDirectory(reading(files), logSigner.verifier);
    assert.deepEqual(
      { origin, size, kinds },
      { origin: 'log.example/test', size: 9, kinds: { register: 5, production: 4 } },
    );
    assert.deepEqual([...files.keys()], ['log.vkey', 'tile/entries/000.p/9', 'tile/0/000.p/9', 'checkpoint']);
  });

  test('it verifies at sizes around every edge of its tiles', async () => {
    for (const size of [0, 1, 255, 256, 257, 511, 512, 513]) {
      const published = await directoryOf(await logOf(leavesOf(size)));
      assert.equal((await verifyLogDirectory(reading(published))).size, size);
    }
  });

  test('past 65,536 leaves a tile of a third level is published and checked', async () => {
    const large = await directoryOf(await logOf(numbered(65_536 + 257)));
    const head = openCheckpoint(large.get('checkpoint') ?? assert.fail(), logSigner.verifier);
    assert.equal(large.get('tile/2/000.p/1')?.length, 32);
    await verifyLogTree(head, reading(large), () => undefined);
    for (const path of ['tile/2/000.p/1', 'tile/1/000', 'tile/1/001.p/1', 'tile/0/256', 'tile/0/257.p/1']) {
      const altered = new Map(large).set(path, flipped(large.get(path) ?? assert.fail(path), 100));
      const verified = verifyLogTree(head, reading(altered), () => undefined);
      await assert.rejects(verified, { code: 'tile-mismatch', file: path });
    }
  });

  test('one flipped bit in any file is found, and the file named', async () => {
    for (const [path, bytes] of files) {
      for (let bit = 0; bit < bytes.length * 8; bit += path.startsWith('tile/entries') ? 7 : 1) {
        const altered = reading(new Map(files).set(path, flipped(bytes, bit)));
        const named =
          path === 'log.vkey'
            ? ['log.vkey', 'checkpoint']
            : path.startsWith('tile/entries')
              ? [path, 'tile/0/000.p/9']
              : [path];
        await assert.rejects(
          verifyLogDirectory(altered),
          (error) => error instanceof LogError && named.includes(error.file ?? ''),
          `${path} bit ${bit}`,
        );
      }
    }
  });

  test('a missing file is named', async () => {
    for (const path of files.keys()) {
      const without = new Map(files);
      without.delete(path);
      await assert.rejects(verifyLogDirectory(reading(without)), { code: 'file-missing', file: path });
    }
  });

  test('a root that the log signed over other entries is found, though every tile fits', async () => {
    const signed = signCheckpoint({ origin: logSigner.verifier.name, size: 9, root: new Uint8Array(32) }, logSigner);
    const altered = reading(new Map(files).set('checkpoint', signed));
    await assert.rejects(verifyLogDirectory(altered), { code: 'root-mismatch', file: 'checkpoint' });
  });

  test('the key stands on one line, with nothing more and nothing less', async () => {
    const line = files.get('log.vkey') ?? assert.fail();
    for (const key of [line.subarray(0, -1), Uint8Array.of(...line, 10)]) {
      const altered = reading(new Map(files).set('log.vkey', key));
      await assert.rejects(verifyLogDirectory(altered), { code: 'key-malformed', file: 'log.vkey' });
    }
  });

  test("another log's key is not this log's, though the directory agrees with itself", async () => {
    const expected = generateKey('log.example/test', new Uint8Array(32).fill(8)).verifier;
    await assert.rejects(verifyLogDirectory(reading(files), expected), { code: 'key-mismatch', file: 'log.vkey' });
  });

  test('a leaf left out, doubled or out of its order breaks the chain of its authority, though the log signs it', async () => {
    const [first, second, third, fourth, ...rest] = small;
    assert.ok(first && second && third && fourth);
    const wrong = [
      [second, third, fourth, ...rest],
      [first, second, third, ...rest],
      [first, second, third, fourth, fourth, ...rest],
      [fourth, second, third, first, ...rest],
    ];
    for (const entries of wrong) {
      const published = await directoryOf(await logOf(entries));
      await assert.rejects(verifyLogDirectory(reading(published)), { code: 'leaf-chain' });
    }
  });

  test('a signed entry that is no leaf is refused with its index', async () => {
    const published = await directoryOf(await logOf([...small, new TextEncoder().encode('a name')]));
    await assert.rejects(verifyLogDirectory(reading(published)), { code: 'leaf-malformed', message: /leaf 9/ });
  });
});

suite('stored hashes', () => {
  test('they rebuild from the entries, and one that differs is named by its position', async () => {
    const log = await logOf(leavesOf(600));
    const readEntries = (from: number, until: number): Uint8Array[] => log.entries.slice(from, until);
    await verifyStoredHashes(600, readEntries, log.readHashes);
    for (const position of [0, 2, 510, 511, 900, log.stored.length - 1]) {
      const readHashes = (positions: readonly number[]): Uint8Array[] =>
        positions.map((each) =>
          each === position ? flipped(log.stored[each] ?? assert.fail(), 1) : (log.stored[each] ?? assert.fail()),
        );
      await assert.rejects(verifyStoredHashes(600, readEntries, readHashes), {
        code: 'stored-hash-mismatch',
        message: new RegExp(`stored hash ${position} `),
      });
    }
  });
});
