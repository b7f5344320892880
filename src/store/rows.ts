import { z } from 'zod';
import type { PersonKey } from '../authorisation/person-key.ts';
import type { Basis } from '../authorisation/access.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import type { CaseState } from '../request/case.ts';
import { clock } from '../request/clock-events.ts';
import type { CaseEvent, EventBody } from '../request/event.ts';

/** Rows as the database gives them, and the field's values that they become. The one place where the two meet. */

export type EventRow = { number: number; at: Date; by_mandate: string | null; body: unknown; leaf_index: bigint };

/** The body was checked when it was written; what comes back from our own table is ours. */
export const eventOf = (row: EventRow): CaseEvent => ({
  number: row.number,
  at: row.at.toISOString(),
  by: row.by_mandate ?? clock,
  leafIndex: Number(row.leaf_index),
  body: row.body as EventBody,
});

export type CaseRow = {
  case_id: string;
  request_id: string;
  state: CaseState;
  version: number;
  requesting_state: string;
  requested_state: string;
  authority: string;
  requesting_authority: string;
  provider: string | null;
  opened_at: Date;
  changed_at: Date;
  assigned: readonly string[];
};

/** A case in a list. */
export type CaseSummary = Readonly<{
  id: string;
  requestId: string;
  state: CaseState;
  version: number;
  requestingState: string;
  requestedState: string;
  openedAt: string;
  changedAt: string;
  /** The officers (mandates) who have it. */
  assigned: readonly string[];
}>;

export const summaryOf = (row: CaseRow): CaseSummary => ({
  id: row.case_id,
  requestId: row.request_id,
  state: row.state,
  version: row.version,
  requestingState: row.requesting_state,
  requestedState: row.requested_state,
  openedAt: row.opened_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  assigned: row.assigned,
});

export type MandateRow = { body: unknown; leaf_index: bigint; revoked_at: Date | null };

/** A mandate with the place in the log where it was registered. */
export type RegisteredMandate = Mandate & Readonly<{ leafIndex: number; revokedAt?: string }>;

export const mandateOf = (row: MandateRow): RegisteredMandate => ({
  ...(row.body as Mandate),
  leafIndex: Number(row.leaf_index),
  ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at.toISOString() }),
});

export type PersonKeyRow = { body: unknown; leaf_index: bigint; ended_at: Date | null };

/** A person's own key with the place in the log where it was registered, and when it ended if it did. */
export type RegisteredKey = Readonly<{ key: PersonKey; leafIndex: number; endedAt: string | undefined }>;

export const registeredKeyOf = (row: PersonKeyRow): RegisteredKey => ({
  key: row.body as PersonKey,
  leafIndex: Number(row.leaf_index),
  endedAt: row.ended_at?.toISOString(),
});

export const isUuid = (value: string): boolean => z.uuid().safeParse(value).success;

export type LeafRow = { leaf_index: bigint; bytes: Uint8Array; hash: Uint8Array; opening: unknown };

/** A leaf as it is kept: its bytes are the record, its opening may have been destroyed. */
export type StoredLeaf = Readonly<{ index: number; bytes: Uint8Array; hash: Uint8Array; opening: unknown }>;

export const leafOf = (row: LeafRow): StoredLeaf => ({
  index: Number(row.leaf_index),
  bytes: new Uint8Array(row.bytes),
  hash: new Uint8Array(row.hash),
  opening: row.opening,
});

export type Head = Readonly<{ origin: string; vkey: string; size: number; root: Uint8Array }>;

/** One look at a case. */
export type Reading = Readonly<{
  mandate: string;
  page: string;
  at: string;
  /** Why the reader might (authorisation/access.ts); absent in readings from before. */
  basis?: Basis;
}>;
