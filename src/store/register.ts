import type { Mandate } from '../authorisation/mandate.ts';
import type { AuthorityEntry, EnteredAuthority } from '../standing/authority.ts';
import type { LeafDraft } from './append-leaves.ts';
import type { Database, Transaction } from './database.ts';
import type { Sequencer } from './sequencer.ts';
import { appendSingle } from './single-record.ts';

/** The register: who may act, and which authorities are known. What was entered is never changed; it ends, or is followed. */

export type RegisterChange =
  | Readonly<{ kind: 'mandate-granted'; mandate: Mandate }>
  | Readonly<{ kind: 'mandate-revoked'; mandate: string; reasons: string }>
  | Readonly<{ kind: 'authority-entered'; entry: AuthorityEntry }>
  | Readonly<{ kind: 'authority-ended'; entry: string; reasons: string }>;

/** One thing that was done to the register of an authority. */
export type RegisterEvent = Readonly<{
  authority: string;
  at: string;
  /** Absent for what a sandbox begins with. */
  by?: string;
  leafIndex: number;
  change: RegisterChange;
}>;

type Row = { leaf_index: bigint; authority: string; at: Date; by_mandate: string | null; body: unknown };

const subjectOf = (change: RegisterChange): string => {
  switch (change.kind) {
    case 'mandate-granted':
      return change.mandate.id;
    case 'mandate-revoked':
      return change.mandate;
    case 'authority-entered':
      return change.entry.id;
    case 'authority-ended':
      return change.entry;
  }
};

export type RegisterEntry = Omit<RegisterEvent, 'leafIndex'> &
  Readonly<{
    leaf: LeafDraft;
    /** Absent for what a sandbox begins with. */
    act?: Readonly<{ id: string; inputSha256: string; value: unknown }>;
  }>;

/**
 * Writes one change together with its leaf and its answer.
 * @returns the leaf's index; `undefined` where somebody was faster: it ended already, or is there already
 * @throws LogError log-closed
 */
export const appendToRegister = (sequencer: Sequencer, entry: RegisterEntry): Promise<number | undefined> =>
  appendSingle(sequencer, {
    keys: [`register ${subjectOf(entry.change)}`, ...(entry.act === undefined ? [] : [`act ${entry.act.id}`])],
    leaf: entry.leaf,
    claim: async (transaction) => !(await isThere(transaction, entry)),
    write: async (transaction, leafIndex) => {
      const { change, authority, at, by = null, act } = entry;
      if (change.kind === 'mandate-granted')
        await transaction`insert into mandate (id, body, leaf_index) values (${change.mandate.id}, ${json(transaction, change.mandate)}, ${leafIndex})`;
      await transaction`
        insert into register_event (leaf_index, authority, at, by_mandate, kind, subject, body)
        values (${leafIndex}, ${authority}, ${at}, ${by}, ${change.kind}, ${subjectOf(change)}, ${json(transaction, change)})`;
      if (act !== undefined)
        await transaction`
          insert into act_receipt (act_id, input_sha256, answer, at)
          values (${act.id}, ${act.inputSha256}, ${json(transaction, { kind: 'done', leafIndex, value: act.value })}, ${at})`;
    },
  });

async function isThere(transaction: Transaction, { change, act }: RegisterEntry): Promise<boolean> {
  const [answered] = act === undefined ? [] : await transaction`select 1 from act_receipt where act_id = ${act.id}`;
  if (answered !== undefined) return true;
  const [known] =
    change.kind === 'mandate-granted'
      ? await transaction`select 1 from mandate where id = ${change.mandate.id}`
      : await transaction`select 1 from register_event where subject = ${subjectOf(change)} and kind = ${change.kind}`;
  return known !== undefined;
}

const json = (transaction: Transaction, value: unknown): ReturnType<Transaction['json']> =>
  transaction.json(value as Parameters<Transaction['json']>[0]);

/** What was done to the register of an authority, last first. */
export async function readRegister(database: Database, authority: string, limit: number): Promise<RegisterEvent[]> {
  const rows = await database<Row[]>`
    select leaf_index, authority, at, by_mandate, body from register_event
    where authority = ${authority} order by leaf_index desc limit ${limit}`;
  return rows.map((row) => ({
    authority: row.authority,
    at: row.at.toISOString(),
    ...(row.by_mandate === null ? {} : { by: row.by_mandate }),
    leafIndex: Number(row.leaf_index),
    change: row.body as RegisterChange,
  }));
}

/** The authorities that stand in a register, in the order in which they were entered; ended ones too. */
export async function readAuthorities(database: Database, keptBy: string): Promise<EnteredAuthority[]> {
  const rows = await database<(Row & { ended_at: Date | null })[]>`
    select e.leaf_index, e.authority, e.at, e.by_mandate, e.body, x.at as ended_at
    from register_event e left join register_event x on x.subject = e.subject and x.kind = 'authority-ended'
    where e.authority = ${keptBy} and e.kind = 'authority-entered' order by e.leaf_index`;
  return rows.map((row) => ({
    ...(row.body as Extract<RegisterChange, { kind: 'authority-entered' }>).entry,
    enteredAt: row.at.toISOString(),
    ...(row.by_mandate === null ? {} : { enteredBy: row.by_mandate }),
    leafIndex: Number(row.leaf_index),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at.toISOString() }),
  }));
}
