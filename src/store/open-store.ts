import { join } from 'node:path';
import { emptyRoot } from '../transparency/hash.ts';
import { encodeVerifierKey, type SignerKey } from '../transparency/note-key.ts';
import { openBlobs, type Blobs } from './blobs.ts';
import { migrate, openDatabase, type Database } from './database.ts';
import { startEmbedded } from './embedded.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { openWriter, type Writer } from './writer.ts';

/** Everything that keeps something, opened over one data directory. */
export type Store = Readonly<{
  database: Database;
  writer: Writer;
  sessions: Sessions;
  blobs: Blobs;
  keyring: Keyring;
  /** Signs the checkpoints of this instance's log. */
  logSigner: SignerKey;
  close: () => Promise<void>;
}>;

/** The sandbox's log; a real deployment names its own. */
export const sandboxOrigin = 'sandbox.proviso.example/log';

/**
 * Opens the store: the embedded PostgreSQL in `data`, or the one that `databaseUrl` names; brings the schema up to
 * date; opens the log. @throws Error when the log in the database belongs to another key than the one in `data`.
 */
export async function openStore(where: {
  data: string;
  databaseUrl: string | undefined;
  origin: string;
}): Promise<Store> {
  const server = where.databaseUrl === undefined ? await startEmbedded(where.data) : undefined;
  const database = openDatabase(server ?? { url: where.databaseUrl ?? '' });
  const close = async (): Promise<void> => {
    await database.end({ timeout: 5 });
    await server?.stop();
  };
  try {
    await migrate(database);
    const keyring = openKeyring(join(where.data, 'keys'));
    const logSigner = keyring.signer(where.origin);
    await openLog(database, where.origin, encodeVerifierKey(logSigner.verifier));
    const blobs = openBlobs(join(where.data, 'blobs'));
    return {
      database,
      writer: openWriter(database),
      sessions: openSessions(database),
      blobs,
      keyring,
      logSigner,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The log's head exists from the first start on, under one key: another key over the same tree would be a fork. */
async function openLog(database: Database, origin: string, vkey: string): Promise<void> {
  await database`
    insert into log_head (origin, vkey, size, root) values (${origin}, ${vkey}, 0, ${emptyRoot()}) on conflict do nothing`;
  const heads = await database<{ origin: string; vkey: string }[]>`select origin, vkey from log_head`;
  const [head] = heads;
  if (heads.length !== 1 || head?.origin !== origin || head.vkey !== vkey)
    throw new Error(
      `the log in this database is kept under another key (${head?.vkey ?? 'none'}) than the one in the data directory (${vkey}); bring the key that belongs to it`,
    );
}
