import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import S3rver from 's3rver';
import { sha256Hex } from '../../src/canonical.ts';
import { readWhole, streamOf, type ByteSource } from '../../src/evidence/byte-source.ts';
import { limits } from '../../src/limits.ts';
import { openBlobs, type Blobs } from '../../src/store/blobs.ts';
import { objectBucket } from '../../src/store/bucket.ts';
import { objectDirectory, type Objects } from '../../src/store/objects.ts';
import { openUploads, type Uploads } from '../../src/store/uploads.ts';
import { leaf, mandate, opening } from './entries.ts';
import { testStore } from './open-test-store.ts';

/** Evidence as it is kept: the same laws for a folder and for a bucket of a real S3 server. */

const folder = mkdtempSync(join(tmpdir(), 'proviso-evidence-'));
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3'), configureBuckets: [{ name: 'evidence', configs: [] }] }); // prettier-ignore
const store = testStore(async ({ writer }) => writer.registerMandate(mandate, leaf()));
let endpoint = '';
const at = '2026-03-01T09:00:00.000Z';

before(async () => {
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.run((error, address) => (error ? reject(error) : resolve(address)));
  });
  endpoint = `http://127.0.0.1:${port}/evidence`;
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function openCase(): Promise<string> {
  const caseId = randomUUID();
  assert.equal((await store().writer.append(opening(caseId))).kind, 'appended');
  return caseId;
}
const bucket = (accessKeyId = 'S3RVER'): Objects =>
  objectBucket({ url: endpoint, region: 'us-east-1', accessKeyId, secretAccessKey: 'S3RVER' });
const places: readonly (readonly [string, () => Objects])[] = [
  ['a folder', () => objectDirectory(join(folder, 'objects'))],
  ['a bucket', () => bucket()],
];

async function* piecesOf(bytes: Uint8Array, most: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += most) {
    await Promise.resolve();
    yield bytes.subarray(from, from + most);
  }
}
const whole = (source: ByteSource | undefined): Promise<Uint8Array> =>
  readWhole(source ?? assert.fail('not kept'), 1e9);

