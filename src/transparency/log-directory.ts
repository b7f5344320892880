// docs/spec/log-directory.md: `checkpoint`, `log.vkey` and the tiles of C2SP tlog-tiles v0.1.0, written and checked.
import { concat, equal } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { leafHash } from './hash.ts';
import { LogError } from './log-error.ts';
import { emptyChains, follow, joinChains, type Chains } from './leaf-chain.ts';
import { leafReader } from './leaf-reader.ts';
import { inFile, joinSegments, required, segmentCount, segmentWidth, verifySegment, type ReadFile, type SegmentRoots, type VisitEntry } from './segment.ts'; // prettier-ignore
import { encodeVerifierKey, parseVerifierKey } from './note-key.ts';
import { emptyEdge, grow } from './right-edge.ts';
import { encodeBundle, tileLevels, tilePath, tilePositions, tileWidth, tilesOf } from './tile.ts';
import { storedHashCount } from './positions.ts';
import { isSealed, parseAnyLeaf, type AnyLeaf } from './sealed-leaf.ts';
import type { LeafKind } from './leaf.ts';
import type { VerifierKey } from './note-key.ts';
import type { ReadHashes } from './tree.ts';

/** Reads entries from (inclusive) to until (exclusive), as they were logged; at most 256 at a time. */
export type ReadEntries = (from: number, until: number) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

export type LogFile = Readonly<{ path: string; bytes: Uint8Array }>;

/** How many leaves of each kind; what is sealed has no kind yet. */
export type KindCounts = Readonly<Partial<Record<LeafKind | 'sealed', number>>>;
export const kindOf = (leaf: AnyLeaf): LeafKind | 'sealed' => (isSealed(leaf) ? 'sealed' : leaf.kind);

type PublishedLog = Readonly<{
  /** The signed note. It says how many entries are published. */
  checkpoint: Uint8Array;
  logKey: VerifierKey;
  readEntries: ReadEntries;
  readHashes: ReadHashes;
  /** A size at which everything was written before: what has not changed since is left out. */
  since?: number;
}>;

/**
 * The files of a log directory, one by one, `checkpoint` last: whoever sees a checkpoint finds everything under it.
 * @throws LogError when the checkpoint is not this log's; Error when the store does not hold what it should
 */
export async function* logDirectoryFiles(log: PublishedLog): AsyncGenerator<LogFile> {
  const { size } = openCheckpoint(log.checkpoint, log.logKey);
  const since = log.since ?? 0;
  yield { path: 'log.vkey', bytes: logKeyFile(log.logKey) };
  for (const tile of tilesOf(size, 0, since)) {
    const from = tile.index * tileWidth;
    const entries = await log.readEntries(from, from + tile.width);
    if (entries.length !== tile.width) throw new Error(`${entries.length} entries read, not ${tile.width}`);
    yield { path: tilePath({ ...tile, level: 'entries' }), bytes: encodeBundle(entries) };
  }
  for (let level = 0; level < tileLevels(size); level += 1) {
    for (const tile of tilesOf(size, level, since)) {
      yield { path: tilePath(tile), bytes: concat(...(await log.readHashes(tilePositions(tile)))) };
    }
  }
  yield { path: 'checkpoint', bytes: log.checkpoint };
}

export type VerifiedLog = Readonly<{
  origin: string;
  size: number;
  root: Uint8Array;
  /** How many leaves of each kind. */
  kinds: KindCounts;
}>;

/** What one segment of a log holds, checked by itself. */
export type SegmentFound = Readonly<{ roots: SegmentRoots; kinds: KindCounts; chains: Chains }>;

/** Checks one segment (segment.ts): its tiles, the form of each leaf, and the chains inside it. @throws LogError */
export async function checkSegment(
  size: number,
  segment: number,
  readFile: ReadFile,
  progress?: (done: number) => void,
): Promise<SegmentFound> {
  const kinds: Partial<Record<LeafKind | 'sealed', number>> = {};
  const [read, chains] = [leafReader(), emptyChains()];
  const roots = await verifySegment(size, segment, readFile, (entry, index, hash) => {
    const { kind, authority, previous } = ofLeaf(index, () => read(entry));
    if (authority !== undefined) follow(chains, { authority, previous }, index, hash);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (index % 256 === 255) progress?.(index + 1);
  });
  return { roots, kinds, chains };
}

/** Who checks segments: we ourselves, one after the other, unless there are some and others do it at once. */
export type SegmentChecks = Readonly<{
  /** How many may be under way. */
  atOnce: number;
  check: (size: number, segment: number) => Promise<SegmentFound>;
}>;

/**
 * Checks a whole published log: the checkpoint's signature, every tile against the entries, the root, the form of each
 * leaf, and that each authority's leaves are chained without a gap.
 * @param expectedKey the log's key as learned elsewhere. Without it the directory is only shown to agree with itself.
 * @throws LogError with a code and the file
 */
