import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../canonical.ts';
import { limits } from '../limits.ts';
import type { Database } from './database.ts';

/** Sessions are rows: revocable at once, and a stolen database backup signs nobody in (only the token's hash is kept). */
export type Session = Readonly<{ mandate: string; csrf: string }>;

export type Sessions = Readonly<{
  create: (mandate: string, now: string) => Promise<{ token: string; csrf: string }>;
  find: (token: string, now: string) => Promise<Session | undefined>;
  end: (token: string) => Promise<void>;
}>;

const secret = (): string => randomBytes(32).toString('base64url');

export function openSessions(database: Database): Sessions {
  return {
    create: async (mandate, now) => {
      const token = secret();
      const csrf = secret();
      const expires = new Date(Date.parse(now) + limits.sessionSeconds * 1000);
      await database`delete from session where expires_at <= ${now}`;
      await database`
        insert into session (token_sha256, mandate, csrf, expires_at) values (${sha256Hex(token)}, ${mandate}, ${csrf}, ${expires})`;
      return { token, csrf };
    },
    find: async (token, now) => {
      const [row] = await database<{ mandate: string; csrf: string }[]>`
        select mandate, csrf from session where token_sha256 = ${sha256Hex(token)} and expires_at > ${now}`;
      return row && { mandate: row.mandate, csrf: row.csrf };
    },
    end: async (token) => {
      await database`delete from session where token_sha256 = ${sha256Hex(token)}`;
    },
  };
}