for (const [place, objects] of places)
  suite(`kept in ${place}`, () => {
    let blobs: Blobs;
    let uploads: Uploads;
    let caseId = '';
    const secret = randomBytes(32);
    before(async () => {
      blobs = openBlobs(store().database, objects(), secret, randomBytes);
      uploads = openUploads(store().database, blobs);
      caseId = await openCase();
    });
    const begin = async (announced: number): Promise<string> => {
      const id = randomUUID();
      await uploads.begin({ id, caseId, mandate: mandate.id, name: 'x', announced, beganAt: at });
      return id;
    };

    test('what is kept is given back, whole and at any place, and its hash is that of its bytes', async () => {
      const bytes = randomBytes(limits.partBytes + 70_000);
      const kept = await blobs.put(caseId, piecesOf(bytes, 1_000_003));
      assert.deepEqual(kept, { sha256: sha256Hex(bytes), size: bytes.length });
      const source = await blobs.open(caseId, kept.sha256);
      assert.ok(Buffer.from(await whole(source)).equals(bytes));
      for (const [from, length] of [
        [0, 1],
        [65_535, 2],
        [limits.partBytes - 1, 3],
        [bytes.length - 1, 9],
        [bytes.length, 5],
      ] as const)
        // prettier-ignore
        assert.deepEqual(Buffer.from((await source?.read(from, length)) ?? []), bytes.subarray(from, from + length));
    });

    test('nothing of the content is seen by who holds the place', async () => {
      const text = 'a sentence that nobody else may read';
      const before = new Set((await Array.fromAsync(blobs.objects.list())).map(({ name }) => name));
      await blobs.put(caseId, piecesOf(Buffer.from(text.repeat(100)), 64));
      const added = (await Array.fromAsync(blobs.objects.list())).filter(({ name }) => !before.has(name));
      assert.equal(added.length, 1);
      for (const { name } of added) {
        assert.ok(!name.includes(sha256Hex(text.repeat(100)).slice(0, 8)));
        const bytes = Buffer.from(await blobs.objects.get(name, 0, 1e6));
        assert.ok(bytes.length > 3_600 && !bytes.includes(text.slice(0, 8)));
      }
    });

    test('a part that was changed, cut, or put in the place of another is not read', async () => {
      const bytes = randomBytes(200_000);
      const { sha256 } = await blobs.put(caseId, piecesOf(bytes, 50_000));
      const [row] = await store().database<{ parts: { object: string }[] }[]>`select parts from evidence_file where sha256 = ${sha256}`; // prettier-ignore
      const object = row?.parts[0]?.object ?? assert.fail();
      const honest = Buffer.from(await blobs.objects.get(object, 0, 1e6));
      const other = await blobs.put(caseId, piecesOf(randomBytes(200_000), 50_000));
      const [stranger] = await store().database<{ parts: { object: string }[] }[]>`select parts from evidence_file where sha256 = ${other.sha256}`; // prettier-ignore
      const foreign = Buffer.from(await blobs.objects.get(stranger?.parts[0]?.object ?? '', 0, 1e6));
      const flipped = Buffer.from(honest);
      flipped[100_000] = (flipped[100_000] ?? 0) ^ 1;
      for (const lie of [flipped, honest.subarray(0, -1), honest.subarray(0, 131_104), foreign]) {
        await blobs.objects.put(object, lie);
        await assert.rejects(async () => whole(await blobs.open(caseId, sha256)), { name: 'AgeError', code: 'payload-failure' }); // prettier-ignore
      }
    });

    test('an upload cut at any byte goes on from there, and another process finishes it', async () => {
      const bytes = randomBytes(300_000);
      for (const cut of [0, 1, 65_536, 299_999]) {
        const id = await begin(bytes.length);
        // eslint-disable-next-line @typescript-eslint/require-await -- a source that breaks off
        const broken = async function* (): AsyncGenerator<Uint8Array> {
          yield bytes.subarray(0, cut);
          throw new Error('the line is cut');
        };
        await assert.rejects(uploads.append(id, 0, broken()), /the line is cut/);
        assert.equal((await uploads.find(id))?.received, cut);
        const later = openUploads(store().database, blobs);
        assert.equal(await later.append(id, cut, piecesOf(bytes.subarray(cut), 7_000)), bytes.length);
        const done = (await later.find(id)) ?? assert.fail();
        assert.equal(done.sha256, sha256Hex(bytes));
        assert.deepEqual(await later.adopt(done), { sha256: sha256Hex(bytes), size: bytes.length });
        assert.ok(Buffer.from(await whole(await blobs.open(caseId, sha256Hex(bytes)))).equals(bytes));
      }
    });

    test('an upload that stands elsewhere, is whole, unknown, or brings too much takes nothing', async () => {
      const id = await begin(1_000);
      await assert.rejects(uploads.append(id, 1, piecesOf(randomBytes(10), 10)), { code: 'moved' });
      await assert.rejects(uploads.append(id, 0, piecesOf(randomBytes(1_001), 100)), { code: 'too-much' });
      const { received = 0 } = (await uploads.find(id)) ?? {};
      assert.ok(received <= 1_000);
      assert.equal(await uploads.append(id, received, piecesOf(randomBytes(1_000 - received), 100)), 1_000);
      await assert.rejects(uploads.append(id, 1_000, piecesOf(randomBytes(1), 1)), { code: 'moved' });
      await assert.rejects(uploads.append(randomUUID(), 0, piecesOf(randomBytes(1), 1)), { code: 'unknown' });
      const half = (await uploads.find(await begin(5))) ?? assert.fail();
      assert.equal(await uploads.adopt(half), undefined);
    });

    test('two who go on with one upload at once: one of them is told, and no byte is doubled', async () => {
      const bytes = randomBytes(100_000);
      const id = await begin(bytes.length);
      const tries = await Promise.allSettled([1, 2].map(() => uploads.append(id, 0, piecesOf(bytes, 9_000))));
      assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.equal((await uploads.find(id))?.sha256, sha256Hex(bytes));
    });

    test('with its key destroyed the evidence cannot be opened, by nobody and from no copy', async () => {
      const gone = await openCase();
      const { sha256 } = await blobs.put(gone, piecesOf(randomBytes(1_000), 100));
      const held = await blobs.open(gone, sha256);
      assert.ok(held);
      await store().database`delete from case_secret where case_id = ${gone} and name = 'storage'`;
      assert.equal(await blobs.open(gone, sha256), undefined);
      // Even who writes a key anew, or holds the installation's secret, opens nothing.
      await blobs.key(gone, 'make');
      await assert.rejects(async () => whole(await blobs.open(gone, sha256)), { code: 'payload-failure' });
    });

    test('what nothing names is swept away, what is named or young stays', async () => {
      const kept = await blobs.put(caseId, piecesOf(Buffer.from(`kept ${place}`), 4));
      const id = await begin(20);
      await uploads.append(id, 0, piecesOf(Buffer.from('half of it'), 4));
      const orphan = randomUUID();
      await blobs.objects.put(orphan, Buffer.from('nobody'));
      assert.equal(await blobs.sweep(Date.parse('2020-01-01T00:00:00Z')), 0);
      assert.ok((await blobs.sweep(Date.now() + 3_600_000)) >= 1);
      const names = (await Array.fromAsync(blobs.objects.list())).map(({ name }) => name);
      assert.ok(!names.includes(orphan));
      assert.equal(Buffer.from(await whole(await blobs.open(caseId, kept.sha256))).toString(), `kept ${place}`);
      assert.equal(await uploads.append(id, 10, piecesOf(Buffer.from('and the re'), 4)), 20);
    });
  });

