import type { Figures } from '../observatory/figures.ts';
import type { Basis } from '../authorisation/access.ts';
import { caseOf, type Case } from '../request/case.ts';
import type { EnteredAuthority } from '../standing/authority.ts';
import type { ReachFilter } from '../standing/reach.ts';
import { readEmergencies } from './emergencies.ts';
import { readReadings, type ReadingFilter, type SeenReading } from './readings.ts';
import { within } from './within.ts';
import type { Database, Transaction } from './database.ts';
import { readAuthorities, readRegister, type RegisterEvent } from './register.ts';
import {
  eventOf, isUuid, leafOf, mandateOf, registeredKeyOf, summaryOf,
  type CaseRow, type CaseSummary, type EventRow, type Head, type LeafRow, type MandateRow, type PersonKeyRow, type Reading, type RegisteredKey, type RegisteredMandate, type StoredLeaf,
} from './rows.ts'; // prettier-ignore

/** What a case must keep to itself (migrations/0001.sql). */
export type CaseSecret = 'link' | 'withheld' | 'storage';

/** Reads what was appended. A reader cannot change anything. */
export type Reader = Readonly<{
  /** The whole case; `undefined` for an id that is none or not a UUID. */
  caseById: (id: string) => Promise<Case | undefined>;
  /** `link` or `withheld` (migrations/0001.sql), or `storage` (0500.sql); `undefined` where there is none, or it was destroyed. */
  caseSecret: (caseId: string, name: CaseSecret) => Promise<Uint8Array | undefined>;
  caseIdOfRequest: (requestId: string) => Promise<string | undefined>;
  /** Cases, last changed first. */
  cases: (where: ReachFilter, limit: number) => Promise<CaseSummary[]>;
  mandate: (id: string) => Promise<RegisteredMandate | undefined>;
  mandates: () => Promise<RegisteredMandate[]>;
  /** The keys of a person's own, also those that ended, in the order in which they were registered. */
  keysOf: (person: string) => Promise<RegisteredKey[]>;
  /** Readings of the cases of a State, last first. */
  readingsOf: (state: string, filter: ReadingFilter, limit: number) => Promise<SeenReading[]>;
  /** Cases with an order in an emergency, the last ordered first. */
  emergencies: (limit: number) => Promise<string[]>;
  /** What was done to the register of an authority, last first. */
  registerHistory: (authority: string, limit: number) => Promise<RegisterEvent[]>;
  /** The authorities that stand in the register of one, in the order in which they were entered; ended ones too. */
  authorities: (keptBy: string) => Promise<EnteredAuthority[]>;
  document: (sha256: string) => Promise<Uint8Array | undefined>;
  /** The answer to an act that was already done under this id. */
  receipt: (actId: string) => Promise<{ inputSha256: string; answer: unknown } | undefined>;
  /** What waits in the outbox, or was sent, for an authority: the bodies of one kind of notice about a case, in order. */
  sentTo: (caseId: string, recipient: string, notice: string) => Promise<unknown[]>;
  readings: (caseId: string, limit: number) => Promise<Reading[]>;
  /** The figures of each month that was counted, in order. @param test 1: of practice cases */
  figures: (test: 0 | 1) => Promise<Figures[]>;
  head: () => Promise<Head | undefined>;
  leaf: (index: number) => Promise<StoredLeaf | undefined>;
  /** Leaves from `from` (inclusive) to `until` (exclusive), in order. */
  leaves: (from: number, until: number) => Promise<StoredLeaf[]>;
  /** The bytes of the same leaves, and nothing else of them. */
  entries: (from: number, until: number) => Promise<Uint8Array[]>;
  /** Hashes of complete subtrees by storage position, in the order asked. @throws Error where one is missing. */
  treeHashes: (positions: readonly number[]) => Promise<Uint8Array[]>;
}>;

