import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { AddressInfo } from 'node:net';
import S3rver from 's3rver';
import { publishedBucket } from '../../src/store/published-bucket.ts';
import { publishedFolder, type PublishedFiles } from '../../src/store/published-files.ts';
import { leafHash } from '../../src/transparency/merkle.ts';
import { openPromise } from '../../src/transparency/promise.ts';
import { verifyWitnessedProof } from '../../src/transparency/proof.ts';
import { readBracket } from '../../src/transparency/time-bracket.ts';
import { openWitnessed } from '../../src/transparency/witness-policy.ts';

import { emptyStore, fresh, grow, open, signer, verified, witnesses } from './memory-log.ts';
/** The published log: the same laws for a folder and for a bucket of a real S3 server. */

const pathsOf = async (files: PublishedFiles): Promise<string[]> => (await Array.fromAsync(files.tiles())).map(({ path }) => path); // prettier-ignore
const day = 24 * 3_600_000;

const buckets = ['steps', 'partials', 'times', 'away', 'failing', 'again'];
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: fresh(), configureBuckets: buckets.map((name) => ({ name, configs: [] })) }); // prettier-ignore
let endpoint = '';
before(async () => {
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.run((error, address) => (error ? reject(error) : resolve(address)));
  });
  endpoint = `http://127.0.0.1:${port}`;
});
after(() => server.close());
const bucket = (name: string, accessKeyId = 'S3RVER'): PublishedFiles =>
  publishedBucket({ url: `${endpoint}/${name}`, region: 'us-east-1', accessKeyId, secretAccessKey: 'S3RVER' });
const places: readonly (readonly [string, (name: string) => PublishedFiles])[] = [
  ['a folder', () => publishedFolder(join(fresh(), 'log'))],
  ['a bucket', bucket],
];