test('a bucket that refuses the key, is not there, or has lost an object is an error, never empty evidence', async () => {
  await assert.rejects(bucket('STRANGER').put(randomUUID(), Buffer.from('x')), /answers PUT .* with 403/);
  await assert.rejects(bucket().get(randomUUID(), 0, 10), /answers GET .* with 404/);
});

test('what a kill left half written in a folder is swept', async () => {
  const directory = join(folder, 'halves');
  const objects = objectDirectory(directory);
  const name = randomUUID();
  await objects.put(name, Buffer.from('whole'));
  const half = join(directory, name.slice(0, 2), `${name}.${randomUUID()}.new`);
  writeFileSync(half, 'hal');
  const blobs = openBlobs(store().database, objects, randomBytes(32), randomBytes);
  assert.equal(await blobs.sweep(Date.now() + 3_600_000), 2);
  assert.deepEqual(readdirSync(join(directory, name.slice(0, 2))), []);
});

test('nobody else on the machine can read the folder', async () => {
  const directory = join(folder, 'modes');
  const name = randomUUID();
  await objectDirectory(directory).put(name, Buffer.from('x'));
  const path = join(directory, name.slice(0, 2), name);
  assert.equal(statSync(path).mode & 0o077, 0);
  assert.equal(statSync(join(directory, name.slice(0, 2))).mode & 0o077, 0);
  assert.equal(readFileSync(path, 'utf8'), 'x');
});

test('a stream of a kept file is the file', async () => {
  const caseId = await openCase();
  const bytes = randomBytes(3_000_000);
  const { sha256 } = await store().blobs.put(caseId, piecesOf(bytes, 100_000));
  const source = (await store().blobs.open(caseId, sha256)) ?? assert.fail();
  assert.ok(Buffer.concat(await Array.fromAsync(streamOf(source))).equals(bytes));
});
