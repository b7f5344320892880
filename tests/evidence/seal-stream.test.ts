import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sha256Hex } from '../../src/canonical.ts';
import { decryptBytes } from '../../src/evidence/age/decrypt.ts';
import { generateIdentity, recipientOf } from '../../src/evidence/age/identity.ts';
import { openedSource } from '../../src/evidence/age/opened-source.ts';
import { sealStream, type Measures } from '../../src/evidence/age/seal-stream.ts';
import { bytesSource } from '../../src/evidence/byte-source.ts';
import { limits } from '../../src/limits.ts';
import { contentOf } from './whole.ts';

/** Long files are sealed in a thread: the same file comes out, whatever its length. */

const identity = generateIdentity();
const batch = limits.sealBatchBytes;

async function* inPieces(bytes: Uint8Array, most: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += most) {
    await Promise.resolve();
    yield bytes.subarray(at, at + most);
  }
}

async function sealed(plain: Uint8Array, most = 70_001): Promise<{ bytes: Buffer; measures: Measures }> {
  const pieces: Buffer[] = [];
  const found: Measures[] = [];
  const stream = sealStream(inPieces(plain, most), [recipientOf(identity)], randomBytes, (each) => found.push(each));
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return { bytes: Buffer.concat(pieces), measures: found[0] ?? assert.fail('not measured') };
}

test('around the ends of chunks and batches the seal opens to the same bytes, and both sides are measured', async () => {
  for (const length of [0, 1, 65_536, batch - 1, batch, batch + 1, 2 * batch, 5 * batch + 65_536, 9 * batch + 17]) {
    const plain = randomBytes(length);
    const { bytes, measures } = await sealed(plain);
    assert.ok(
      (await decryptBytes(bytes, [identity])).every((byte, at) => byte === plain[at]),
      `${length} bytes`,
    );
    assert.deepEqual(measures, { plainSha256: sha256Hex(plain), plainBytes: length, sealedSha256: sha256Hex(bytes), sealedBytes: bytes.length }); // prettier-ignore
  }
});

test('a source that breaks off ends the seal with its error, and nothing is measured', async () => {
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield* inPieces(randomBytes(3 * batch), 100_000);
    throw new Error('the disk is gone');
  };
  const measured: unknown[] = [];
  const stream = sealStream(broken(), [recipientOf(identity)], randomBytes, (each) => measured.push(each));
  await assert.rejects(Array.fromAsync(stream), /the disk is gone/);
  assert.deepEqual(measured, []);
});

test('who stops taking a seal leaves no thread behind', async () => {
  const stream = sealStream(inPieces(randomBytes(8 * batch), 100_000), [recipientOf(identity)], randomBytes, () => assert.fail('measured')); // prettier-ignore
  await stream.next();
  await stream.next();
  await stream.return(undefined);
  const report = process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker');
  assert.deepEqual(report, []);
});

test('what is sealed can be read at any place without opening the rest, and a changed chunk only fails where it is read', async () => {
  const plain = randomBytes(2 * batch + 100);
  const { bytes } = await sealed(plain);
  const source = await openedSource(bytesSource(bytes), [identity]);
  assert.equal(source.size, plain.length);
  for (const [from, length] of [
    [0, 10],
    [65_530, 20],
    [batch - 5, 70_000],
    [plain.length - 3, 100],
    [plain.length, 1],
  ] as const)
    // prettier-ignore
    assert.deepEqual(Buffer.from(await source.read(from, length)), plain.subarray(from, from + length));
  const changed = Buffer.from(bytes);
  const place = bytes.length - 300_000;
  changed[place] = (changed[place] ?? 0) ^ 1;
  const half = await openedSource(bytesSource(changed), [identity]);
  assert.deepEqual(Buffer.from(await half.read(0, 100)), plain.subarray(0, 100));
  await assert.rejects(contentOf(half), { name: 'AgeError', code: 'payload-failure' });
});

test('a sealed file that was cut at a chunk, or had chunks taken out or moved, does not open at its end', async () => {
  const { bytes } = await sealed(randomBytes(400_000));
  const chunk = 65_552;
  for (const cut of [bytes.length - 1, bytes.length - chunk, bytes.length - 2 * chunk])
    await assert.rejects(openedSource(bytesSource(bytes.subarray(0, cut)), [identity]), { code: 'payload-failure' });
  const start = bytes.length - (400_000 + 7 * 16);
  const moved = Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + chunk, start + 2 * chunk), bytes.subarray(start, start + chunk), bytes.subarray(start + 2 * chunk)]); // prettier-ignore
  const source = await openedSource(bytesSource(moved), [identity]);
  await assert.rejects(contentOf(source), { code: 'payload-failure' });
});
