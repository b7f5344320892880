import { randomBytes, randomUUID } from 'node:crypto';
import { openedPayload } from '../evidence/age/opened-source.ts';
import { chunkBytes, payloadKey, payloadNonceBytes, sealChunks, tagBytes } from '../evidence/age/payload.ts';
import { byteReader } from '../evidence/byte-reader.ts';
import { joined, type ByteSource } from '../evidence/byte-source.ts';
import { limits } from '../limits.ts';
import { concat } from '../transparency/bytes.ts';
import type { Objects } from './objects.ts';

/**
 * A file of any size as objects of at most `limits.partBytes`, each encrypted by itself: a nonce, and behind it the
 * payload of age v1 (64 KiB chunks of ChaCha20-Poly1305) under a key of its own, so that any place of the file can be
 * read and nothing can be changed, cut or put elsewhere unseen.
 */
export type Part = Readonly<{ object: string; size: number }>;

/** Yields each part, with its bytes, when it is kept. Memory: two parts. @param key 32 bytes, the case's */
export async function* keepParts(
  objects: Objects,
  key: Uint8Array,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Readonly<{ part: Part; bytes: Uint8Array }>> {
  for await (const bytes of partsOf(content)) {
    const object = randomUUID();
    await objects.put(object, await sealPart(key, object, bytes));
    yield { part: { object, size: bytes.length }, bytes };
  }
}

/** Yields the content in pieces of `limits.partBytes`. Where the source breaks off, what came before is yielded first. */
async function* partsOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Copied as it comes: a sender who sends byte by byte would otherwise cost a hundred bytes for each.
  let held = new Uint8Array(firstBytes);
  let size = 0;
  let broken: { error: unknown } | undefined;
  try {
    for await (let piece of content) {
      while (piece.length > 0) {
        if (size === held.length) held = grown(held);
        const room = Math.min(piece.length, held.length - size);
        held.set(piece.subarray(0, room), size);
        piece = piece.subarray(room);
        size += room;
        if (size < limits.partBytes) continue;
        yield held;
        held = new Uint8Array(firstBytes);
        size = 0;
      }
    }
  } catch (error) {
    broken = { error };
  }
  if (size > 0) yield held.subarray(0, size);
  if (broken !== undefined) throw broken.error;
}

const firstBytes = 65_536;

function grown(held: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(limits.partBytes, 4 * held.length));
  larger.set(held);
  return larger;
}

/** The object's name goes into the key: one part cannot stand in for another. */
const partKey = (key: Uint8Array, object: string, nonce: Uint8Array): Uint8Array =>
  payloadKey(key, concat(nonce, Buffer.from(object)));

async function sealPart(key: Uint8Array, object: string, bytes: Uint8Array): Promise<Uint8Array> {
  const nonce = randomBytes(payloadNonceBytes);
  const chunks = sealChunks(partKey(key, object, nonce), byteReader([bytes]));
  return concat(nonce, ...(await Array.fromAsync(chunks)));
}

/** The file that parts make up. Reading throws AgeError where a part was changed. */
export function openParts(objects: Objects, key: Uint8Array, parts: readonly Part[]): ByteSource {
  return joined(parts.map((part) => openPart(objects, key, part)));
}

function openPart(objects: Objects, key: Uint8Array, { object, size }: Part): ByteSource {
  const sealedSize = payloadNonceBytes + size + tagBytes * Math.max(1, Math.ceil(size / chunkBytes));
  const read: ByteSource['read'] = (offset, length) => objects.get(object, offset, length);
  let opened: Promise<ByteSource> | undefined;
  const open = async (): Promise<ByteSource> => {
    const nonce = await read(0, payloadNonceBytes);
    return openedPayload({ size: sealedSize, read }, payloadNonceBytes, partKey(key, object, nonce));
  };
  return { size, read: async (offset, length) => (await (opened ??= open())).read(offset, length) };
}
