import { randomBytes, randomUUID } from 'node:crypto';
import { sha256Hex } from '../canonical.ts';
import { limits } from '../limits.ts';
import type { Database } from './database.ts';

/** How a person proved who they are. */
export type SignInMethod = 'sandbox' | 'passkey' | 'oidc';

/** Sessions are rows: revocable at once, and a stolen database backup signs nobody in (only the token's hash is kept). */
export type Session = Readonly<{ id: string; person: string; mandate: string; csrf: string }>;

/** A session as its person sees it in a list. `client` is what the browser calls itself. */
export type SessionLine = Readonly<{
  id: string;
  mandate: string;
  method: SignInMethod;
  client: string;
  createdAt: string;
  seenAt: string;
}>;

export type NewSession = Readonly<{ person: string; mandate: string; method: SignInMethod; client: string }>;
type Secrets = Readonly<{ token: string; csrf: string }>;

export type Sessions = Readonly<{
  create: (of: NewSession, now: string) => Promise<Secrets>;
  /** `undefined` for a token that is unknown, past `limits.sessionSeconds`, or unused for `limits.sessionIdleSeconds`. */
  find: (token: string, now: string) => Promise<Session | undefined>;
  /** The same sign-in under another mandate and another token: the old token is worth nothing any more. */
  rotate: (token: string, mandate: string, now: string) => Promise<Secrets | undefined>;
  end: (token: string) => Promise<void>;
  /** One of a person's own sessions, by its id; another person's is left alone. */
  endOne: (person: string, id: string) => Promise<void>;
  /** All of a person's sessions. */
  endAll: (person: string) => Promise<void>;
  /** Those that are still good, last used first. */
  list: (person: string, now: string) => Promise<SessionLine[]>;
}>;

const secret = (): string => randomBytes(32).toString('base64url');

const idleSince = (now: string): Date => new Date(Date.parse(now) - limits.sessionIdleSeconds * 1000);

export function openSessions(database: Database): Sessions {
  return {
    create: async ({ person, mandate, method, client }, now) => {
      const [token, csrf] = [secret(), secret()];
      const expires = new Date(Date.parse(now) + limits.sessionSeconds * 1000);
      await database`delete from session where expires_at <= ${now}`;
      await database`insert into session ${database({
        token_sha256: sha256Hex(token), session_id: randomUUID(), person, mandate, csrf, method,
        client: client.slice(0, limits.lineCharacters), created_at: now, seen_at: now, expires_at: expires,
      })}`; // prettier-ignore
      return { token, csrf };
    },
    find: async (token, now) => {
      const [row] = await database<{ id: string; person: string; mandate: string; csrf: string; seen_at: Date }[]>`
        select session_id as id, person, mandate, csrf, seen_at from session
        where token_sha256 = ${sha256Hex(token)} and expires_at > ${now} and seen_at > ${idleSince(now)}`;
      if (row === undefined) return undefined;
      const { seen_at, ...found } = row;
      // Written once a minute at most: reading a page is not a write.
      if (Date.parse(now) - seen_at.getTime() >= 60_000)
        await database`update session set seen_at = ${now} where session_id = ${found.id}`;
      return found;
    },
    rotate: async (token, mandate, now) => {
      const fresh = { token: secret(), csrf: secret() };
      const moved = await database`
        update session set token_sha256 = ${sha256Hex(fresh.token)}, csrf = ${fresh.csrf}, mandate = ${mandate}, seen_at = ${now}
        where token_sha256 = ${sha256Hex(token)} and expires_at > ${now} returning 1`;
      return moved.length === 1 ? fresh : undefined;
    },
    end: async (token) => {
      await database`delete from session where token_sha256 = ${sha256Hex(token)}`;
    },
    endOne: async (person, id) => {
      await database`delete from session where person = ${person} and session_id::text = ${id}`;
    },
    endAll: async (person) => {
      await database`delete from session where person = ${person}`;
    },
    list: async (person, now) => {
      const rows = await database<SessionRow[]>`
        select session_id, mandate, method, client, created_at, seen_at from session
        where person = ${person} and expires_at > ${now} and seen_at > ${idleSince(now)} order by seen_at desc`;
      return rows.map(lineOf);
    },
  };
}

type SessionRow = {
  session_id: string;
  mandate: string;
  method: SignInMethod;
  client: string;
  created_at: Date;
  seen_at: Date;
};

const lineOf = (row: SessionRow): SessionLine => ({
  id: row.session_id,
  mandate: row.mandate,
  method: row.method,
  client: row.client,
  createdAt: row.created_at.toISOString(),
  seenAt: row.seen_at.toISOString(),
});
