import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { AgeError } from './age-error.ts';
import type { ByteReader } from '../byte-reader.ts';

/** The payload of an age v1 file, a STREAM of 64 KiB chunks: age-encryption.org/v1 "Payload". */

export const chunkBytes = 65_536;
export const tagBytes = 16;
export const payloadNonceBytes = 16;
const aead = 'chacha20-poly1305';

export const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

/** Yields sealed chunks; memory is one chunk. */
export async function* sealChunks(key: Uint8Array, plain: ByteReader): AsyncGenerator<Uint8Array> {
  for (let counter = 0; ; counter += 1) {
    const chunk = await plain.take(chunkBytes);
    const isFinal = await plain.isAtEnd();
    yield sealChunk(key, counter, isFinal, chunk);
    if (isFinal) return;
  }
}

/**
 * Yields opened chunks, each after its own tag was checked; memory is one chunk. The *end* is known to be the true
 * one only when the generator returns: whoever acts on chunks before that must be able to undo it.
 * @throws AgeError `payload-failure`
 */
export async function* openChunks(key: Uint8Array, sealed: ByteReader): AsyncGenerator<Uint8Array> {
  for (let counter = 0; ; counter += 1) {
    const chunk = await sealed.take(chunkBytes + tagBytes);
    const isFinal = await sealed.isAtEnd();
    if (chunk.length < tagBytes) throw new AgeError('payload-failure', 'the sealed file is cut short');
    if (isFinal && counter > 0 && chunk.length === tagBytes) {
      throw new AgeError('payload-failure', 'the last chunk is empty');
    }
    yield openChunk(key, counter, isFinal, chunk);
    if (isFinal) return;
  }
}

export function sealChunk(key: Uint8Array, counter: number, isFinal: boolean, chunk: Uint8Array): Uint8Array {
  const cipher = createCipheriv(aead, key, chunkNonce(counter, isFinal), { authTagLength: tagBytes });
  const sealed = new Uint8Array(chunk.length + tagBytes);
  // A stream cipher gives out all of what it was given at once; `final` adds nothing.
  sealed.set(cipher.update(chunk));
  cipher.final();
  sealed.set(cipher.getAuthTag(), chunk.length);
  return sealed;
}

/** @throws AgeError `payload-failure` */
export function openChunk(key: Uint8Array, counter: number, isFinal: boolean, chunk: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(aead, key, chunkNonce(counter, isFinal), { authTagLength: tagBytes });
  decipher.setAuthTag(chunk.subarray(chunk.length - tagBytes));
  try {
    const opened = decipher.update(chunk.subarray(0, chunk.length - tagBytes));
    // Checks the tag: nothing was given to anybody before.
    decipher.final();
    return opened;
  } catch {
    throw new AgeError('payload-failure', 'the sealed file was changed or cut short');
  }
}

/** 11 bytes of big-endian counter and a byte that is 1 on the final chunk. */
function chunkNonce(counter: number, isFinal: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = isFinal ? 1 : 0;
  return nonce;
}
