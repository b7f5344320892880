import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { limits } from '../limits.ts';
import type { Database } from './database.ts';

/** The one connection through which the log is written, and the name under which its head knows us. */
export type WritingSession = Readonly<{
  writer: string;
  database: () => Database;
  /** A new connection in place of one that failed; the driver can leave it unable to write for ever (decision 0081). */
  renew: () => Promise<void>;
  close: () => Promise<void>;
}>;

/**
 * Becomes the one writer of this database's log (decision 0081). The claim in the log's head is what every append
 * compares: of two processes the one that claimed first stops. A lock of the session, where the database has such locks,
 * says it sooner: while another process holds it, nothing is claimed. It ends with its session, however that ends.
 * @param connect opens a client of one connection
 * @throws Error where another process writes, with what the database knows of it
 */
export async function claimWriting(connect: () => Database, origin: string): Promise<WritingSession> {
  const lock = `proviso log ${origin}`;
  let session = connect();
  const close = (): Promise<void> => session.end({ timeout: 5 });
  try {
    const from = Date.now();
    while (!(await take(session, lock))) {
      // One that is just ending needs a moment.
      if (Date.now() - from > limits.writerWaitMilliseconds) throw new Error(`another process writes the log ${origin}${await holder(session, lock)}; a log has one writer`); // prettier-ignore
      await setTimeout(50);
    }
    const writer = randomUUID();
    await session`update log_head set writer = ${writer} where origin = ${origin}`;
    const renew = async (): Promise<void> => {
      const failed = session;
      session = connect();
      await failed.end({ timeout: 0 });
      // Only for the early word: where it is not to be had now, the head still tells.
      await take(session, lock);
    };
    return { writer, database: () => session, renew, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function take(session: Database, lock: string): Promise<boolean> {
  const [row] = await session<{ held: boolean }[]>`
    select pg_try_advisory_lock(hashtextextended(${lock}, 0)) as held`;
  return row?.held === true;
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
