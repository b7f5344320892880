import { randomUUID } from 'node:crypto';
import { personKeyId, type PersonKey } from '../authorisation/person-key.ts';
import { joinedSha256 } from './invitation-code.ts';
import { limits } from '../limits.ts';
import type { LeafDraft } from './append-leaves.ts';
import { transact, type Database, type Transaction } from './database.ts';
import { registeredKeyOf, type PersonKeyRow, type RegisteredKey } from './rows.ts';
import type { Sequencer } from './sequencer.ts';
import { appendSingle } from './single-record.ts';

/** What is kept of how people prove who they are. Each change leaves a line for the person to read (identity_event). */

export type IdentityEventKind =
  | 'invited'
  | 'key-registered'
  | 'key-ended'
  | 'recovery-asked'
  | 'recovery-approved'
  | 'subject-bound'
  | 'signed-out-everywhere';

export type IdentityEvent = Readonly<{ kind: IdentityEventKind; by: string | undefined; at: string; about: string }>;
type Happened = Readonly<{ person: string; kind: IdentityEventKind; by?: string; at: string; about: string }>;

/** A passkey as sign-in checks it. */
export type KnownPasskey = Readonly<{ key: RegisteredKey; cose: Uint8Array; counter: number }>;

export type Recovery = Readonly<{
  id: string;
  person: string;
  authority: string;
  reasons: string;
  askedBy: string;
  askedAt: string;
  halfSha256: string;
  approvedAt: string | undefined;
}>;

export type Identities = Readonly<{
  /** A code is given as its SHA-256; whom it invites, while it may be used. */
  invite: (of: Invitation, now: string) => Promise<void>;
  invited: (codeSha256: string, now: string) => Promise<string | undefined>;
  /** Registers a key and uses the invitation up, if one is named, at once or not at all. */
  register: (of: Registration, leaf: LeafDraft, now: string) => Promise<'registered' | 'not-invited' | 'known'>;
  /** Ends one key of a person. @returns whether there was one. */
  endKey: (person: string, keyId: string, leaf: LeafDraft, now: string) => Promise<boolean>;
  passkey: (credentialId: string) => Promise<KnownPasskey | undefined>;
  /** @returns false where the counter did not rise: a copy of the key is at work (WebAuthn 6.1.1). */
  usePasskey: (credentialId: string, counter: number, now: string) => Promise<boolean>;
  bindSubject: (of: Readonly<{ issuer: string; subject: string; person: string; by: string }>, now: string) => Promise<boolean>;
  hasSubject: (person: string) => Promise<boolean>;
  personOf: (issuer: string, subject: string) => Promise<string | undefined>;
  askRecovery: (of: Omit<Recovery, 'id' | 'approvedAt' | 'askedAt'>, now: string) => Promise<void>;
  recoveries: (authority: string) => Promise<Recovery[]>;
  /** Ends every key and session of the person and invites them anew. @returns false where it was approved already. */
  approveRecovery: (of: Readonly<{ id: string; by: string; halfSha256: string }>, leaf: LeafDraft, now: string) => Promise<boolean>;
  events: (person: string) => Promise<IdentityEvent[]>;
  note: (happened: Happened) => Promise<void>;
}>; // prettier-ignore

export type Invitation = Readonly<{ codeSha256: string; person: string; by: string; seconds?: number }>;
export type Registration = Readonly<{
  key: PersonKey;
  /** SHA-256 of the invitation's code; absent where the person is signed in. */
  codeSha256?: string;
  cose?: Uint8Array;
  counter?: number;
}>;

