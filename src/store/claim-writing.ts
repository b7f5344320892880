import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { limits } from '../limits.ts';
import type { Database } from './database.ts';

/**
 * Becomes the one writer of this database's log (decision 0081). The claim in the log's head is what every append
 * compares: of two processes the one that claimed first stops. A lock of the session, where the database has such locks,
 * says it sooner: while another process holds it, nothing is claimed. It ends with its session, however that ends.
 * @param session a connection of its own, kept open while we write
 * @returns the name under which we write
 * @throws Error where another process writes, with what the database knows of it
 */
export async function claimWriting(session: Database, origin: string): Promise<string> {
  const lock = `proviso log ${origin}`;
  const from = Date.now();
  for (;;) {
    const [row] = await session<{ held: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended(${lock}, 0)) as held`;
    if (row?.held === true) break;
    // One that is just ending needs a moment.
    if (Date.now() - from > limits.writerWaitMilliseconds) throw new Error(`another process writes the log ${origin}${await holder(session, lock)}; a log has one writer`); // prettier-ignore
    await setTimeout(50);
  }
  const writer = randomUUID();
  await session`update log_head set writer = ${writer} where origin = ${origin}`;
  return writer;
}

async function holder(session: Database, lock: string): Promise<string> {
  const [found] = await session<{ pid: number; since: Date; address: string | null }[]>`
    select activity.pid, activity.backend_start as since, activity.client_addr::text as address
    from pg_locks join pg_stat_activity activity using (pid)
    where locktype = 'advisory' and granted
      and ((classid::bigint << 32) | objid::bigint) = hashtextextended(${lock}, 0)`;
  if (found === undefined) return '';
  return ` (session ${found.pid} of the database, from ${found.address ?? 'this machine'}, since ${found.since.toISOString()})`;
}
