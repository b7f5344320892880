/** Reads exact amounts out of a source that gives bytes in pieces of any size. Memory: what was asked, and one piece. */
export type ByteReader = Readonly<{
  /** The next `count` bytes, or fewer where the source ends. */
  take: (count: number) => Promise<Uint8Array>;
  isAtEnd: () => Promise<boolean>;
}>;

export function byteReader(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ByteReader {
  const pieces = iteratorOf(source);
  let rest: Uint8Array = new Uint8Array(0);

  /** Whether a byte is there to read. */
  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await pieces.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };

  return {
    take: async (count) => {
      const parts: Uint8Array[] = [];
      let missing = count;
      while (missing > 0 && (await fill())) {
        const part = rest.subarray(0, missing);
        rest = rest.subarray(part.length);
        missing -= part.length;
        parts.push(part);
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    },
    isAtEnd: async () => !(await fill()),
  };
}

function iteratorOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}
