import { append, leafHash } from '../transparency/merkle.ts';
import { LogError } from '../transparency/log-error.ts';
import type { Transaction } from './database.ts';
import type { Guard } from './guard.ts';
import { readHead, readTreeHashes } from './reader.ts';

/** A leaf before it knows which leaf of the same authority it follows. */
export type LeafDraft = Readonly<{
  authority: string;
  /** The leaf's bytes, given the hash (hex) of this authority's previous leaf. */
  encode: (previous: string | undefined) => Uint8Array;
  /** What opens the leaf's commitment, kept beside it and never published. */
  opening: unknown;
}>;

/**
 * Appends one leaf to the log inside the act's own transaction: the head is locked, so leaves get their indices one
 * after the other, and it moves by compare-and-swap, so a second writer that does not lock stops here.
 * @returns the leaf's index. @throws Error when the log was not opened, or its head moved under us;
 * LogError log-closed when the guard has vouched for more than the store holds.
 */
export async function appendLeaf(transaction: Transaction, draft: LeafDraft, guard: Guard): Promise<number> {
  // Waited for by itself: the driver does not promise that statements sent together are answered in their order.
  await transaction`select 1 from log_head for update`;
  const [head, [previous]] = await Promise.all([
    readHead(transaction),
    transaction<{ hash: Uint8Array }[]>`
      select hash from leaf where authority = ${draft.authority} order by leaf_index desc limit 1`,
  ]);
  if (head === undefined) throw new Error('the log was not opened');
  if (head.size < guard.floor()) guard.close(`the store has ${head.size} leaves, and ${guard.floor()} were signed or promised: it was restored from an older state`); // prettier-ignore
  const closed = guard.closed();
  if (closed !== undefined) throw new LogError('log-closed', closed);
  const bytes = draft.encode(previous && Buffer.from(previous.hash).toString('hex'));
  const hash = leafHash(bytes);
  const grown = await append(head.size, [hash], (positions) => readTreeHashes(transaction, positions));
  const rows = grown.hashes.map((value, offset) => ({ position: grown.position + offset, hash: value }));
  // Sent together: everybody else waits for the lock meanwhile, and none of the three needs another.
  const [, , moved] = await Promise.all([
    transaction`insert into tree_hash ${transaction(rows)}`,
    transaction`
    insert into leaf (leaf_index, bytes, hash, authority, opening)
    values (${head.size}, ${bytes}, ${hash}, ${draft.authority},
            ${transaction.json(draft.opening as Parameters<Transaction['json']>[0])})`,
    transaction`
    update log_head set size = ${grown.size}, root = ${grown.root}
    where origin = ${head.origin} and size = ${head.size} returning 1`,
  ]);
  if (moved.length !== 1) throw new Error('the head of the log moved: another writer is at work');
  return head.size;
}
