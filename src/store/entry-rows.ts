import { randomUUID } from 'node:crypto';
import { sha256Hex } from '../canonical.ts';
import { clock } from '../request/clock-events.ts';
import type { Transaction } from './database.ts';
import type { Ledger, Placed } from './sequencer.ts';
import type { Entry } from './writer.ts';

/** What an act decided, as rows: many acts at once, one statement for each table. */
export const entryRows: Ledger<Entry> = {
  keysOf: ({ caseId, act }) => [`case ${caseId}`, `act ${act.id}`],
  leafOf: ({ leaf }) => leaf,
  claim: async (transaction, entries) => {
    const opened = await openCases(transaction, entries);
    const moved = await moveCases(transaction, entries);
    return entries.map(({ caseId }) => opened.has(caseId) || moved.has(caseId));
  },
  write: async (transaction, placed) => {
    const entries = placed.map(({ item }) => item);
    await Promise.all([
      ...writeDocuments(transaction, entries),
      writeSecrets(transaction, entries),
      destroyEvidence(transaction, entries),
      writeOutbox(transaction, entries),
      writeEvents(transaction, placed),
      writeReceipts(transaction, placed),
    ]);
  },
};

type Json = Parameters<Transaction['json']>[0];
type CaseIds = ReadonlySet<string>;
const nothing: CaseIds = new Set();

async function openCases(transaction: Transaction, entries: readonly Entry[]): Promise<CaseIds> {
  const rows = entries.flatMap(({ caseId, opens, state, version, at, assigned = [] }) =>
    opens === undefined ? [] : [{ case_id: caseId, ...opens, state, version: version + 1, at, assigned }],
  );
  if (rows.length === 0) return nothing;
  const opened = await transaction<{ case_id: string }[]>`
    insert into case_file (case_id, request_id, state, version, requesting_state, requested_state, authority,
      requesting_authority, opened_at, changed_at, assigned)
    select case_id, "requestId", state, version, "requestingState", "requestedState", authority,
      "requestingAuthority", at, at, assigned
    from jsonb_to_recordset(${transaction.json(rows)}) as row (case_id uuid, "requestId" uuid, state text,
      version integer, "requestingState" text, "requestedState" text, authority text, "requestingAuthority" text,
      at timestamptz, assigned text[])
    on conflict do nothing returning case_id`;
  return new Set(opened.map((row) => row.case_id));
}

/** Moves each case from the version that the person saw to the next; not one where somebody was faster. */
async function moveCases(transaction: Transaction, entries: readonly Entry[]): Promise<CaseIds> {
  const rows = entries.flatMap(({ caseId, opens, state, version, at, provider = null, assigned = null }) =>
    opens === undefined ? [{ case_id: caseId, state, version, at, provider, assigned }] : [],
  );
  if (rows.length === 0) return nothing;
  const moved = await transaction<{ case_id: string }[]>`
    update case_file set version = seen.version + 1, state = seen.state, changed_at = seen.at,
      provider = coalesce(seen.provider, case_file.provider), assigned = coalesce(seen.assigned, case_file.assigned)
    from jsonb_to_recordset(${transaction.json(rows)}) as seen (case_id uuid, state text, version integer,
      at timestamptz, provider text, assigned text[])
    where case_file.case_id = seen.case_id and case_file.version = seen.version returning case_file.case_id`;
  return new Set(moved.map((row) => row.case_id));
}

/** One statement each: a manifest may have many megabytes. */
const writeDocuments = (transaction: Transaction, entries: readonly Entry[]): readonly Promise<unknown>[] =>
  entries.flatMap(({ documents = [] }) =>
    documents.map(
      (bytes) =>
      transaction`insert into document (sha256, bytes) values (${sha256Hex(bytes)}, ${bytes}) on conflict do nothing`.execute(), // prettier-ignore
    ),
  );

async function writeSecrets(transaction: Transaction, entries: readonly Entry[]): Promise<void> {
  const rows = entries.flatMap(({ caseId, secrets = {} }) =>
    Object.entries(secrets).map(([name, bytes]) => ({ case_id: caseId, name, bytes: bytes.toHex() })),
  );
  if (rows.length === 0) return;
  await transaction`
    insert into case_secret (case_id, name, bytes)
    select case_id, name, decode(bytes, 'hex')
    from jsonb_to_recordset(${transaction.json(rows)}) as row (case_id uuid, name text, bytes text)`;
}

/** Deleting the key is what destroys; without the rows the parts are swept away. */
async function destroyEvidence(transaction: Transaction, entries: readonly Entry[]): Promise<void> {
  const ids = entries.filter(({ destroysEvidence }) => destroysEvidence).map(({ caseId }) => caseId);
  if (ids.length === 0) return;
  await transaction`delete from case_secret where case_id = any(${ids}) and name = 'storage'`;
  await transaction`delete from evidence_file where case_id = any(${ids})`;
  await transaction`delete from evidence_upload where case_id = any(${ids})`;
}

async function writeOutbox(transaction: Transaction, entries: readonly Entry[]): Promise<void> {
  const rows = entries.flatMap(({ caseId, at, outbox = [] }) =>
    outbox.map(({ recipient, body }) => ({ outbox_id: randomUUID(), case_id: caseId, recipient, body, at })),
  );
  if (rows.length === 0) return;
  await transaction`
    insert into outbox (outbox_id, case_id, recipient, body, created_at)
    select outbox_id, case_id, recipient, body, at
    from jsonb_to_recordset(${transaction.json(rows as Json)}) as row (outbox_id uuid, case_id uuid, recipient text,
      body jsonb, at timestamptz)`;
}

async function writeEvents(transaction: Transaction, placed: readonly Placed<Entry>[]): Promise<void> {
  const rows = placed.map(({ item: { caseId, version, at, by, body }, leafIndex }) => ({ case_id: caseId, number: version + 1, at, by: by === clock ? null : by, body, leaf_index: leafIndex })); // prettier-ignore
  await transaction`
    insert into case_event (case_id, number, at, by_mandate, body, leaf_index)
    select case_id, number, at, by, body, leaf_index
    from jsonb_to_recordset(${transaction.json(rows as Json)}) as row (case_id uuid, number integer, at timestamptz,
      by text, body jsonb, leaf_index bigint)`;
}

async function writeReceipts(transaction: Transaction, placed: readonly Placed<Entry>[]): Promise<void> {
  const rows = placed.map(({ item: { act, caseId, at }, leafIndex }) => ({
    act_id: act.id,
    input_sha256: act.inputSha256,
    answer: { kind: 'done', caseId, leafIndex, value: act.value },
    at,
  }));
  await transaction`
    insert into act_receipt (act_id, input_sha256, answer, at)
    select act_id, input_sha256, answer, at
    from jsonb_to_recordset(${transaction.json(rows as Json)}) as row (act_id uuid, input_sha256 text, answer jsonb,
      at timestamptz)`;
}
