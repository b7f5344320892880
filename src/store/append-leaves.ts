import { leafHash } from '../transparency/merkle.ts';
import { storedHashCount } from '../transparency/positions.ts';
import { edgeRoot, grow, type RightEdge } from '../transparency/right-edge.ts';
import { subtreesOf } from '../transparency/subtrees.ts';
import { storedHashIndex } from '../transparency/positions.ts';
import { LogError } from '../transparency/log-error.ts';
import { limits } from '../limits.ts';
import type { Transaction } from './database.ts';
import { readHead, readTreeHashes } from './reader.ts';

/** A leaf before it knows which leaf of the same authority it follows. */
export type LeafDraft = Readonly<{
  authority: string;
  /** The leaf's bytes, given the hash (hex) of this authority's previous leaf. */
  encode: (previous: string | undefined) => Uint8Array;
  /** What opens the leaf's commitment, kept beside it and never published. */
  opening: unknown;
}>;

/** What the one writer must remember of the tree to go on with it: nothing is read again while it appends. */
export type Tip = Readonly<{
  origin: string;
  edge: Readonly<RightEdge>;
  /** The hash (hex) of each authority's latest leaf; `undefined` where it has none. */
  latest: ReadonlyMap<string, string | undefined>;
}>;

/** @throws LogError log-closed where the stored tree does not give the stored root; Error where the log was not opened */
export async function readTip(transaction: Transaction): Promise<Tip> {
  const head = await readHead(transaction);
  if (head === undefined) throw new Error('the log was not opened');
  const subtrees = subtreesOf({ from: 0, until: head.size });
  const roots = await readTreeHashes(transaction, subtrees.map(({ level, n }) => storedHashIndex(level, n))); // prettier-ignore
  const edge = { size: head.size, roots };
  if (edgeRoot(edge).toHex() !== head.root.toHex())
    throw new LogError('log-closed', `the stored tree of ${head.size} leaves does not give the stored root`);
  return { origin: head.origin, edge, latest: new Map() };
}

/**
 * Appends leaves inside the acts' own transaction, three statements for all of them. The head moves by compare-and-swap
 * on its size and on who writes: where another process has taken over, nothing is written.
 * @returns the tip with the new leaves; it counts when the transaction has committed
 * @throws LogError log-closed where the head is not the one that we left
 */
export async function appendLeaves(
  transaction: Transaction,
  drafts: readonly LeafDraft[],
  tip: Tip,
  writer: string,
): Promise<Tip> {
  const latest = await latestOf(transaction, drafts, tip);
  const edge = { size: tip.edge.size, roots: [...tip.edge.roots] };
  const [entries, leafHashes, hashes] = [[] as Uint8Array[], [] as Uint8Array[], [] as Uint8Array[]];
  const rows = drafts.map(({ authority, encode, opening }) => {
    const bytes = encode(latest.get(authority));
    const hash = leafHash(bytes);
    latest.set(authority, hash.toHex());
    entries.push(bytes);
    leafHashes.push(hash);
    hashes.push(...grow(edge, hash));
    return { length: bytes.length, authority, opening };
  });
  const [moved] = await Promise.all([
    transaction`
      update log_head set size = ${edge.size}, root = ${edgeRoot(edge)}
      where origin = ${tip.origin} and size = ${tip.edge.size} and writer = ${writer} returning 1`,
    transaction`
      insert into leaf (leaf_index, bytes, hash, authority, opening)
      select ${tip.edge.size}::bigint + n - 1,
        substring(${Buffer.concat(entries)}::bytea from (sum(length) over (order by n) - length)::int + 1 for length),
        substring(${Buffer.concat(leafHashes)}::bytea from (n::int - 1) * 32 + 1 for 32), authority, opening
      from rows from (jsonb_to_recordset(${transaction.json(rows as Parameters<Transaction['json']>[0])})
        as (length int, authority text, opening jsonb)) with ordinality as row (length, authority, opening, n)`,
    transaction`
      insert into tree_hash (position, hash)
      select ${storedHashCount(tip.edge.size)}::bigint + n, substring(${Buffer.concat(hashes)}::bytea from n * 32 + 1 for 32)
      from generate_series(0, ${hashes.length - 1}::int) n`,
  ]);
  if (moved.length !== 1) throw new LogError('log-closed', 'another process writes this log now: its head is not where we left it'); // prettier-ignore
  return { origin: tip.origin, edge, latest };
}

/** What is remembered of each authority, with those that these leaves need. */
async function latestOf(
  transaction: Transaction,
  drafts: readonly LeafDraft[],
  tip: Tip,
): Promise<Map<string, string | undefined>> {
  const latest = new Map(tip.latest.size > limits.rememberedAuthorities ? [] : tip.latest);
  const unknown = new Set(drafts.map(({ authority }) => authority).filter((authority) => !latest.has(authority)));
  await Promise.all(
    [...unknown].map(async (authority) => {
      const [row] = await transaction<{ hash: Uint8Array }[]>`
        select hash from leaf where authority = ${authority} order by leaf_index desc limit 1`;
      latest.set(authority, row && Buffer.from(row.hash).toString('hex'));
    }),
  );
  return latest;
}
