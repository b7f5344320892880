import { limits } from '../limits.ts';
import type { Database } from './database.ts';

/** A filter that a person keeps under a name; `query` is its canonical form. */
export type SavedView = Readonly<{ name: string; query: string }>;

/** Nothing about a case is in it: a convenience of one person, which no act and no log knows of. */
export type SavedViews = Readonly<{
  of: (mandate: string) => Promise<SavedView[]>;
  /** The same name again takes the place of the one before. @returns false when there are as many as may be kept. */
  keep: (mandate: string, view: SavedView, now: string) => Promise<boolean>;
  remove: (mandate: string, name: string) => Promise<void>;
}>;

export function openSavedViews(database: Database): SavedViews {
  return {
    of: (mandate) => database<SavedView[]>`select name, query from saved_view where mandate = ${mandate} order by name`,
    keep: async (mandate, { name, query }, now) => {
      const kept = await database`
        insert into saved_view (mandate, name, query, saved_at)
        select ${mandate}, ${name}, ${query}, ${now}
        where exists (select 1 from saved_view where mandate = ${mandate} and name = ${name})
          or (select count(*) from saved_view where mandate = ${mandate}) < ${limits.savedViews}
        on conflict (mandate, name) do update set query = excluded.query, saved_at = excluded.saved_at returning 1`;
      return kept.length === 1;
    },
    remove: async (mandate, name) => {
      await database`delete from saved_view where mandate = ${mandate} and name = ${name}`;
    },
  };
}
