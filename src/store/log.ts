import { signCheckpoint } from '../transparency/checkpoint.ts';
import { logDirectoryFiles, type LogFile } from '../transparency/log-directory.ts';
import { inclusionProof } from '../transparency/merkle.ts';
import type { SignerKey } from '../transparency/note.ts';
import { encodeProof } from '../transparency/proof.ts';
import type { Head, StoredLeaf } from './rows.ts';
import type { Reader } from './reader.ts';

/** A leaf with the proof that the log holds it, and what opens its commitment. */
export type ProvenLeaf = Readonly<{ leaf: StoredLeaf; proof: Uint8Array }>;

/** The log as others may see it: signed heads, proofs, and the files of a published log. */
export type Log = Readonly<{
  head: () => Promise<Head>;
  /** The signed head: a C2SP checkpoint. */
  checkpoint: () => Promise<Uint8Array>;
  /** Proofs (`.tlog-proof`) of leaves by index, all under one checkpoint. @throws Error where there is no such leaf */
  prove: (indices: readonly number[]) => Promise<ProvenLeaf[]>;
  /** The files of a log directory (docs/spec/log-directory.md). */
  files: () => AsyncGenerator<LogFile>;
}>;

export function openLog(store: Reader, signer: SignerKey): Log {
  const readHead = async (): Promise<Head> => {
    const found = await store.head();
    if (found === undefined) throw new Error('the log was not opened');
    return found;
  };
  const sign = ({ origin, size, root }: Head): Uint8Array => signCheckpoint({ origin, size, root }, signer);
  return {
    head: readHead,
    checkpoint: async () => sign(await readHead()),
    prove: async (indices) => {
      const head = await readHead();
      const checkpoint = sign(head);
      return Promise.all(
        indices.map(async (index) => {
          const leaf = await store.leaf(index);
          if (leaf === undefined || index >= head.size) throw new Error(`the log has no leaf ${index}`);
          const hashes = await inclusionProof(index, head.size, store.treeHashes);
          return { leaf, proof: encodeProof({ index, hashes, checkpoint }) };
        }),
      );
    },
    files: async function* () {
      yield* logDirectoryFiles({
        checkpoint: sign(await readHead()),
        logKey: signer.verifier,
        readEntries: async (from, until) => (await store.leaves(from, until)).map((leaf) => leaf.bytes),
        readHashes: store.treeHashes,
      });
    },
  };
}