export async function verifyLogDirectory(
  readFile: ReadFile,
  expectedKey?: VerifierKey,
  progress?: (done: number, size: number) => void,
  checks?: SegmentChecks,
): Promise<VerifiedLog> {
  const logKey = await readLogKey(readFile, expectedKey);
  const note = await required(readFile, 'checkpoint');
  const checkpoint = inFile('checkpoint', () => openCheckpoint(note, logKey));
  const { size } = checkpoint;
  const kinds: Partial<Record<LeafKind | 'sealed', number>> = {};
  const chains = emptyChains();
  const others = checks !== undefined && segmentCount(size) > 2;
  const by: SegmentChecks = others ? checks : { atOnce: 1, check: (_, segment) => checkSegment(size, segment, readFile, (done) => progress?.(done, size)) }; // prettier-ignore
  await joinSegments(checkpoint, roots(), readFile);
  return { origin: checkpoint.origin, size, root: checkpoint.root, kinds };

  async function* roots() {
    let done = 0;
    for await (const found of inOrder(segmentCount(size), by.atOnce, (segment) => by.check(size, segment))) {
      joinChains(chains, found.chains);
      for (const [kind, count] of Object.entries(found.kinds) as [LeafKind, number][])
        kinds[kind] = (kinds[kind] ?? 0) + count;
      done = Math.min(size, done + segmentWidth);
      if (others) progress?.(done, size);
      yield found.roots;
    }
  }
}

/** Starts up to `atOnce` ahead; what they give comes in its order, and the first fault in that order is the one thrown. */
async function* inOrder<Found>(
  count: number,
  atOnce: number,
  start: (n: number) => Promise<Found>,
): AsyncGenerator<Found> {
  const running: Promise<Found>[] = [];
  for (let next = 0; next < count || running.length > 0;) {
    while (next < count && running.length < atOnce) {
      const one = start(next++);
      one.catch(() => undefined);
      running.push(one);
    }
    const first = running.shift();
    if (first !== undefined) yield await first;
  }
}

/** `log.vkey`: the verifier key and a newline. @throws LogError file-missing, key-malformed, key-mismatch */
export async function readLogKey(readFile: ReadFile, expected?: VerifierKey): Promise<VerifierKey> {
  const file = await required(readFile, 'log.vkey');
  const key = inFile('log.vkey', () => parseVerifierKey(new TextDecoder().decode(file).replace(/\n$/, '')));
  if (!equal(file, logKeyFile(key))) throw new LogError('key-malformed', 'one line is expected', 'log.vkey');
  if (expected !== undefined && !equal(file, logKeyFile(expected))) {
    throw new LogError('key-mismatch', `it is not the expected key of ${expected.name}`, 'log.vkey');
  }
  return key;
}

const logKeyFile = (key: VerifierKey): Uint8Array => new TextEncoder().encode(`${encodeVerifierKey(key)}\n`);

/**
 * Reads leaf after leaf of a whole log, and checks that each open one names the one before of its own authority.
 * @throws LogError leaf-malformed, leaf-chain
 */
export function chainChecker(): (...entry: Parameters<VisitEntry>) => AnyLeaf {
  const chains = emptyChains();
  return (entry, index, hash) => {
    const leaf = ofLeaf(index, () => parseAnyLeaf(entry));
    if (isSealed(leaf)) return leaf;
    const one = emptyChains();
    follow(one, { authority: leaf.authority, previous: leaf.previous }, index, hash);
    joinChains(chains, one);
    return leaf;
  };
}

function ofLeaf<Value>(index: number, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause;
    throw new LogError(cause.code, `leaf ${index}: ${cause.message}`, undefined, { cause });
  }
}

/** Computes every stored hash again from the entries, and compares. @throws LogError stored-hash-mismatch */
export async function verifyStoredHashes(
  size: number,
  readEntries: ReadEntries,
  readHashes: ReadHashes,
): Promise<void> {
  const edge = emptyEdge();
  for (const { index, width } of tilesOf(size, 0)) {
    const from = index * tileWidth;
    const entries = await readEntries(from, from + width);
    if (entries.length !== width) throw new Error(`${entries.length} entries read, not ${width}`);
    const first = storedHashCount(from);
    const rebuilt = entries.flatMap((entry) => grow(edge, leafHash(entry)));
    const stored = await readHashes(rebuilt.map((_, at) => first + at));
    const wrong = rebuilt.findIndex((hash, at) => !equal(hash, stored[at] ?? new Uint8Array()));
    if (wrong !== -1)
      throw new LogError('stored-hash-mismatch', `stored hash ${first + wrong} is not that of the entries`);
  }
}
