import { randomUUID } from 'node:crypto';
import type { Basis } from '../authorisation/access.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import type { Figures } from '../observatory/figures.ts';
import type { CaseState } from '../request/case.ts';
import type { EventBody } from '../request/event.ts';
import type { Database } from './database.ts';
import type { LeafDraft } from './append-leaves.ts';
import { entryRows } from './entry-rows.ts';
import { appendToRegister, type RegisterEntry } from './register.ts';
import { openReader, type CaseSecret, type Reader } from './reader.ts';
import type { Sequenced, Sequencer } from './sequencer.ts';
import { appendSingle } from './single-record.ts';

/**
 * Appends. An act's event, its leaf in the log, the documents it made and its answer are written in one transaction:
 * all of it is there, or none; acts that come at once share one (sequencer.ts). What was acknowledged is on disk (fsync,
 * synchronous commit).
 */
export type Writer = Reader &
  Readonly<{
    append: (entry: Entry) => Promise<Appended>;
    /** Registers a mandate; the same mandate again changes nothing. */
    registerMandate: (mandate: Mandate, leaf: LeafDraft) => Promise<void>;
    /** @returns the leaf's index; `undefined` where somebody was faster. @throws LogError log-closed */
    appendToRegister: (entry: RegisterEntry) => Promise<number | undefined>;
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
  /** A mandate, or the clock (src/request/clock-events.ts). */
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
  /** The case's evidence key, and what names its parts, go with this entry. */
  destroysEvidence?: true;
  secrets?: Readonly<Partial<Record<CaseSecret, Uint8Array>>>;
  /** The provider's authority, from the act that names it. */
  provider?: string;
  /** The officers (mandates) who have the case, from the acts that say so. */
  assigned?: readonly string[];
  act: Readonly<{ id: string; inputSha256: string; value: unknown }>;
  outbox?: readonly Readonly<{ recipient: string; body: unknown }>[];
}>;

/** `stale`: somebody else acted first, or the case was opened twice. */
export type Appended =
  Readonly<{ kind: 'appended'; leafIndex: number; version: number }> | Exclude<Sequenced, { kind: 'appended' }>;

export function openWriter(database: Database, sequencer: Sequencer): Writer {
  return {
    ...openReader(database),
    append: async (entry) => {
      const done = await sequencer.append(entryRows, entry);
      return done.kind === 'appended' ? { ...done, version: entry.version + 1 } : done;
    },
    registerMandate: async (mandate, leaf) => {
      await appendSingle(sequencer, {
        keys: [`mandate ${mandate.id}`],
        leaf,
        claim: async (transaction) => (await transaction`select 1 from mandate where id = ${mandate.id}`).length === 0,
        write: (transaction, leafIndex) => transaction`
          insert into mandate (id, body, leaf_index) values (${mandate.id}, ${transaction.json(mandate)}, ${leafIndex})`,
      });
    },
    appendToRegister: (entry) => appendToRegister(sequencer, entry),
    appendFigures: async (figures, leaf) => {
      const { counts, test } = figures;
      const index = await appendSingle(sequencer, {
        keys: [`figures ${counts} ${test}`],
        leaf,
        claim: async (transaction) => (await transaction`select 1 from figure where counts = ${counts} and test = ${test}`).length === 0, // prettier-ignore
        write: (transaction, leafIndex) => transaction`
          insert into figure (counts, test, body, leaf_index)
          values (${counts}, ${test}, ${transaction.json(figures)}, ${leafIndex})`,
      });
      return index !== undefined;
    },
    recordReading: async (reading) => {
      await database`insert into reading ${database({ reading_id: randomUUID(), case_id: reading.caseId, mandate: reading.mandate, page: reading.page, at: reading.at, basis: reading.basis })}`;
    },
  };
}
