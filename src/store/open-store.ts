import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { emptyRoot } from '../transparency/hash.ts';
import { encodeVerifierKey, type SignerKey } from '../transparency/note-key.ts';
import { parsePolicy, policyOf, type Policy } from '../transparency/witness-policy.ts';
import { remoteWitness, type Cosigner } from '../witness/remote.ts';
import { objectBucket, type Bucket } from './bucket.ts';
import { openBlobs, type Blobs } from './blobs.ts';
import { objectDirectory } from './objects.ts';
import { openUploads, type Uploads } from './uploads.ts';
import { claimWriting } from './claim-writing.ts';
import { migrate, openDatabase, type Database } from './database.ts';
import { startEmbedded } from './embedded.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import { openFailedSignIns, type FailedSignIns } from './failed-sign-ins.ts';
import { openIdentities, type Identities } from './identities.ts';
import { openOnce, type Once } from './once.ts';
import { openGuard } from './guard.ts';
import { openLog, type Log } from './log.ts';
import { publishedBucket } from './published-bucket.ts';
import { publishedFolder } from './published-files.ts';
import { openPublisher } from './publisher.ts';
import { openClocks, type Clocks } from './clocks.ts';
import { openQueue, type Queue } from './queue.ts';
import { openSavedViews, type SavedViews } from './saved-views.ts';
import { openSandboxWitnesses, sandboxQuorum } from './sandbox-witnesses.ts';
import { openSequencer, type Sequencer } from './sequencer.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { openWitnessedHeads } from './witnessed-heads.ts';
import { openWriter, type Writer } from './writer.ts';

/** Everything that keeps something, opened over one data directory. */
export type Store = Readonly<{
  database: Database;
  writer: Writer;
  /** Gives records their place in the log; the writer uses it. */
  sequencer: Sequencer;
  sessions: Sessions;
  identities: Identities;
  once: Once;
  failedSignIns: FailedSignIns;
  queue: Queue;
  clocks: Clocks;
  savedViews: SavedViews;
  blobs: Blobs;
  uploads: Uploads;
  keyring: Keyring;
  log: Log;
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
  /** A witness policy with URLs (C2SP tlog-policy). Without one, the sandbox's five witnesses sign. */
  witnessPolicy?: string;
  /** The sandbox's witnesses listen on this machine and are asked over HTTP. */
  loopback?: boolean;
  /** The key of the log; without one, the one that is made in `data`. */
  logKey?: SignerKey;
  /** Where evidence is kept. Without it, in a folder of `data`. */
  bucket?: Bucket;
  /** Where the log is published. Without it, in a folder of `data`. */
  logBucket?: Bucket;
}): Promise<Store> {
  const server = where.databaseUrl === undefined ? await startEmbedded(where.data) : undefined;
  const database = openDatabase(server ?? { url: where.databaseUrl ?? '' });
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing) await each();
    await database.end({ timeout: 5 });
    await server?.stop();
  };
  try {
    await migrate(database);
    await claimMode(database, where.origin === sandboxOrigin ? 'sandbox' : 'production');
    const keyring = openKeyring(join(where.data, 'keys'));
    const logSigner = where.logKey ?? keyring.signer(where.origin);
    await claimLog(database, where.origin, encodeVerifierKey(logSigner.verifier));
    const storageSecret = keyring.secret('storage', () => randomBytes(32).toString('hex'));
    const objects =
      where.bucket === undefined ? objectDirectory(join(where.data, 'evidence')) : objectBucket(where.bucket);
    const blobs = openBlobs(database, objects, Buffer.from(storageSecret, 'hex'), randomBytes);
    const files =
      where.logBucket === undefined ? publishedFolder(join(where.data, 'log')) : publishedBucket(where.logBucket);
    const published = (await files.read('checkpoint')) !== undefined;
    const guard = await openGuard(join(where.data, 'guard', 'log.json'), where.origin, published);
    const session = await claimWriting(() => openDatabase(server ?? { url: where.databaseUrl ?? '' }, 1), where.origin);
    const sequencer = openSequencer(session, guard);
    closing.push(sequencer.idle, session.close);
    const writer = openWriter(database, sequencer);
    const witnesses = await openWitnesses(where, logSigner);
    closing.push(witnesses.close);
    const { policy, cosigners } = witnesses;
    const heads = openWitnessedHeads(database);
    const publisher = await openPublisher({ store: writer, signer: logSigner, guard, files, cosigners, policy, keep: heads.keep }); // prettier-ignore
    return {
      database,
      writer,
      sequencer,
      log: openLog({ store: writer, signer: logSigner, guard, publisher, heads, files, policy }),
      sessions: openSessions(database),
      identities: openIdentities(database, sequencer),
      once: openOnce(database),
      failedSignIns: openFailedSignIns(database),
      queue: openQueue(database),
      clocks: openClocks(database),
      savedViews: openSavedViews(database),
      blobs,
      uploads: openUploads(database, blobs),
      keyring,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A store is a sandbox from its first start on, or never. @throws Error for one of the other kind */
async function claimMode(database: Database, mode: 'sandbox' | 'production'): Promise<void> {
  await database`insert into installation (mode) values (${mode}) on conflict do nothing`;
  const [row] = await database<{ mode: string }[]>`select mode from installation`;
  if (row?.mode === mode) return;
  throw new Error(
    mode === 'production'
      ? 'this is the data of a sandbox: it is never served as anything else'
      : 'this is the data of a real installation: it is never served as a sandbox',
  );
}

/** The log's head exists from the first start on, under one key: another key over the same tree would be a fork. */
async function claimLog(database: Database, origin: string, vkey: string): Promise<void> {
  await database`
    insert into log_head (origin, vkey, size, root) values (${origin}, ${vkey}, 0, ${emptyRoot()}) on conflict do nothing`;
  const heads = await database<{ origin: string; vkey: string }[]>`select origin, vkey from log_head`;
  const [head] = heads;
  if (heads.length !== 1 || head?.origin !== origin || head.vkey !== vkey)
    throw new Error(
      `the log in this database is kept under another key (${head?.vkey ?? 'none'}) than the one in the data directory (${vkey}); bring the key that belongs to it`,
    );
}

type Witnesses = Readonly<{ policy: Policy; cosigners: readonly Cosigner[]; close: () => Promise<void> }>;

/** @throws LogError policy-malformed; Error for a policy that is not of this log, or has a witness without a URL */
async function openWitnesses(where: Parameters<typeof openStore>[0], { verifier }: SignerKey): Promise<Witnesses> {
  if (where.witnessPolicy === undefined) {
    const { cosigners, close } = await openSandboxWitnesses(join(where.data, 'witnesses'), verifier, where.loopback === true); // prettier-ignore
    return { policy: policyOf(verifier, cosigners.map(({ key }) => key), sandboxQuorum), cosigners, close }; // prettier-ignore
  }
  const policy = parsePolicy(where.witnessPolicy);
  if (!policy.logs.some(({ key }) => encodeVerifierKey(key) === encodeVerifierKey(verifier)))
    throw new Error(`the witness policy does not name this log, ${encodeVerifierKey(verifier)}`);
  const cosigners = policy.witnesses.map(({ name, key, url }) => {
    if (url === undefined) throw new Error(`the witness policy has no URL of ${name}`);
    return remoteWitness(key, url);
  });
  return { policy, cosigners, close: () => Promise.resolve() };
}
