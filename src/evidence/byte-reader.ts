import { concat } from '../transparency/bytes.ts';

/** Reads on, in exact amounts, through a source that gives bytes in pieces of any size. Memory: what was asked, and one piece. */
export type ByteReader = Readonly<{
  /** The next `count` bytes, or fewer where the source ends. */
  take: (count: number) => Promise<Uint8Array>;
  /** The next line with its line feed; without one where the source ends first, or after `most` bytes. */
  line: (most: number) => Promise<Uint8Array>;
  /** Hands the next `count` bytes on in pieces. @returns how many there were: fewer where the source ends */
  pass: (count: number, to: (piece: Uint8Array) => void) => Promise<number>;
  isAtEnd: () => Promise<boolean>;
  /** How many bytes were read so far. */
  position: () => number;
}>;

const lineFeed = 0x0a;

export function byteReader(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ByteReader {
  const pieces = iteratorOf(source);
  let rest: Uint8Array = new Uint8Array(0);
  let position = 0;

  /** Whether a byte is there to read. */
  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await pieces.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };
  const pass: ByteReader['pass'] = async (count, to) => {
    let missing = count;
    while (missing > 0 && (rest.length > 0 || (await fill()))) {
      const part = rest.subarray(0, missing);
      rest = rest.subarray(part.length);
      missing -= part.length;
      position += part.length;
      to(part);
    }
    return count - missing;
  };
  const joined = (parts: readonly Uint8Array[]): Uint8Array =>
    parts.length === 1 && parts[0] !== undefined ? parts[0] : concat(...parts);

  return {
    take: async (count) => {
      const parts: Uint8Array[] = [];
      await pass(count, (part) => parts.push(part));
      return joined(parts);
    },
    line: async (most) => {
      const parts: Uint8Array[] = [];
      for (let left = most; left > 0 && (rest.length > 0 || (await fill()));) {
        const feed = rest.indexOf(lineFeed);
        const length = Math.min(left, feed === -1 ? rest.length : feed + 1);
        left -= await pass(length, (part) => parts.push(part));
        if (feed !== -1 && length === feed + 1) break;
      }
      return joined(parts);
    },
    pass,
    isAtEnd: async () => !(await fill()),
    position: () => position,
  };
}

function iteratorOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}
