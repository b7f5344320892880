import { sha256Hex } from '../canonical.ts';
import type { Database } from './database.ts';

/** Things that count once, until they expire: challenges, nonces, a sign-in that is under way elsewhere. */
export type Once = Readonly<{
  /** @returns whether this is the first time; the second of two who come at once is told no. */
  first: (kind: string, name: string, seconds: number, now: string) => Promise<boolean>;
  keep: (kind: string, name: string, body: unknown, seconds: number, now: string) => Promise<void>;
  /** What was kept, for the one who takes it; nobody can take it again. */
  take: (kind: string, name: string, now: string) => Promise<unknown>;
}>;

const nameOf = (kind: string, name: string): string => `${kind}:${sha256Hex(name)}`;
const after = (now: string, seconds: number): Date => new Date(Date.parse(now) + seconds * 1000);

export function openOnce(database: Database): Once {
  return {
    first: async (kind, name, seconds, now) => {
      await database`delete from once where expires_at <= ${now}`;
      const made = await database`
        insert into once (name, expires_at) values (${nameOf(kind, name)}, ${after(now, seconds)})
        on conflict do nothing returning 1`;
      return made.length === 1;
    },
    keep: async (kind, name, body, seconds, now) => {
      await database`delete from once where expires_at <= ${now}`;
      await database`
        insert into once (name, body, expires_at)
        values (${nameOf(kind, name)}, ${database.json(body as Parameters<Database['json']>[0])}, ${after(now, seconds)})`;
    },
    take: async (kind, name, now) => {
      const [row] = await database<{ body: unknown }[]>`
        delete from once where name = ${nameOf(kind, name)} and expires_at > ${now} returning body`;
      return row?.body ?? undefined;
    },
  };
}
