import { createHash } from 'node:crypto';
import { sha256Hex } from '../canonical.ts';
import { streamOf, type ByteSource } from './byte-source.ts';
import type { FoundItem, Item } from './item.ts';

/** SHA-256 (hex) of a stream. */
export async function sha256Of(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of stream) hash.update(piece);
  return hash.digest('hex');
}

/**
 * The SHA-256 of a source and of each item in it, in one pass over the bytes.
 * @param found in the order of their places, none over another; bytes between them count for the whole only
 */
export async function hashItems(
  source: ByteSource,
  found: readonly FoundItem[],
): Promise<{ sha256: string; items: readonly Item[] }> {
  const whole = createHash('sha256');
  const items: Item[] = [];
  let open = createHash('sha256');
  let place = 0;
  let at = 0;
  for await (const piece of streamOf(source)) {
    whole.update(piece);
    const end = at + piece.length;
    for (let next = found[place]; next !== undefined && next.offset < end; next = found[place]) {
      const until = next.offset + next.length;
      const part = piece.subarray(Math.max(0, next.offset - at), Math.min(until, end) - at);
      const isWhole = next.offset >= at && until <= end;
      if (!isWhole) open.update(part);
      if (until > end) break;
      items.push({ ...next, sha256: isWhole ? sha256Hex(part) : open.digest('hex') });
      if (!isWhole) open = createHash('sha256');
      place += 1;
    }
    at = end;
  }
  for (const next of found.slice(place)) {
    if (next.length > 0) throw new Error(`item ${next.number} lies outside its source`);
    items.push({ ...next, sha256: sha256Hex('') });
  }
  return { sha256: whole.digest('hex'), items };
}
