import type { Database } from './database.ts';

/** Cases with an order in an emergency, the last ordered first. */
export async function readEmergencies(database: Database, limit: number): Promise<string[]> {
  const rows = await database<{ case_id: string }[]>`
    select case_id from case_event where body->>'kind' = 'authorised' and body ? 'emergency'
    order by leaf_index desc limit ${limit}`;
  return [...new Set(rows.map(({ case_id: id }) => id))];
}
