/**
 * Bytes that can be read at any place, of any number: a buffer, a file, a stored exhibit, what is inside a seal. Whoever
 * reads evidence reads it through this, so that memory does not grow with it.
 */
export type ByteSource = Readonly<{
  size: number;
  /**
   * The bytes from `offset` on: as many as asked, fewer only where the source ends. They are not written to afterwards.
   * @throws what the place says that keeps them; Error where it holds fewer bytes than `size`
   */
  read: (offset: number, length: number) => Promise<Uint8Array>;
}>;

/** How much is read at once where everything is read: large enough that a call costs nothing beside it. */
const streamBytes = 1_048_576;

export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
});

/** A part of a source. @throws RangeError for a part that does not lie in it */
export function sliceOf(source: ByteSource, from: number, until: number): ByteSource {
  if (!(from >= 0 && from <= until && until <= source.size)) throw new RangeError(`no bytes ${from} to ${until}`);
  const size = until - from;
  return { size, read: (offset, length) => source.read(from + offset, Math.max(0, Math.min(length, size - offset))) };
}

/** Several sources as one, one after the other. */
export function joined(parts: readonly ByteSource[]): ByteSource {
  const ends: number[] = [];
  let size = 0;
  for (const part of parts) ends.push((size += part.size));
  /** The part that holds a byte: the first that ends behind it. */
  const partAt = (offset: number): number => {
    let [low, high] = [0, parts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    size,
    read: async (offset, length) => {
      const until = Math.max(offset, Math.min(size, offset + length));
      let whole = new Uint8Array(0);
      for (let index = partAt(offset), at = offset; at < until; index += 1) {
        const part = parts[index];
        const end = ends[index];
        if (part === undefined || end === undefined) throw new RangeError(`no byte ${at}`);
        const piece = await part.read(at - (end - part.size), Math.min(until, end) - at);
        if (piece.length === until - offset) return piece;
        if (whole.length === 0) whole = new Uint8Array(until - offset);
        whole.set(piece, at - offset);
        at += piece.length;
      }
      return whole;
    },
  };
}

/** Yields the bytes from `from` (inclusive) to `until` (exclusive), in order, in pieces of at most 1 MiB. */
export async function* streamOf(source: ByteSource, from = 0, until = source.size): AsyncGenerator<Uint8Array> {
  for (let at = from; at < until;) {
    const piece = await source.read(at, Math.min(streamBytes, until - at));
    if (piece.length === 0) throw new Error(`the source ends at byte ${at}, before byte ${until}`);
    yield piece;
    at += piece.length;
  }
}

/** All bytes. @param most a source that is larger is not read @throws RangeError */
export async function readWhole(source: ByteSource, most: number): Promise<Uint8Array> {
  if (source.size > most) throw new RangeError(`${source.size} bytes, at most ${most} are read`);
  const whole = new Uint8Array(source.size);
  let at = 0;
  for await (const piece of streamOf(source)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * The same bytes for who reads small pieces one after the other: each piece of the source is fetched once.
 * Memory: one window.
 */
export function windowOf(source: ByteSource, windowBytes = streamBytes): ByteSource {
  let start = 0;
  let held: Uint8Array = new Uint8Array(0);
  return {
    size: source.size,
    read: async (offset, length) => {
      const wanted = Math.max(0, Math.min(length, source.size - offset));
      if (offset < start || offset + wanted > start + held.length) {
        held = await source.read(offset, Math.max(wanted, windowBytes));
        start = offset;
      }
      return held.subarray(offset - start, offset - start + wanted);
    },
  };
}
