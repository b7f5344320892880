import { LogError } from '../transparency/log-error.ts';
import type { LeafDraft } from './append-leaves.ts';
import type { Transaction } from './database.ts';
import type { Ledger, Sequencer } from './sequencer.ts';

/** A record of a kind that is seldom written: its own statements, in the transaction that it shares with others. */
export type SingleRecord = Readonly<{
  /** What it has in common with what it must not share a transaction with. */
  keys: readonly string[];
  leaf: LeafDraft;
  /** Whether it may be written. It changes nothing: where it says no, nothing may be left behind. */
  claim: (transaction: Transaction) => Promise<boolean>;
  write: (transaction: Transaction, leafIndex: number) => Promise<unknown>;
}>;

const singleRecords: Ledger<SingleRecord> = {
  keysOf: ({ keys }) => keys,
  leafOf: ({ leaf }) => leaf,
  claim: async (transaction, records) => {
    const answers = [];
    for (const record of records) answers.push(await record.claim(transaction));
    return answers;
  },
  write: async (transaction, placed) => {
    for (const { item, leafIndex } of placed) await item.write(transaction, leafIndex);
  },
};

/**
 * Writes the record and its leaf, or nothing.
 * @returns the leaf's index; `undefined` where the record was not claimed
 * @throws LogError log-closed; Error where too many wait for the log
 */
export async function appendSingle(sequencer: Sequencer, record: SingleRecord): Promise<number | undefined> {
  const done = await sequencer.append(singleRecords, record);
  if (done.kind === 'closed') throw new LogError('log-closed', done.why);
  if (done.kind === 'busy') throw new Error('too many acts wait for the log');
  return done.kind === 'appended' ? done.leafIndex : undefined;
}