export function openReader(database: Database): Reader {
  return {
    caseById: async (id) => (isUuid(id) ? readCase(database, id) : undefined),
    caseSecret: async (caseId, name) => {
      const [row] = await database<{ bytes: Uint8Array }[]>`
        select bytes from case_secret where case_id = ${caseId} and name = ${name}`;
      return row && new Uint8Array(row.bytes);
    },
    caseIdOfRequest: async (requestId) =>
      (await database<{ case_id: string }[]>`select case_id from case_file where request_id = ${requestId}`)[0]
        ?.case_id,
    cases: async (where, limit) => {
      const rows = await database<CaseRow[]>`
        select * from case_file where ${within(database, where)}
        order by changed_at desc, case_id limit ${limit}`;
      return rows.map(summaryOf);
    },
    mandate: async (id) => {
      const [row] = await database<MandateRow[]>`${mandateRows(database)} where m.id = ${id}`;
      return row && mandateOf(row);
    },
    mandates: async () => (await database<MandateRow[]>`${mandateRows(database)} order by m.leaf_index`).map(mandateOf),
    keysOf: async (person) =>
      (
        await database<PersonKeyRow[]>`
          select body, leaf_index, ended_at from person_key where person = ${person} order by leaf_index`
      ).map(registeredKeyOf),
    readingsOf: (state, filter, limit) => readReadings(database, state, filter, limit),
    emergencies: (limit) => readEmergencies(database, limit),
    registerHistory: (authority, limit) => readRegister(database, authority, limit),
    authorities: (keptBy) => readAuthorities(database, keptBy),
    document: async (sha256) => {
      const [row] = await database<{ bytes: Uint8Array }[]>`select bytes from document where sha256 = ${sha256}`;
      return row && new Uint8Array(row.bytes);
    },
    sentTo: async (caseId, recipient, notice) => {
      const rows = await database<{ body: unknown }[]>`
        select body from outbox where case_id = ${caseId} and recipient = ${recipient} and body->>'notice' = ${notice}
        order by created_at, outbox_id`;
      return rows.map(({ body }) => body);
    },
    figures: async (test) =>
      (await database<{ body: Figures }[]>`select body from figure where test = ${test} order by counts`).map(
        ({ body }) => body,
      ),
    receipt: async (actId) => {
      const [row] = await database<{ input_sha256: string; answer: unknown }[]>`
        select input_sha256, answer from act_receipt where act_id = ${actId}`;
      return row && { inputSha256: row.input_sha256, answer: row.answer };
    },
    readings: async (caseId, limit) => {
      const rows = await database<{ mandate: string; page: string; at: Date; basis: Basis | null }[]>`
        select mandate, page, at, basis from reading where case_id = ${caseId} order by at desc limit ${limit}`;
      return rows.map(({ basis, ...row }) => ({ ...row, at: row.at.toISOString(), ...(basis && { basis }) }));
    },
    head: async () => readHead(database),
    leaf: async (index) => {
      const [row] = await database<LeafRow[]>`select * from leaf where leaf_index = ${index}`;
      return row && leafOf(row);
    },
    leaves: async (from, until) =>
      (
        await database<
          LeafRow[]
        >`select * from leaf where leaf_index >= ${from} and leaf_index < ${until} order by leaf_index`
      ).map(leafOf),
    entries: (from, until) => readEntries(database, from, until),
    treeHashes: async (positions) => readTreeHashes(database, positions),
  };
}

async function readEntries(database: Database, from: number, until: number): Promise<Uint8Array[]> {
  const rows = await database<{ bytes: Uint8Array }[]>`
    select bytes from leaf where leaf_index >= ${from} and leaf_index < ${until} order by leaf_index`;
  return rows.map(({ bytes }) => bytes);
}

/** Mandates with the instant from which they no longer hold, whatever their dates say. */
const mandateRows = (database: Database): ReturnType<Database> => database`
  select m.body, m.leaf_index, r.at as revoked_at
  from mandate m left join register_event r on r.subject = m.id and r.kind = 'mandate-revoked'`;

/** The case inside or outside a transaction. */
export async function readCase(database: Database | Transaction, id: string): Promise<Case | undefined> {
  const rows = await database<EventRow[]>`select * from case_event where case_id = ${id} order by number`;
  return rows.length === 0 ? undefined : caseOf(id, rows.map(eventOf));
}

export async function readHead(database: Database | Transaction): Promise<Head | undefined> {
  const [row] = await database<
    { origin: string; vkey: string; size: bigint; root: Uint8Array }[]
  >`select * from log_head`;
  return row && { origin: row.origin, vkey: row.vkey, size: Number(row.size), root: new Uint8Array(row.root) };
}

export async function readTreeHashes(
  database: Database | Transaction,
  positions: readonly number[],
): Promise<Uint8Array[]> {
  if (positions.length === 0) return [];
  const rows = await database<{ position: bigint; hash: Uint8Array }[]>`
    select position, hash from tree_hash where position = any(${database.array([...positions], 20)})`;
  const byPosition = new Map(rows.map((row) => [Number(row.position), new Uint8Array(row.hash)]));
  return positions.map((position) => {
    const hash = byPosition.get(position);
    if (hash === undefined) throw new Error(`the log's tree has no hash at position ${position}`);
    return hash;
  });
}
