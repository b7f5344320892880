import type { ReachFilter } from '../standing/reach.ts';
import type { Database } from './database.ts';

const column = {
  authority: 'authority',
  requestingAuthority: 'requesting_authority',
  provider: 'provider',
  requestedState: 'requested_state',
} as const;

/** What a case must have in common with a mandate, as a condition on a table that has the columns of its parties. */
export function within(database: Database, { by, is }: ReachFilter): ReturnType<Database> {
  if (by === 'eitherState') return database`(requested_state = ${is} or requesting_state = ${is})`;
  if (by === 'assigned') return database`${is} = any(assigned)`;
  return database`${database(column[by])} = ${is}`;
}
