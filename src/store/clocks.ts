import { createHash, randomUUID } from 'node:crypto';
import type { Case } from '../request/case.ts';
import { dutiesOf, type Duty } from '../request/duty.ts';
import { timersOf } from '../request/timer.ts';
import { transact, type Database, type Transaction } from './database.ts';
import { readCase } from './reader.ts';

/** What came of one timer: sent into the outbox, written down as an event, no longer wanted, or to be tried again. */
export type Firing =
  Readonly<{ kind: 'send'; recipient: string; body: unknown }> | Readonly<{ kind: 'done' | 'void' | 'later' }>;

export type ClaimedTimer = Readonly<{ caseId: string; id: string; dueAt: string }>;

/** A clock that was once further than it is. Instants are UTC. */
export type ClockJump = Readonly<{ seenAt: string; wentBackTo: string }>;

/** Duties and timers as tables, and the firing of what is due. Several processes may do all of it at once. */
export type Clocks = Readonly<{
  /** Brings the tables up to what the events say, so many cases at most. @returns how many were behind */
  refresh: (limit: number) => Promise<number>;
  /**
   * Fires what is due at this instant, one after the other, so many at most. A timer is claimed by one process at a time;
   * one that is killed lets go of it. @returns how many fired
   */
  fire: (at: string, limit: number, fire: (timer: ClaimedTimer) => Promise<Firing>) => Promise<number>;
  /** Notes the instant. @returns the jump, if any process saw a later one; it is kept */
  see: (at: string) => Promise<ClockJump | undefined>;
  jumps: (limit: number) => Promise<readonly ClockJump[]>;
}>;

export function openClocks(database: Database): Clocks {
  return {
    refresh: async (limit) => {
      const behind = await database<{ case_id: string }[]>`
        select case_id from case_file where timed_version < version order by changed_at limit ${limit}`;
      for (const { case_id: caseId } of behind) {
        const subject = await readCase(database, caseId);
        if (subject !== undefined) await transact(database, (transaction) => put(transaction, subject));
      }
      return behind.length;
    },
    fire: async (at, limit, fire) => {
      let fired = 0;
      // What has to wait is not asked again in this round, or it would stand before everything else.
      const waits: string[] = [];
      while (fired + waits.length < limit) {
        const next = await transact(database, (transaction) => fireNext(transaction, at, waits, fire));
        if (next === undefined) break;
        if (next.kind === 'later') waits.push(next.key);
        else fired += 1;
      }
      return fired;
    },
    see: (at) => transact(database, (transaction) => see(transaction, at)),
    jumps: async (limit) => {
      const rows = await database<{ seen_at: Date; went_back_to: Date }[]>`
        select seen_at, went_back_to from clock_jump order by went_back_to desc limit ${limit}`;
      return rows.map((row) => ({ seenAt: row.seen_at.toISOString(), wentBackTo: row.went_back_to.toISOString() }));
    },
  };
}

/** Writes the duties and timers of a case as it was read; an older reading than the one that is there changes nothing. */
async function put(transaction: Transaction, subject: Case): Promise<void> {
  const { id, version } = subject;
  const newer = await transaction`
    update case_file set timed_version = ${version} where case_id = ${id} and timed_version < ${version} returning 1`;
  if (newer.length === 0) return;
  const duties = dutiesOf(subject).map(dutyRow);
  if (duties.length > 0)
    await transaction`
      insert into duty (case_id, duty_id, kind, owner_role, owner_authority, due_at, cites, dated_by, state, opened_by, settled_by)
      select ${id}, duty_id, kind, owner_role, owner_authority, due_at, cites, dated_by, state, opened_by, settled_by
      from jsonb_to_recordset(${transaction.json(duties)}) as row (duty_id text, kind text, owner_role text,
        owner_authority text, due_at timestamptz, cites text, dated_by text, state text, opened_by integer, settled_by integer)
      on conflict (case_id, duty_id) do update set owner_authority = excluded.owner_authority, due_at = excluded.due_at,
        cites = excluded.cites, dated_by = excluded.dated_by, state = excluded.state, settled_by = excluded.settled_by`;
  const timers = timersOf(subject).map((timer) => ({ timer_id: timer.id, due_at: timer.at }));
  // A timer that somebody is firing is left to them: they ask the events themselves whether it is still wanted.
  await transaction`
    delete from timer where (case_id, timer_id) in (
      select case_id, timer_id from timer where case_id = ${id} and fired_at is null
        and timer_id <> all(${transaction.array(timers.map((timer) => timer.timer_id), 25)}) for update skip locked)`; // prettier-ignore
  if (timers.length > 0)
    await transaction`
      insert into timer (case_id, timer_id, due_at)
      select ${id}, timer_id, due_at
      from jsonb_to_recordset(${transaction.json(timers)}) as row (timer_id text, due_at timestamptz)
      on conflict do nothing`;
}

