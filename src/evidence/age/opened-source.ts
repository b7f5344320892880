import { concat } from '../../transparency/bytes.ts';
import { byteReader } from '../byte-reader.ts';
import { streamOf, type ByteSource } from '../byte-source.ts';
import { AgeError } from './age-error.ts';
import { openHeader } from './decrypt.ts';
import { chunkBytes, openChunk, tagBytes } from './payload.ts';

/**
 * What is inside an age file, to be read at any place: every chunk is opened by itself. The last one is opened here, so
 * that the length is known to be the true one; each other when it is read. Memory: what was asked.
 * @throws AgeError also when a chunk is read that was changed
 */
export async function openedSource(sealed: ByteSource, identities: readonly string[]): Promise<ByteSource> {
  const reader = byteReader(streamOf(sealed));
  const key = await openHeader(reader, identities);
  return openedPayload(sealed, reader.position(), key);
}

/** The payload that begins at `payloadAt` of a source and goes on to its end. @throws AgeError */
export async function openedPayload(sealed: ByteSource, payloadAt: number, key: Uint8Array): Promise<ByteSource> {
  const sealedChunk = chunkBytes + tagBytes;
  const payload = sealed.size - payloadAt;
  const chunks = Math.max(1, Math.ceil(payload / sealedChunk));
  const open = async (first: number, count: number): Promise<Uint8Array[]> => {
    const bytes = await sealed.read(payloadAt + first * sealedChunk, count * sealedChunk);
    return Array.from({ length: count }, (_, place) => {
      const chunk = bytes.subarray(place * sealedChunk, (place + 1) * sealedChunk);
      if (chunk.length < tagBytes) throw new AgeError('payload-failure', 'the sealed file is cut short');
      return openChunk(key, first + place, first + place === chunks - 1, chunk);
    });
  };
  const [last] = await open(chunks - 1, 1);
  if (chunks > 1 && last?.length === 0) throw new AgeError('payload-failure', 'the last chunk is empty');
  const size = payload - chunks * tagBytes;
  return {
    size,
    read: async (offset, length) => {
      const until = Math.min(size, offset + length);
      if (offset >= until) return new Uint8Array();
      const first = Math.floor(offset / chunkBytes);
      const opened = await open(first, Math.ceil(until / chunkBytes) - first);
      const whole = opened.length === 1 && opened[0] !== undefined ? opened[0] : concat(...opened);
      return whole.subarray(offset - first * chunkBytes, until - first * chunkBytes);
    },
  };
}
