import { limits } from '../limits.ts';
import { equal } from '../transparency/bytes.ts';
import { signCheckpoint } from '../transparency/checkpoint.ts';
import { logDirectoryFiles, type LogFile } from '../transparency/log-directory.ts';
import { LogError } from '../transparency/log-error.ts';
import { treeHash } from '../transparency/merkle.ts';
import type { SignerKey, VerifierKey } from '../transparency/note.ts';
import {
  encodePolicy,
  openWitnessed,
  reachesQuorum,
  type Policy,
  type Witnessed,
} from '../transparency/witness-policy.ts';
import type { Cosigner } from '../witness/remote.ts';
import { gatherCosignatures } from './gather-cosignatures.ts';
import type { Guard } from './guard.ts';
import type { PublishedFiles } from './published-files.ts';
import type { Reader } from './reader.ts';
import type { Head } from './rows.ts';

/** A checkpoint that a quorum of witnesses signed, with everything under it on disk. */
export type Published = Witnessed & Readonly<{ note: Uint8Array }>;

export type Publisher = Readonly<{
  /**
   * The published head, of at least this size; publishes what is new where it must.
   * @throws LogError log-closed, quorum-missing: then nothing was published
   */
  covering: (size: number) => Promise<Published>;
  latest: () => Published | undefined;
  /** Why the last attempt published nothing; `undefined` where it did. */
  alarm: () => string | undefined;
  /** All files of the published size, made again from the leaves. */
  files: () => AsyncGenerator<LogFile>;
}>;

type Setting = Readonly<{
  store: Pick<Reader, 'head' | 'entries' | 'treeHashes'>;
  signer: SignerKey;
  guard: Guard;
  files: PublishedFiles;
  cosigners: readonly Cosigner[];
  policy: Policy;
  /** Keeps each witnessed checkpoint: two of them say when a leaf was recorded. */
  keep: (size: number, note: Uint8Array) => Promise<void>;
}>;

/**
 * Publishes in this order: the guard agrees, the log signs, tiles and bundles, cosignatures, `checkpoint` last. Whoever
 * sees a checkpoint finds everything under it, and a process killed anywhere between has published nothing wrong.
 */
export async function openPublisher(of: Setting): Promise<Publisher> {
  const { store, guard } = of;
  let published = await readPublished(of);
  let alarm = guard.closed();
  let running: Promise<Published> | undefined;
  const known = new Map<VerifierKey, number>();
  const publish = async (): Promise<Published> => {
    const head = await store.head();
    if (head === undefined) throw new Error('the log was not opened');
    if (published?.size === head.size) return published;
    try {
      published = await publishHead(head, published?.size ?? 0, known, of);
      alarm = undefined;
      return published;
    } catch (error) {
      alarm = error instanceof Error ? error.message : String(error);
      throw error;
    }
  };
  const covering = async (size: number): Promise<Published> => {
    // One at a time. Who comes while one is under way may have a leaf that it does not cover: once more, then.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const closed = guard.closed();
      if (closed !== undefined) throw new LogError('log-closed', closed);
      if (published !== undefined && published.size >= size) return published;
      running ??= publish().finally(() => {
        running = undefined;
      });
      await running;
    }
    if (published !== undefined && published.size >= size) return published;
    throw new Error(`the log has no leaf ${size - 1}`);
  };
  return {
    covering,
    latest: () => published,
    alarm: () => alarm,
    files: async function* () {
      const { note } = published ?? (await covering(0));
      yield policyFile(of.policy);
      yield* filesOf(note, 0, of);
    },
  };
}

async function publishHead(
  head: Head,
  since: number,
  known: Map<VerifierKey, number>,
  of: Setting,
): Promise<Published> {
  const { store, signer, guard, files: to, cosigners, policy, keep } = of;
  await guard.permit(head, store.treeHashes);
  const { origin, size, root } = head;
  const signed = signCheckpoint({ origin, size, root }, signer);
  let files = [policyFile(policy)];
  for await (const file of filesOf(signed, since, of)) {
    if (file.path !== 'checkpoint') files.push(file);
    if (files.length < limits.filesWrittenTogether) continue;
    await to.write(files);
    files = [];
  }
  await to.write(files);
  const logKey = signer.verifier;
  const gathered = await gatherCosignatures({ note: signed, size, logKey, cosigners, known, readHashes: store.treeHashes }); // prettier-ignore
  // One witness that lies cannot close a log. When those that are not ahead are too few, something was lost here.
  const others = cosigners.map(({ key }) => key).filter((key) => !gathered.ahead.includes(key));
  if (gathered.ahead.length > 0 && !reachesQuorum(policy, others)) {
    guard.close(`${gathered.ahead.map(({ name }) => name).join(', ')} have seen a larger tree than the ${size} leaves of this store: it was restored from an older state`); // prettier-ignore
    throw new LogError('log-closed', guard.closed() ?? '');
  }
  try {
    const opened = openWitnessed(gathered.note, policy);
    await keep(size, gathered.note);
    await to.write([{ path: 'checkpoint', bytes: gathered.note }]);
    return { ...opened, note: gathered.note };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    const silent = gathered.silent.map(({ witness, why }) => `${witness}: ${why}`).join('; ');
    throw new LogError(error.code, `${error.message} (${silent})`, undefined, { cause: error });
  }
}

const policyFile = (policy: Policy): LogFile => ({ path: 'log.policy', bytes: new TextEncoder().encode(encodePolicy(policy)) }); // prettier-ignore

const filesOf = (note: Uint8Array, since: number, { store, signer }: Setting): AsyncGenerator<LogFile> =>
  logDirectoryFiles({
    checkpoint: note,
    since,
    logKey: signer.verifier,
    readEntries: store.entries,
    readHashes: store.treeHashes,
  });

/** What was published before, when the store still holds it. Otherwise the log is closed. */
async function readPublished({ files, policy, store, guard }: Setting): Promise<Published | undefined> {
  const note = await files.read('checkpoint');
  if (note === undefined) return undefined;
  try {
    const opened = openWitnessed(note, policy);
    const head = await store.head();
    if (head === undefined || head.size < opened.size) {
      guard.close(`the store has ${head?.size ?? 0} leaves, and ${opened.size} are published: it was restored from an older state`); // prettier-ignore
    } else if (!equal(await treeHash(opened.size, store.treeHashes), opened.root)) {
      guard.close('the store does not hold the leaves that are published');
    }
    return { ...opened, note };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    // Witnesses were changed: what is published is shown again when it is signed again.
    if (error.code !== 'quorum-missing') guard.close(`the published checkpoint is not ours: ${error.message}`);
    return undefined;
  }
}