export function openIdentities(database: Database, sequencer: Sequencer): Identities {
  return {
    invite: (of, now) => transact(database, (transaction) => invite(transaction, of, now)),
    invited: async (codeSha256, now) => {
      const [row] = await database<{ person: string }[]>`
        select person from invitation where code_sha256 = ${codeSha256} and used_at is null and expires_at > ${now}`;
      return row?.person;
    },
    register: (of, leaf, now) => register(sequencer, of, leaf, now),
    endKey: async (person, keyId, leaf, now) => {
      const index = await appendSingle(sequencer, {
        keys: [`person ${person}`],
        leaf,
        claim: async (transaction) =>
          (await transaction`
            select 1 from person_key where person = ${person} and key_id = ${keyId} and ended_at is null`).length === 1,
        write: async (transaction) => {
          await transaction`update person_key set ended_at = ${now} where person = ${person} and key_id = ${keyId}`;
          await happen(transaction, { person, kind: 'key-ended', at: now, about: keyId });
        },
      });
      return index !== undefined;
    },
    passkey: async (credentialId) => {
      const [row] = await database<(PersonKeyRow & { cose: Uint8Array; counter: bigint })[]>`
        select * from person_key where credential_id = ${credentialId} and ended_at is null`;
      return row && { key: registeredKeyOf(row), cose: new Uint8Array(row.cose), counter: Number(row.counter) };
    },
    usePasskey: async (credentialId, counter, now) => {
      // Keys that do not count say 0 always.
      const moved = await database`
        update person_key set counter = ${counter}, used_at = ${now}
        where credential_id = ${credentialId} and ended_at is null and (counter < ${counter} or (counter = 0 and ${counter} = 0)) returning 1`;
      return moved.length === 1;
    },
    bindSubject: (of, now) =>
      transact(database, async (transaction) => {
        const { issuer, subject, person, by } = of;
        const bound = await transaction`
          insert into federated_subject (issuer, subject, person, bound_by, bound_at)
          values (${issuer}, ${subject}, ${person}, ${by}, ${now}) on conflict do nothing returning 1`;
        if (bound.length === 0) return false;
        await happen(transaction, { person, kind: 'subject-bound', by, at: now, about: issuer });
        return true;
      }),
    hasSubject: async (person) =>
      (await database`select 1 from federated_subject where person = ${person}`).length > 0,
    personOf: async (issuer, subject) =>
      (await database<{ person: string }[]>`
        select person from federated_subject where issuer = ${issuer} and subject = ${subject}`)[0]?.person,
    ...recoveryOf(database, sequencer),
    events: async (person) => {
      const rows = await database<{ kind: IdentityEventKind; by_mandate: string | null; at: Date; about: string }[]>`
        select kind, by_mandate, at, about from identity_event where person = ${person} order by at desc limit 50`;
      return rows.map((row) => ({ kind: row.kind, by: row.by_mandate ?? undefined, at: row.at.toISOString(), about: row.about }));
    },
    note: (happened) => transact(database, (transaction) => happen(transaction, happened)),
  };
} // prettier-ignore

function recoveryOf(database: Database, sequencer: Sequencer): Pick<Identities, 'askRecovery' | 'recoveries' | 'approveRecovery'> {
  return {
    askRecovery: (of, now) =>
      transact(database, async (transaction) => {
        const { person, authority, reasons, askedBy, halfSha256 } = of;
        await transaction`insert into recovery ${transaction({
          recovery_id: randomUUID(), person, authority, reasons, asked_by: askedBy, asked_at: now, half_sha256: halfSha256,
        })}`;
        await happen(transaction, { person, kind: 'recovery-asked', by: askedBy, at: now, about: reasons });
      }),
    recoveries: async (authority) => {
      const rows = await database<RecoveryRow[]>`
        select * from recovery where authority = ${authority} order by asked_at desc limit 50`;
      return rows.map(recoveryOfRow);
    },
    approveRecovery: async ({ id, by, halfSha256 }, leaf, now) => {
      const index = await appendSingle(sequencer, {
        keys: [`recovery ${id}`],
        leaf,
        claim: async (transaction) =>
          (await transaction`
            select 1 from recovery where recovery_id = ${id} and approved_at is null and asked_by <> ${by}`).length === 1,
        write: async (transaction) => {
          const [row] = await transaction<RecoveryRow[]>`
            update recovery set approved_by = ${by}, approved_at = ${now} where recovery_id = ${id} returning *`;
          if (row === undefined) throw new Error(`recovery ${id} went away`);
          const { person } = row;
          await transaction`update person_key set ended_at = ${now} where person = ${person} and ended_at is null`;
          await transaction`update invitation set used_at = ${now} where person = ${person} and used_at is null`;
          await transaction`delete from federated_subject where person = ${person}`;
          await transaction`delete from session where person = ${person}`;
          await invite(transaction, { codeSha256: joinedSha256(row.half_sha256, halfSha256), person, by }, now);
          await happen(transaction, { person, kind: 'recovery-approved', by, at: now, about: row.reasons });
        },
      });
      return index !== undefined;
    },
  };
} // prettier-ignore

