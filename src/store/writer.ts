import { randomUUID } from 'node:crypto';
import { sha256Hex } from '../canonical.ts';
import type { Basis } from '../authorisation/access.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import type { Figures } from '../observatory/figures.ts';
import type { CaseState } from '../request/case.ts';
import type { EventBody } from '../request/event.ts';
import { transact, type Database, type Transaction } from './database.ts';
import { appendLeaf, type LeafDraft } from './append-leaf.ts';
import { LogError } from '../transparency/log-error.ts';
import type { Guard } from './guard.ts';
import { openReader, type CaseSecret, type Reader } from './reader.ts';

/**
 * Appends. An act's event, its leaf in the log, the documents it made and its answer are written in one transaction:
 * all of it is there, or none. What was acknowledged is on disk (fsync, synchronous commit).
 */
export type Writer = Reader &
  Readonly<{
    append: (entry: Entry) => Promise<Appended>;
    /** Registers a mandate; the same mandate again changes nothing. */
    registerMandate: (mandate: Mandate, leaf: LeafDraft) => Promise<void>;
    /** Keeps the figures of a month together with their leaf. @returns false where that month was counted already */
    appendFigures: (figures: Figures, leaf: LeafDraft) => Promise<boolean>;
    recordReading: (
      reading: Readonly<{ caseId: string; mandate: string; page: string; at: string; basis: Basis }>,
    ) => Promise<void>;
  }>;

export type Entry = Readonly<{
  caseId: string;
  /** The version that the act was decided on; 0 opens the case. */
  version: number;
  state: CaseState;
  body: EventBody;
  by: string;
  at: string;
  leaf: LeafDraft;
  documents?: readonly Uint8Array[];
  /** Whose case it is and from whom; only when it is opened. */
  opens?: Readonly<{
    requestId: string;
    requestingState: string;
    requestedState: string;
    authority: string;
    requestingAuthority: string;
  }>;
  secrets?: Readonly<Partial<Record<CaseSecret, Uint8Array>>>;
  /** The provider's authority, from the act that names it. */
  provider?: string;
  /** The officers (mandates) who have the case, from the acts that say so. */
  assigned?: readonly string[];
  act: Readonly<{ id: string; inputSha256: string; value: unknown }>;
  outbox?: readonly Readonly<{ recipient: string; body: unknown }>[];
}>;

export type Appended =
  | Readonly<{ kind: 'appended'; leafIndex: number; version: number }>
  /** Somebody else acted first, or the case was opened twice. */
  | Readonly<{ kind: 'stale' }>
  /** The log does not take anything until a person has decided (guard.ts). */
  | Readonly<{ kind: 'closed'; why: string }>;

export function openWriter(database: Database, guard: Guard): Writer {
  return {
    ...openReader(database),
    append: async (entry) => {
      try {
        return await transact(database, (transaction) => append(transaction, entry, guard));
      } catch (error) {
        if (error instanceof LogError && error.code === 'log-closed') return { kind: 'closed', why: error.message };
        throw error;
      }
    },
    registerMandate: (mandate, leaf) =>
      transact(database, async (transaction) => {
        // The lock that appending takes anyway, taken first: two starts at once register each person once.
        await transaction`select 1 from log_head for update`;
        const [known] = await transaction`select 1 from mandate where id = ${mandate.id}`;
        if (known !== undefined) return;
        const leafIndex = await appendLeaf(transaction, leaf, guard);
        await transaction`insert into mandate (id, body, leaf_index) values (${mandate.id}, ${json(transaction, mandate)}, ${leafIndex})`;
      }),
    appendFigures: (figures, leaf) =>
      transact(database, async (transaction) => {
        // The lock that appending takes anyway, taken first: two processes count each month once.
        await transaction`select 1 from log_head for update`;
        const { counts, test } = figures;
        const [known] = await transaction`select 1 from figure where counts = ${counts} and test = ${test}`;
        if (known !== undefined) return false;
        const leafIndex = await appendLeaf(transaction, leaf, guard);
        await transaction`
          insert into figure (counts, test, body, leaf_index)
          values (${counts}, ${test}, ${json(transaction, figures)}, ${leafIndex})`;
        return true;
      }),
    recordReading: async (reading) => {
      await database`insert into reading ${database({ reading_id: randomUUID(), case_id: reading.caseId, mandate: reading.mandate, page: reading.page, at: reading.at, basis: reading.basis })}`;
    },
  };
}

const json = (transaction: Transaction, value: unknown): ReturnType<Transaction['json']> =>
  transaction.json(value as Parameters<Transaction['json']>[0]);

async function append(transaction: Transaction, entry: Entry, guard: Guard): Promise<Appended> {
  const version = entry.version + 1;
  if (!(await takeVersion(transaction, entry, version))) return { kind: 'stale' };
  for (const bytes of entry.documents ?? []) {
    await transaction`insert into document (sha256, bytes) values (${sha256Hex(bytes)}, ${bytes}) on conflict do nothing`;
  }
  for (const [name, bytes] of Object.entries(entry.secrets ?? {}))
    await transaction`insert into case_secret (case_id, name, bytes) values (${entry.caseId}, ${name}, ${bytes})`;
  for (const { recipient, body } of entry.outbox ?? [])
    await transaction`
      insert into outbox (outbox_id, case_id, recipient, body, created_at)
      values (${randomUUID()}, ${entry.caseId}, ${recipient}, ${json(transaction, body)}, ${entry.at})`;
  // Last, because the head of the log is one row for all: it is held only until the commit that follows.
  const leafIndex = await appendLeaf(transaction, entry.leaf, guard);
  const { id, inputSha256, value } = entry.act;
  await Promise.all([
    transaction`
    insert into case_event (case_id, number, at, by_mandate, body, leaf_index)
    values (${entry.caseId}, ${version}, ${entry.at}, ${entry.by}, ${json(transaction, entry.body)}, ${leafIndex})`,
    transaction`
    insert into act_receipt (act_id, input_sha256, answer, at)
    values (${id}, ${inputSha256}, ${json(transaction, { kind: 'done', caseId: entry.caseId, leafIndex, value })}, ${entry.at})`,
  ]);
  return { kind: 'appended', leafIndex, version };
}

/** Opens the case, or moves it from the version that the person saw to the next. False when somebody was faster. */
async function takeVersion(transaction: Transaction, entry: Entry, version: number): Promise<boolean> {
  if (entry.opens === undefined) {
    const moved = await transaction`
      update case_file set version = ${version}, state = ${entry.state}, changed_at = ${entry.at},
        provider = coalesce(${entry.provider ?? null}, provider),
        assigned = coalesce(${entry.assigned === undefined ? null : transaction.array([...entry.assigned])}::text[], assigned)
      where case_id = ${entry.caseId} and version = ${entry.version} returning 1`;
    return moved.length === 1;
  }
  const { requestId, requestingState, requestedState, authority, requestingAuthority } = entry.opens;
  const opened = await transaction`
    insert into case_file ${transaction({
      case_id: entry.caseId, request_id: requestId, state: entry.state, version,
      requesting_state: requestingState, requested_state: requestedState, authority,
      requesting_authority: requestingAuthority,
      opened_at: entry.at, changed_at: entry.at, assigned: [...(entry.assigned ?? [])],
    })} on conflict do nothing returning 1`; // prettier-ignore
  if (opened.length === 0) return false;
  return true;
}
