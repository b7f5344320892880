import type { Audience } from '../request/searchable.ts';
import type { CaseState } from '../request/case.ts';
import type { ReachFilter } from '../standing/reach.ts';
import { transact, type Database } from './database.ts';
import { within } from './within.ts';

/** One case as a list shows it. Moments are UTC. */
export type QueueLine = Readonly<{
  caseId: string;
  version: number;
  state: CaseState;
  measure: string | null;
  requestingState: string;
  requestedState: string;
  /** The role for which it waits. */
  waitsFor: string | null;
  /** What that role owes soonest, and by when. */
  due: Readonly<{ kind: string; at: string }> | null;
  /** When something is due soonest, whoever owes it. */
  nextDueAt: string | null;
  /** The weight of its triage, 0 to 9, and the factors that say why (src/law/triage.ts). */
  weight: number;
  because: readonly string[];
  /** The officers (mandates) who have the case. */
  assigned: readonly string[];
  openedAt: string;
  changedAt: string;
}>;

/** A line as it is written: with its parties, and the words that each audience may search. */
export type MadeLine = QueueLine &
  Readonly<{
    authority: string;
    requestingAuthority: string;
    provider: string | null;
    words: Readonly<Record<Audience, string | null>>;
  }>;

export type QueueFilter = Readonly<{
  state?: string;
  measure?: string;
  /** A State on either side. */
  with?: string;
  /** Only what waits for this role; such a list is ordered by urgency, every other one by the last change. */
  waitsFor?: string;
  /** Only what is assigned to one of these officers (mandates). */
  assignedTo?: readonly string[];
  /** Only what has something due at this moment or before. */
  overdueAt?: string;
  /** Folded words (src/request/searchable.ts), as a person types them: "a phrase", -without, or. */
  words?: Readonly<{ audience: Audience; text: string }>;
}>;

/** Where a page ends: the values of its last line in the order of the list. */
export type QueuePlace = readonly string[];

export type QueuePage = Readonly<{ lines: readonly QueueLine[]; next?: QueuePlace }>;

/** The queue is a copy of what the events say; lists, filters and the search read it. */
export type Queue = Readonly<{
  /** Cases whose line is behind, those behind for longest first. */
  behind: (limit: number) => Promise<string[]>;
  /** A line of an older version than the one that is there changes nothing. */
  put: (line: MadeLine) => Promise<void>;
  page: (within: ReachFilter, filter: QueueFilter, limit: number, after?: QueuePlace) => Promise<QueuePage>;
  /** How many there are, counted up to `most`. */
  count: (within: ReachFilter, filter: QueueFilter, most: number) => Promise<number>;
}>;

/** Stands where nothing is due: the driver has no value for infinity. */
const never = '9999-12-31T00:00:00.000Z';
const heaviest = 9;

export function openQueue(database: Database): Queue {
  return {
    behind: async (limit) =>
      (
        await database<{ case_id: string }[]>`
          select case_id from case_file where queued_version < version order by changed_at limit ${limit}`
      ).map(({ case_id }) => case_id),
    put: (line) => put(database, line),
    page: async (within, filter, limit, after) => {
      const byUrgency = filter.waitsFor !== undefined;
      const rows = await database<LineRow[]>`
        select case_id, version, state, measure, requesting_state, requested_state, waits_for, due_at, due_kind, next_due_at,
          place, because, assigned, opened_at, changed_at
        from case_line where ${conditions(database, within, filter)} ${after === undefined ? database`` : database`and ${beyond(database, byUrgency, after)}`}
        order by ${byUrgency ? database`place, due_at, opened_at, case_id` : database`changed_at desc, case_id desc`}
        limit ${limit + 1}`;
      const lines = rows.slice(0, limit).map(lineOf);
      const last = lines.at(-1);
      return rows.length > limit && last !== undefined ? { lines, next: placeOf(last, byUrgency) } : { lines };
    },
    count: async (within, filter, most) => {
      const [row] = await database<{ count: bigint }[]>`
        select count(*) from (select 1 from case_line where ${conditions(database, within, filter)} limit ${most}) as found`;
      return Number(row?.count ?? 0);
    },
  };
}

type Fragment = ReturnType<Database>;

