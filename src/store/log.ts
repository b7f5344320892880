import { equal } from '../transparency/bytes.ts';
import type { LogFile } from '../transparency/log-directory.ts';
import { inclusionProof } from '../transparency/merkle.ts';
import type { SignerKey } from '../transparency/note.ts';
import { signPromise } from '../transparency/promise.ts';
import { encodeProof } from '../transparency/proof.ts';
import type { TimeBracket } from '../transparency/time-bracket.ts';
import { parseTilePath } from '../transparency/tile.ts';
import { encodePolicy, type Policy } from '../transparency/witness-policy.ts';
import { limits } from '../limits.ts';
import { bracketLeaf } from './bracket-leaf.ts';
import { collectPartials } from './collect-partials.ts';
import type { Guard } from './guard.ts';
import type { PublishedFiles } from './published-files.ts';
import type { Published, Publisher } from './publisher.ts';
import type { Head, StoredLeaf } from './rows.ts';
import type { Reader } from './reader.ts';
import type { WitnessedHeads } from './witnessed-heads.ts';

/** A leaf with the proof that the log holds it, and what opens its commitment. */
export type ProvenLeaf = Readonly<{ leaf: StoredLeaf; proof: Uint8Array }>;

/** The log as others may see it: witnessed heads, proofs, promises, and the files of the published log. */
export type Log = Readonly<{
  /** What the store holds; it may be ahead of what is published. */
  head: () => Promise<Head>;
  /** The published head, brought up to date where a quorum of witnesses signs. @throws LogError where none was ever published */
  checkpoint: () => Promise<Published>;
  /**
   * Proofs (`.tlog-proof`) of leaves by index, all under one witnessed checkpoint.
   * @throws Error where there is no such leaf; LogError `quorum-missing`, `log-closed` where nothing can be proven now
   */
  prove: (indices: readonly number[]) => Promise<ProvenLeaf[]>;
  /** Leaves from `from` (inclusive) to `until` (exclusive), as the store has them. */
  leaves: (from: number, until: number) => Promise<StoredLeaf[]>;
  /** The log's signed word that a leaf is in it (transparency/promise.ts). @throws LogError log-closed */
  promise: (index: number, at: string) => Promise<Uint8Array | undefined>;
  /**
   * When a leaf was recorded, as a file that proves it (transparency/time-bracket.ts), and what it proves.
   * @throws LogError quorum-missing, log-closed where nothing can be proven now
   */
  time: (index: number) => Promise<Readonly<{ file: Uint8Array; bracket: TimeBracket }> | undefined>;
  /** The files of the published log (docs/spec/log-directory.md), made again from the leaves. */
  files: () => AsyncGenerator<LogFile>;
  /** One published tile, bundle or `log.policy`, as it lies where it is published. */
  file: (path: string) => Promise<Uint8Array | undefined>;
  /** The policy under which everybody checks (C2SP tlog-policy). */
  policy: Policy;
  policyText: string;
  /** Why nothing can be appended (`closed`) or published (`alarm`). */
  state: () => Readonly<{ closed?: string; alarm?: string }>;
  /** Publishes what is new. */
  tend: () => Promise<void>;
  /** Deletes old partial tiles; it looks at every published tile. @param now milliseconds since 1970 @returns how many */
  collect: (now: number) => Promise<number>;
  /**
   * Makes every published file again from the leaves and compares, byte for byte.
   * @param write puts right what differs. @returns the paths that differ or are missing
   */
  rebuild: (write: boolean) => Promise<string[]>;
}>;

export function openLog(of: {
  store: Reader;
  signer: SignerKey;
  guard: Guard;
  publisher: Publisher;
  heads: WitnessedHeads;
  files: PublishedFiles;
  policy: Policy;
}): Log {
  const { store, signer, guard, publisher, heads, files, policy } = of;
  const readHead = async (): Promise<Head> => {
    const found = await store.head();
    if (found === undefined) throw new Error('the log was not opened');
    return found;
  };
  const checkpoint = async (): Promise<Published> => {
    try {
      return await publisher.covering((await readHead()).size);
    } catch (error) {
      const latest = publisher.latest();
      if (latest === undefined) throw error;
      return latest;
    }
  };
  return {
    head: readHead,
    checkpoint,
    prove: async (indices) => {
      const { size, note } = await publisher.covering(Math.max(0, ...indices) + 1);
      return Promise.all(
        indices.map(async (index) => {
          const leaf = await store.leaf(index);
          if (leaf === undefined || index >= size) throw new Error(`the log has no leaf ${index}`);
          const hashes = await inclusionProof(index, size, store.treeHashes);
          return { leaf, proof: encodeProof({ index, hashes, checkpoint: note }) };
        }),
      );
    },
    leaves: store.leaves,
    promise: async (index, at) => {
      const [head, leaf] = [await readHead(), await store.leaf(index)];
      if (leaf === undefined) return undefined;
      await guard.permitPromise(index, head, store.treeHashes);
      const until = new Date(Date.parse(at) + limits.promiseSeconds * 1_000).toISOString();
      return signPromise({ origin: head.origin, index, leafHash: leaf.hash.toHex(), at, until }, signer);
    },
    time: (index) => bracketLeaf(index, { store, heads, policy, covering: publisher.covering }),
    files: async function* () {
      await checkpoint();
      yield* publisher.files();
    },
    file: async (path) => (path === 'log.policy' || parseTilePath(path) !== undefined ? files.read(path) : undefined),
    policy,
    policyText: encodePolicy(policy),
    state: () => {
      const [closed, alarm] = [guard.closed(), publisher.alarm()];
      return { ...(closed === undefined ? {} : { closed }), ...(alarm === undefined ? {} : { alarm }) };
    },
    tend: async () => {
      const { size } = await readHead();
      if (publisher.latest()?.size !== size) await publisher.covering(size);
    },
    collect: (now) => collectPartials(files, now - limits.partialTileSeconds * 1_000),
    rebuild: (write) => rebuild(publisher, files, write),
  };
}

async function rebuild(publisher: Publisher, published: PublishedFiles, write: boolean): Promise<string[]> {
  const different: string[] = [];
  for await (const { path, bytes } of publisher.files()) {
    const found = await published.read(path);
    if (found !== undefined && equal(found, bytes)) continue;
    different.push(path);
    if (write) await published.write([{ path, bytes }]);
  }
  return different;
}
