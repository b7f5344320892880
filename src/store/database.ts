import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { sha256Hex } from '../canonical.ts';

/** One dialect: PostgreSQL 15 or later, embedded or by URL (decision 0002). */

export type Database = postgres.Sql<{ bigint: bigint }>;
export type Transaction = postgres.TransactionSql<{ bigint: bigint }>;

/**
 * @param where a `postgres://` URL, or the socket directory of the embedded server
 * @param connections at most; a single one is kept as it is, for what belongs to a session
 */
export function openDatabase(where: { url: string } | { socketDirectory: string }, connections = 16): Database {
  const options = {
    max: connections,
    ...(connections === 1 ? { max_lifetime: null } : {}),
    connect_timeout: 10,
    types: { bigint: postgres.BigInt },
    connection: { application_name: 'proviso', TimeZone: 'UTC', lock_timeout: 10_000, statement_timeout: 30_000 },
    onnotice: () => undefined,
  };
  if ('socketDirectory' in where)
    return postgres({ ...options, host: where.socketDirectory, database: 'postgres', username: 'proviso' });
  // As libpq reads it: `?host=/folder` is the folder of a unix socket. The driver would send it to the server.
  const url = new URL(where.url);
  const host = url.searchParams.get('host');
  url.searchParams.delete('host');
  return postgres(url.href, host === null ? options : { ...options, host });
}

const migrations = join(import.meta.dirname, 'migrations');

/**
 * Brings the schema to the newest version. Two processes may start at once: one waits for the other.
 * @throws Error when a migration that has run differs from the file (somebody edited history).
 */
export async function migrate(database: Database): Promise<void> {
  await database`create table if not exists migration (name text primary key, sha256 text not null)`;
  await database.begin(async (transaction) => {
    await transaction`lock table migration in exclusive mode`;
    const done = new Map(
      (await transaction<{ name: string; sha256: string }[]>`select name, sha256 from migration`).map((row) => [
        row.name,
        row.sha256,
      ]),
    );
    for (const name of readdirSync(migrations)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const text = readFileSync(join(migrations, name), 'utf8');
      const sha256 = sha256Hex(text);
      const before = done.get(name);
      if (before !== undefined && before !== sha256)
        throw new Error(`migration ${name} has run here with another text`);
      if (before !== undefined) continue;
      await transaction.unsafe(text);
      await transaction`insert into migration (name, sha256) values (${name}, ${sha256})`;
    }
  });
}

const retryable = new Set(['40001', '40P01']);

/** Runs one transaction, again when the database asks for it (serialisation failure, deadlock), five times at most. */
export async function transact<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await database.begin(work)) as T;
    } catch (error) {
      const code = error instanceof postgres.PostgresError ? error.code : '';
      if (!retryable.has(code) || attempt === 5) throw error;
    }
  }
}
