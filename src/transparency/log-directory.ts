// docs/spec/log-directory.md: `checkpoint`, `log.vkey` and the tiles of C2SP tlog-tiles v0.1.0, written and checked.
import { concat, equal } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { leafHash } from './hash.ts';
import { LogError } from './log-error.ts';
import { inFile, required, verifyLogTree } from './log-tree.ts';
import { encodeVerifierKey, parseVerifierKey } from './note-key.ts';
import { emptyEdge, grow } from './right-edge.ts';
import { encodeBundle, tileLevels, tilePath, tilePositions, tileWidth, tilesOf } from './tile.ts';
import { storedHashCount } from './positions.ts';
import { isSealed, parseAnyLeaf, type AnyLeaf } from './sealed-leaf.ts';
import type { LeafKind } from './leaf.ts';
import type { ReadFile, VisitEntry } from './log-tree.ts';
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
): Promise<VerifiedLog> {
  const logKey = await readLogKey(readFile, expectedKey);
  const note = await required(readFile, 'checkpoint');
  const checkpoint = inFile('checkpoint', () => openCheckpoint(note, logKey));
  const kinds: Partial<Record<LeafKind | 'sealed', number>> = {};
  const chain = chainChecker();
  await verifyLogTree(checkpoint, readFile, (entry, index, hash) => {
    const kind = kindOf(chain(entry, index, hash));
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (index % 256 === 255) progress?.(index + 1, checkpoint.size);
  });
  return { origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root, kinds };
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
 * Reads leaf after leaf, and checks that each open one names the one before of its own authority.
 * @throws LogError leaf-malformed, leaf-chain
 */
export function chainChecker(): (...entry: Parameters<VisitEntry>) => AnyLeaf {
  const latest = new Map<string, string>();
  return (entry, index, hash) => {
    const leaf = parseEntry(entry, index);
    if (isSealed(leaf)) return leaf;
    if (leaf.previous !== latest.get(leaf.authority)) {
      throw new LogError('leaf-chain', `leaf ${index} does not follow the leaf of ${leaf.authority} before it`);
    }
    latest.set(leaf.authority, hash.toHex());
    return leaf;
  };
}

function parseEntry(entry: Uint8Array, index: number): AnyLeaf {
  try {
    return parseAnyLeaf(entry);
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