type RecoveryRow = {
  recovery_id: string; person: string; authority: string; reasons: string; asked_by: string; asked_at: Date;
  half_sha256: string; approved_at: Date | null;
}; // prettier-ignore

const recoveryOfRow = (row: RecoveryRow): Recovery => ({
  id: row.recovery_id,
  person: row.person,
  authority: row.authority,
  reasons: row.reasons,
  askedBy: row.asked_by,
  askedAt: row.asked_at.toISOString(),
  halfSha256: row.half_sha256,
  approvedAt: row.approved_at?.toISOString(),
});

async function invite(transaction: Transaction, of: Invitation, now: string): Promise<void> {
  const { codeSha256, person, by, seconds = limits.invitationSeconds } = of;
  const expires = new Date(Date.parse(now) + seconds * 1000);
  await transaction`
    insert into invitation (code_sha256, person, made_by, made_at, expires_at)
    values (${codeSha256}, ${person}, ${by}, ${now}, ${expires})`;
  await happen(transaction, { person, kind: 'invited', by, at: now, about: '' });
}

async function register(
  sequencer: Sequencer,
  { key, codeSha256, cose, counter = 0 }: Registration,
  leaf: LeafDraft,
  now: string,
): Promise<'registered' | 'not-invited' | 'known'> {
  const credentialId = key.kind === 'passkey' ? key.credentialId : null;
  const keyId = personKeyId(key);
  let answer: 'registered' | 'not-invited' | 'known' = 'registered';
  await appendSingle(sequencer, {
    keys: [`person ${key.person}`, `key ${keyId}`, `credential ${credentialId ?? keyId}`],
    leaf,
    claim: async (transaction) => {
      const invitations = codeSha256 === undefined ? undefined : await transaction`
        select 1 from invitation
        where code_sha256 = ${codeSha256} and person = ${key.person} and used_at is null and expires_at > ${now}`;
      const known = await transaction`
        select 1 from person_key where key_id = ${keyId} or credential_id = ${credentialId}`;
      answer = invitations?.length === 0 ? 'not-invited' : known.length > 0 ? 'known' : 'registered';
      return answer === 'registered';
    },
    write: async (transaction, leafIndex) => {
      if (codeSha256 !== undefined) await transaction`update invitation set used_at = ${now} where code_sha256 = ${codeSha256}`;
      await transaction`insert into person_key ${transaction({
        key_id: keyId, person: key.person, body: transaction.json(key), leaf_index: leafIndex, credential_id: credentialId,
        cose: cose ?? null, counter,
      })}`;
      await happen(transaction, { person: key.person, kind: 'key-registered', at: now, about: key.name });
    },
  });
  return answer;
} // prettier-ignore

async function happen(transaction: Transaction, { person, kind, by, at, about }: Happened): Promise<void> {
  await transaction`
    insert into identity_event (event_id, person, kind, by_mandate, at, about)
    values (${randomUUID()}, ${person}, ${kind}, ${by ?? null}, ${at}, ${about})`;
}
