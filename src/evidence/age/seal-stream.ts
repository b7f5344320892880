import { createHash, type Hash } from 'node:crypto';
import { byteReader, type ByteReader } from '../byte-reader.ts';
import { limits } from '../../limits.ts';
import { bytesOf, sha256In, slotOf, startThread, type Slot } from './start-thread.ts';
import { sealHeader, type Randomness } from './encrypt.ts';
import { chunkBytes, sealChunks, tagBytes } from './payload.ts';

/** Lengths and hashes of what went in and what came out. */
export type Measures = Readonly<{ plainSha256: string; plainBytes: number; sealedSha256: string; sealedBytes: number }>;

const slots = 4;
const sealedBatch = (limits.sealBatchBytes / chunkBytes) * (chunkBytes + tagBytes);

/**
 * Seals a stream of any length to recipients and hashes both sides of it. The first batch is sealed here; what is longer
 * goes on in a thread of its own, which also hashes the sealed side; the plain side is hashed here meanwhile.
 * A piece is valid until the next one is asked for: its memory is used again.
 * @param measured is told when the last piece has been taken
 * @throws AgeError `bad-key`
 */
export async function* sealStream(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  random: Randomness,
  measured: (measures: Measures) => void,
): AsyncGenerator<Uint8Array> {
  const { header, key } = sealHeader(recipients, random);
  const reader = byteReader(plain);
  const first = await reader.take(limits.sealBatchBytes);
  if (await reader.isAtEnd()) {
    yield* sealHere(header, key, first, measured);
    return;
  }
  const sealing = startThread();
  const hash = createHash('sha256');
  const free = Array.from({ length: slots }, () => slotOf(limits.sealBatchBytes, sealedBatch));
  const pending: Batch[] = [];
  let [plainBytes, sealedBytes] = [0, header.length];
  const start = (slot: Slot, length: number, isFinal: boolean): void => {
    const from = slot.from.subarray(0, length);
    const to = slot.to.subarray(0, length + tagBytes * Math.ceil(length / chunkBytes));
    const done = sealing.ask({ kind: 'seal', key, counter: plainBytes / chunkBytes, isFinal, from, to }).then(bytesOf);
    // Started ahead: a failure is met where the batch is waited for, if anybody still does.
    done.catch(() => undefined);
    plainBytes += length;
    sealedBytes += to.length;
    pending.push({ slot, to, done });
  };
  try {
    await sealing.ask({ kind: 'hash', from: header });
    yield header;
    for (let isFinal = false, batch: Uint8Array | undefined = first; !isFinal || pending.length > 0;) {
      const slot = isFinal ? undefined : free.pop();
      if (slot !== undefined) {
        const length: number = await fill(slot, batch, reader, hash);
        batch = undefined;
        isFinal = await reader.isAtEnd();
        start(slot, length, isFinal);
        continue;
      }
      const oldest = pending.shift();
      if (oldest === undefined) throw new Error('no batch is under way');
      await oldest.done;
      yield oldest.to;
      free.push(oldest.slot);
    }
    const sealedSha256 = sha256In(await sealing.ask({ kind: 'digest' }));
    measured({ plainSha256: hash.digest('hex'), plainBytes, sealedSha256, sealedBytes });
  } finally {
    await sealing.end();
  }
}

type Batch = Readonly<{ slot: Slot; to: Uint8Array; done: Promise<unknown> }>;

async function fill({ from }: Slot, first: Uint8Array | undefined, reader: ByteReader, hash: Hash): Promise<number> {
  // prettier-ignore
  if (first !== undefined) {
    hash.update(first);
    from.set(first);
    return first.length;
  }
  let length = 0;
  await reader.pass(from.length, (piece) => {
    hash.update(piece);
    from.set(piece, length);
    length += piece.length;
  });
  return length;
}

async function* sealHere(
  header: Uint8Array,
  key: Uint8Array,
  plain: Uint8Array,
  measured: (measures: Measures) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256').update(header);
  let sealedBytes = header.length;
  yield header;
  for await (const chunk of sealChunks(key, byteReader([plain]))) {
    hash.update(chunk);
    sealedBytes += chunk.length;
    yield chunk;
  }
  const plainSha256 = createHash('sha256').update(plain).digest('hex');
  measured({ plainSha256, plainBytes: plain.length, sealedSha256: hash.digest('hex'), sealedBytes });
}