const dutyRow = ({ id, kind, owner, due, source, opened, extensions, met, ended }: Duty) => ({
  duty_id: id,
  kind,
  owner_role: owner.role,
  owner_authority: owner.authority ?? null,
  due_at: due,
  cites: source.cites,
  dated_by: source.date,
  state: met ? 'met' : ended ? 'ended' : extensions.length > 0 ? 'extended' : 'open',
  opened_by: opened.number,
  settled_by: (met ?? ended)?.number ?? null,
});

/** Claims one timer that is due and that nobody else holds, and writes down what came of it in the same transaction. */
async function fireNext(
  transaction: Transaction,
  at: string,
  waits: readonly string[],
  fire: (timer: ClaimedTimer) => Promise<Firing>,
): Promise<{ kind: 'fired' } | { kind: 'later'; key: string } | undefined> {
  const [row] = await transaction<{ case_id: string; timer_id: string; due_at: Date }[]>`
    select case_id, timer_id, due_at from timer
    where fired_at is null and due_at <= ${at}
      and case_id || ' ' || timer_id <> all(${transaction.array([...waits], 25)})
    order by due_at, case_id, timer_id limit 1 for update skip locked`;
  if (row === undefined) return undefined;
  const { case_id: caseId, timer_id: id } = row;
  const result = await fire({ caseId, id, dueAt: row.due_at.toISOString() });
  if (result.kind === 'later') return { kind: 'later', key: `${caseId} ${id}` };
  if (result.kind === 'void') {
    await transaction`delete from timer where case_id = ${caseId} and timer_id = ${id}`;
    return { kind: 'fired' };
  }
  if (result.kind === 'send')
    await transaction`
      insert into outbox (outbox_id, case_id, recipient, body, created_at)
      values (${timerUuid(caseId, id)}, ${caseId}, ${result.recipient}, ${transaction.json(result.body as Json)}, ${at})
      on conflict do nothing`;
  await transaction`update timer set fired_at = ${at} where case_id = ${caseId} and timer_id = ${id}`;
  return { kind: 'fired' };
}

type Json = Parameters<Transaction['json']>[0];

/** One timer, one id, whoever fires it and however often its row is made again: a UUID of its name (RFC 9562, version 8). */
export function timerUuid(caseId: string, timerId: string): string {
  const hex = createHash('sha256').update(`${caseId}\n${timerId}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function see(transaction: Transaction, at: string): Promise<ClockJump | undefined> {
  await transaction`insert into clock_seen (at) values (${at}) on conflict do nothing`;
  const [row] = await transaction<{ at: Date }[]>`select at from clock_seen for update`;
  const seenAt = row?.at.toISOString() ?? at;
  if (seenAt === at) return undefined;
  await transaction`update clock_seen set at = ${at}`;
  // Two processes that ask within one moment may be told it in either order.
  if (Date.parse(seenAt) - Date.parse(at) < 1_000) return undefined;
  await transaction`insert into clock_jump (jump_id, seen_at, went_back_to) values (${randomUUID()}, ${seenAt}, ${at})`;
  return { seenAt, wentBackTo: at };
}