function conditions(database: Database, reached: ReachFilter, filter: QueueFilter): Fragment {
  const { state, measure, with: other, waitsFor, assignedTo, overdueAt, words } = filter;
  return database`${within(database, reached)}
    ${state === undefined ? database`` : database`and state = ${state}`}
    ${measure === undefined ? database`` : database`and measure = ${measure}`}
    ${other === undefined ? database`` : database`and (requesting_state = ${other} or requested_state = ${other})`}
    ${waitsFor === undefined ? database`` : database`and waits_for = ${waitsFor}`}
    ${assignedTo === undefined ? database`` : database`and assigned && ${database.array([...assignedTo], 25)}`}
    ${overdueAt === undefined ? database`` : database`and next_due_at <= ${overdueAt}`}
    ${words === undefined ? database`` : database`and ${database(`words_${words.audience}`)} @@ ${queryOf(database, words.text)}`}`;
}

/** As people type it (websearch), each word also as the beginning of a longer one. */
const queryOf = (database: Database, text: string): Fragment =>
  database`regexp_replace(websearch_to_tsquery('simple', ${text})::text, '''(?=$|[ )])', ''':*', 'g')::tsquery`;

function beyond(database: Database, byUrgency: boolean, after: QueuePlace): Fragment {
  const [first = '', second = '', third = '', fourth = ''] = after;
  return byUrgency
    ? database`(place, due_at, opened_at, case_id) > (${first}::smallint, ${second}::timestamptz, ${third}::timestamptz, ${fourth}::uuid)`
    : database`(changed_at, case_id) < (${first}::timestamptz, ${second}::uuid)`;
}

const placeOf = ({ weight, due, openedAt, changedAt, caseId }: QueueLine, byUrgency: boolean): QueuePlace =>
  byUrgency ? [String(heaviest - weight), due?.at ?? never, openedAt, caseId] : [changedAt, caseId];

async function put(database: Database, line: MadeLine): Promise<void> {
  const { caseId, version, words } = line;
  await transact(database, async (transaction) => {
    // The case is locked while its line is written: of two who do this at once the second sees what the first did.
    const [file] = await transaction<{ behind: boolean }[]>`
      select queued_version < ${version} as behind from case_file where case_id = ${caseId} for update`;
    if (file?.behind !== true) return;
    await transaction`delete from case_line where case_id = ${caseId}`;
    await transaction`
      insert into case_line (case_id, version, state, measure, requesting_state, requested_state, authority, requesting_authority, provider,
        waits_for, due_at, due_kind, next_due_at, place, because, assigned, opened_at, changed_at, words_requested, words_requesting, words_provider)
      values (${caseId}, ${version}, ${line.state}, ${line.measure}, ${line.requestingState}, ${line.requestedState},
        ${line.authority}, ${line.requestingAuthority}, ${line.provider},
        ${line.waitsFor}, ${line.due?.at ?? never}, ${line.due?.kind ?? null}, ${line.nextDueAt ?? never},
        ${heaviest - line.weight}, ${database.array([...line.because], 25)}, ${database.array([...line.assigned], 25)}, ${line.openedAt}, ${line.changedAt},
        to_tsvector('simple', ${words.requested}), to_tsvector('simple', ${words.requesting}), to_tsvector('simple', ${words.provider}))`;
    await transaction`update case_file set queued_version = ${version} where case_id = ${caseId}`;
  });
}

type LineRow = {
  case_id: string;
  version: number;
  state: CaseState;
  measure: string | null;
  requesting_state: string;
  requested_state: string;
  waits_for: string | null;
  due_at: Date;
  due_kind: string | null;
  next_due_at: Date;
  place: number;
  because: string[];
  assigned: string[];
  opened_at: Date;
  changed_at: Date;
};

const instantOf = (at: Date): string | null => (at.toISOString() === never ? null : at.toISOString());

function lineOf(row: LineRow): QueueLine {
  const dueAt = instantOf(row.due_at);
  return {
    caseId: row.case_id,
    version: row.version,
    state: row.state,
    measure: row.measure,
    requestingState: row.requesting_state,
    requestedState: row.requested_state,
    waitsFor: row.waits_for,
    due: dueAt === null || row.due_kind === null ? null : { kind: row.due_kind, at: dueAt },
    nextDueAt: instantOf(row.next_due_at),
    weight: heaviest - row.place,
    because: row.because,
    assigned: row.assigned,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}
