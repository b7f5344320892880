import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { AgeError } from './age-error.ts';
import { chunkBytes, openChunk, sealChunk, tagBytes } from './payload.ts';

/** What a thread does for sealing and opening (start-thread.ts): chunks and hashes over memory that both sides see. */

export type Work =
  | Readonly<{
      kind: 'seal' | 'open';
      key: Uint8Array;
      /** The number of the first chunk, and whether the last one is the payload's last. */
      counter: number;
      isFinal: boolean;
      from: Uint8Array;
      to: Uint8Array;
    }>
  | Readonly<{ kind: 'hash'; from: Uint8Array }>
  | Readonly<{ kind: 'digest' }>;

/** How many bytes stand in `to` now; the digest in hexadecimal; or that a chunk did not open. */
export type WorkDone = Readonly<{ bytes: number } | { sha256: string } | { refused: string }>;

const hash = createHash('sha256');

/** Chunk by chunk from one memory into the other; what is sealed is hashed while it is at hand. @throws AgeError `payload-failure` */
function chunks({ kind, key, counter, isFinal, from, to }: Extract<Work, { to: Uint8Array }>): number {
  const step = kind === 'seal' ? chunkBytes : chunkBytes + tagBytes;
  const change = kind === 'seal' ? sealChunk : openChunk;
  const count = Math.max(1, Math.ceil(from.length / step));
  let at = 0;
  for (let place = 0; place < count; place += 1) {
    const chunk = from.subarray(place * step, (place + 1) * step);
    const made = change(key, counter + place, isFinal && place === count - 1, chunk);
    if (kind === 'seal') hash.update(made);
    to.set(made, at);
    at += made.length;
  }
  return at;
}

function perform(work: Work): WorkDone {
  switch (work.kind) {
    case 'hash':
      hash.update(work.from);
      return { bytes: 0 };
    case 'digest':
      return { sha256: hash.digest('hex') };
    case 'seal':
    case 'open':
      try {
        return { bytes: chunks(work) };
      } catch (error) {
        if (error instanceof AgeError) return { refused: error.message };
        throw error;
      }
  }
}

parentPort?.on('message', (work: Work) => parentPort?.postMessage(perform(work)));
