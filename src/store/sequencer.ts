import postgres from 'postgres';
import { limits } from '../limits.ts';
import { LogError } from '../transparency/log-error.ts';
import { appendLeaves, readTip, type LeafDraft, type Tip } from './append-leaves.ts';
import { openBatchQueue } from './batch-queue.ts';
import type { WritingSession } from './claim-writing.ts';
import { transact, type Transaction } from './database.ts';
import type { Guard } from './guard.ts';

/**
 * Where one kind of record is written, many records in one transaction. The leaf of each goes into the log in the same
 * transaction: all of it is there, or none.
 */
export type Ledger<Item> = Readonly<{
  /** What two records of one transaction may not have in common. */
  keysOf: (item: Item) => readonly string[];
  leafOf: (item: Item) => LeafDraft;
  /** Which of them may still be written, in their order; the others get no leaf and leave nothing behind. */
  claim: (transaction: Transaction, items: readonly Item[]) => Promise<readonly boolean[]>;
  /** Writes the rows of those that may, each with the index of its leaf. */
  write: (transaction: Transaction, placed: readonly Placed<Item>[]) => Promise<unknown>;
}>;

export type Placed<Item> = Readonly<{ item: Item; leafIndex: number }>;

export type Sequenced =
  | Readonly<{ kind: 'appended'; leafIndex: number }>
  /** Its ledger did not claim it. */
  | Readonly<{ kind: 'stale' }>
  /** The log does not take anything until a person has decided (guard.ts). */
  | Readonly<{ kind: 'closed'; why: string }>
  /** More wait already than `limits.waitingActs`. Nothing was recorded. */
  | Readonly<{ kind: 'busy' }>;

/** Gives each record its place in the log. One for the whole process, and one process for the whole database. */
export type Sequencer = Readonly<{
  append: <Item>(ledger: Ledger<Item>, item: Item) => Promise<Sequenced>;
  /** What was taken is written, or has failed. */
  idle: () => Promise<void>;
}>;

type Job = Readonly<{ ledger: Ledger<unknown>; item: unknown }>;

export function openSequencer(session: WritingSession, guard: Guard): Sequencer {
  let tip: Tip | undefined;
  const sequence = async (jobs: readonly Job[]): Promise<readonly Sequenced[]> => {
    const { grown, results } = await transact(session.database(), async (transaction) => {
      const from = tip ?? (await readTip(transaction));
      assertOpen(guard, from);
      return place(transaction, jobs, from, session.writer);
    });
    tip = grown;
    return results;
  };
  const run = async (jobs: readonly Job[]): Promise<PromiseSettledResult<Sequenced>[]> => {
    try {
      return (await sequence(jobs)).map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      // What we remember may be ahead of what is stored: it is read again.
      tip = undefined;
      if (error instanceof LogError && error.code === 'log-closed') {
        guard.close(error.message);
        return jobs.map(() => ({ status: 'fulfilled', value: { kind: 'closed', why: error.message } }));
      }
      if (isOfConnection(error)) await session.renew().catch(() => undefined);
      if (jobs.length === 1 || !isOfOneRecord(error)) return jobs.map(() => ({ status: 'rejected', reason: error }));
      // One of them cannot be written. Each by itself, so that it fails alone.
      const results = [];
      for (const job of jobs) results.push(...(await run([job])));
      return results;
    }
  };
  const queue = openBatchQueue<Job, Sequenced>({
    batch: limits.batchedActs,
    waiting: limits.waitingActs,
    keysOf: ({ ledger, item }) => ledger.keysOf(item),
    run,
  });
  return {
    append: async (ledger, item) => (await queue.add({ ledger: ledger as Ledger<unknown>, item })) ?? { kind: 'busy' },
    idle: queue.idle,
  };
}

/** The guard speaks before every append: over a database that lost what was signed, nothing is recorded. */
function assertOpen(guard: Guard, { edge: { size } }: Tip): void {
  if (size < guard.floor()) guard.close(`the store has ${size} leaves, and ${guard.floor()} were signed or promised: it was restored from an older state`); // prettier-ignore
  const closed = guard.closed();
  if (closed !== undefined) throw new LogError('log-closed', closed);
}

type Written = Readonly<{ grown: Tip; results: readonly Sequenced[] }>;

async function place(transaction: Transaction, jobs: readonly Job[], tip: Tip, writer: string): Promise<Written> {
  const ledgers = Map.groupBy(jobs, ({ ledger }) => ledger);
  const claimed = new Set<Job>();
  for (const [ledger, own] of ledgers) {
    const answers = await ledger.claim(transaction, own.map(({ item }) => item)); // prettier-ignore
    own.forEach((job, at) => answers[at] === true && claimed.add(job));
  }
  const placed = new Map([...jobs.filter((job) => claimed.has(job))].map((job, at) => [job, tip.edge.size + at]));
  const results = jobs.map((job): Sequenced => {
    const leafIndex = placed.get(job);
    return leafIndex === undefined ? { kind: 'stale' } : { kind: 'appended', leafIndex };
  });
  if (placed.size === 0) return { grown: tip, results };
  const [grown] = await Promise.all([
    appendLeaves(transaction, [...placed.keys()].map(({ ledger, item }) => ledger.leafOf(item)), tip, writer), // prettier-ignore
    ...[...ledgers].map(([ledger, own]) => {
      const rows = own.flatMap((job) => {
        const leafIndex = placed.get(job);
        return leafIndex === undefined ? [] : [{ item: job.item, leafIndex }];
      });
      return rows.length === 0 ? undefined : ledger.write(transaction, rows);
    }),
  ]);
  return { grown, results };
}

/** Whether one record's own content failed, and not the database under all of them. */
function isOfOneRecord(error: unknown): boolean {
  // Data exception, integrity constraint violation.
  if (error instanceof postgres.PostgresError) return /^2[23]/.test(error.code);
  return !isOfConnection(error);
}

/** The driver's and the system's own errors have a number. */
const isOfConnection = (error: unknown): boolean =>
  error instanceof Error && 'errno' in error && !(error instanceof postgres.PostgresError);