for (const [place, made] of places)
  suite(`a log published in ${place}`, () => {
    const start = async (name: string) => {
      const [store, data, files] = [emptyStore(), fresh(), made(name)];
      const { all, absent } = await witnesses(data);
      return { store, data, all, absent, ...(await open(store, data, all, files)) };
    };

    test('every published step verifies as a directory, its proofs hold under the policy, and it rebuilds byte for byte', async () => {
      const { store, log, files } = await start('steps');
      for (const count of [1, 3, 252, 1, 300]) {
        await grow(store, count);
        const [proven] = await log.prove([store.bytes.length - 1]);
        assert.ok(proven);
        assert.equal(verifyWitnessedProof(proven.proof, proven.leaf.bytes, log.policy).checkpoint.cosigned.length, 5);
        assert.equal((await verified(files)).size, store.bytes.length);
        assert.deepEqual(await log.rebuild(false), []);
      }
      assert.equal((await log.file('tile/0/000'))?.length, 8192);
      assert.equal(await log.file('tile/0/009'), undefined);
      await files.write([{ path: 'tile/0/000', bytes: new Uint8Array(8192) }]);
      await files.remove('tile/entries/000');
      assert.deepEqual((await log.rebuild(false)).sort(), ['tile/0/000', 'tile/entries/000']);
      assert.deepEqual((await log.rebuild(true)).sort(), ['tile/0/000', 'tile/entries/000']);
      assert.deepEqual(await log.rebuild(false), []);
    });

    test('every leaf was recorded between the checkpoint before it and the one that first held it', async () => {
      const { store, log } = await start('times');
      const held: number[] = [];
      for (const count of [2, 5, 1]) {
        await grow(store, count);
        await log.tend();
        held.push(...Array.from({ length: count }, () => store.bytes.length));
      }
      for (const [index, size] of held.entries()) {
        const { file, bracket } = (await log.time(index)) ?? assert.fail();
        assert.equal(bracket.checkpoint.size, size, `leaf ${index}`);
        const { earlier } = readBracket(file);
        const before = held[held.indexOf(size) - 1];
        assert.equal(earlier && openWitnessed(earlier.checkpoint, log.policy).size, before, `leaf ${index}`);
        assert.deepEqual([bracket.notBefore, bracket.notAfter], [before && 1_771_000_000, 1_771_000_004]);
      }
      assert.equal(await log.time(held.length), undefined);
    });

    test('old partial tiles go when the full tile has been there for a day, and not before', async () => {
      const { store, log, files } = await start('partials');
      for (const count of [200, 55, 10]) {
        await grow(store, count);
        await log.tend();
      }
      const partial = (level: string): string[] => ['000', '000.p/200', '000.p/255', '001.p/9'].map((name) => `tile/${level}/${name}`); // prettier-ignore
      const all = [...partial('0'), 'tile/1/000.p/1', ...partial('entries')];
      assert.deepEqual(await pathsOf(files), all);
      assert.equal(await log.collect(Date.now()), 0);
      assert.equal(await log.collect(Date.now() + day + 60_000), 4);
      assert.deepEqual(await pathsOf(files), all.filter((path) => !path.includes('000.p/2'))); // prettier-ignore
      assert.equal((await verified(files)).size, 265);
    });

    test('with one witness away proofs continue; with two nothing is published, a promise is given, and afterwards it is kept', async () => {
      const { store, log, files, absent } = await start('away');
      await grow(store, 3);
      absent.add(0);
      await log.prove([2]);
      absent.add(1);
      await grow(store, 2);
      const before = await files.read('checkpoint');
      await assert.rejects(log.prove([4]), { code: 'quorum-missing', message: /away/ });
      assert.deepEqual(await files.read('checkpoint'), before);
      assert.match(log.state().alarm ?? '', /3 of 5/);
      assert.equal((await log.checkpoint()).size, 3);
      const promise = openPromise((await log.promise(4, '2026-03-01T00:00:00.000Z')) ?? assert.fail(), signer.verifier);
      absent.clear();
      const [proven] = await log.prove([4]);
      assert.equal(leafHash(proven?.leaf.bytes ?? assert.fail()).toHex(), promise.leafHash);
      assert.equal(log.state().alarm, undefined);
    });

    test('whichever write fails, the checkpoint that is shown has everything under it, and it goes on afterwards', async () => {
      const [store, data, files] = [emptyStore(), fresh(), made('failing')];
      const { all } = await witnesses(data);
      let left = Infinity;
      // A call that fails has written a part of what it was given.
      const write: PublishedFiles['write'] = async (of) => {
        await files.write(of.slice(0, left));
        left -= of.length;
        if (left < 0) throw new Error('no more room');
      };
      const { log } = await open(store, data, all, { ...files, write });
      await grow(store, 250);
      await log.tend();
      for (let room = 0; room < 5; room += 1) {
        const { size } = await verified(files);
        await grow(store, 3);
        left = room;
        await assert.rejects(log.tend(), /no more room/);
        assert.match(log.state().alarm ?? '', /no more room/);
        assert.equal((await verified(files)).size, size);
        left = Infinity;
        await log.tend();
        assert.equal((await verified(files)).size, store.bytes.length);
      }
    });

    test('a start reads what is published: the same leaves go on, others close the log', async () => {
      const { store, data, files, log, all } = await start('again');
      await grow(store, 4);
      await log.tend();
      const again = await open(store, data, all, files);
      assert.equal((await again.log.checkpoint()).size, 4);
      assert.equal(again.log.state().closed, undefined);
      const other = emptyStore();
      await grow(other, 5);
      const { guard } = await open(other, data, all, files);
      assert.match(guard.closed() ?? '', /does not hold the leaves that are published/);
    });
  });

test('a bucket that refuses the key shows nothing and says why', async () => {
  const [store, data] = [emptyStore(), fresh()];
  const { all } = await witnesses(data);
  await grow(store, 1);
  const stranger: PublishedFiles = { ...bucket('steps', 'STRANGER'), read: () => Promise.resolve(undefined) };
  const { log } = await open(store, data, all, stranger);
  await assert.rejects(log.tend(), /answers PUT .* with 403/);
  assert.match(log.state().alarm ?? '', /403/);
});
