/** A fuzzer's hand: changes bytes as files in the wild are broken, and as people break them on purpose. */

/** A sequence that is the same for the same seed (mulberry32). @returns numbers from 0 (inclusive) to 1 (exclusive) */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What parsers of these formats stumble over. */
const tokens = [
  '\0', '\r', '\n', '\r\n', '\n\n', '\r\n\r\n', 'From ', '\nFrom a@b Sat Jan  3 01:05:34 2026\n', '>From ', 'WARC/1.0\r\n',
  'Content-Length: ', 'Content-Length: 99999999999999\r\n', 'Content-Length: -1\r\n', 'WARC-Block-Digest: sha1:AAAA\r\n',
  'Date: Sat, 01 Jan 0000 00:00:00 +0000\n', 'Date: Fri, 31 Dec 9999 23:59:60 -2359\n', 'WARC-Date: 9999-12-31T23:59:59Z\r\n',
  '\x1f\x8b\x08\x00', 'PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06', '../', '/', '\u202e', '\ufeff', '\xff\xfe', '\xc0\xaf',
  '{', '}', '[', ']', '"', '\\', '\\u0000', ',', ';', '\t', '=1+1', '1e999', '-0', '__proto__', 'null', 'true',
  '-> X25519 ', '--- ', 'age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----\n',
].map((token) => Buffer.from(token, 'latin1')); // prettier-ignore

const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/** One to six changes of a seed; some splice another seed in. */
export function mutate(seeds: readonly Uint8Array[], random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <Value>(of: readonly Value[]): Value => {
    const value = of[below(of.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  let bytes = Buffer.from(pick(seeds));
  const put = (at: number, cut: number, what: Uint8Array): void => {
    bytes = Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at + cut)]);
  };
  for (let left = 1 + below(6); left > 0; left -= 1) {
    const at = below(bytes.length + 1);
    const length = 1 + below(random() < 0.8 ? 16 : bytes.length + 1);
    const changes = [
      () => put(at, 1, Buffer.of(below(256))),
      () => put(at, 1, Buffer.of((bytes[at] ?? 0) ^ (1 << below(8)))),
      () => put(at, below(2) * length, pick(tokens)),
      () => put(at, length, Buffer.alloc(0)),
      () => put(at, 0, bytes.subarray(at, at + length)),
      () => put(bytes.length, 0, bytes.subarray(0, length)),
      () => {
        bytes = bytes.subarray(0, at);
      },
      () => {
        const number = Buffer.alloc(4);
        number.writeUInt32LE(pick(extremes));
        put(at, 1 + below(4), number.subarray(0, 1 + below(4)));
      },
      () => put(at, 0, Buffer.from(String(pick(extremes)))),
      () => {
        const other = pick(seeds);
        const from = below(other.length + 1);
        put(at, length, other.subarray(from, from + 1 + below(400)));
      },
    ];
    pick(changes)();
  }
  return new Uint8Array(bytes.subarray(0, 300_000));
}
