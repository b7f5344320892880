import { LogError } from '../transparency/log-error.ts';
import { consistencyProof, inclusionProof } from '../transparency/merkle.ts';
import { encodeProof } from '../transparency/proof.ts';
import { encodeBracket, verifyBracket, type Earlier, type TimeBracket } from '../transparency/time-bracket.ts';
import { openWitnessed, type Policy } from '../transparency/witness-policy.ts';
import type { Published, Publisher } from './publisher.ts';
import type { Reader } from './reader.ts';
import type { WitnessedHeads } from './witnessed-heads.ts';

/**
 * When a leaf was recorded, between the last kept checkpoint before it and the first that holds it. What it says is
 * checked as its reader will check it. `undefined` where there is no such leaf.
 * @throws LogError quorum-missing, log-closed where no checkpoint holds the leaf yet and none can be signed
 */
export async function bracketLeaf(
  index: number,
  of: {
    store: Pick<Reader, 'leaf' | 'treeHashes'>;
    heads: Pick<WitnessedHeads, 'before' | 'holding'>;
    policy: Policy;
    covering: Publisher['covering'];
  },
): Promise<{ file: Uint8Array; bracket: TimeBracket } | undefined> {
  const { store, heads, policy } = of;
  const leaf = await store.leaf(index);
  if (leaf === undefined) return undefined;
  const later = opened(await heads.holding(index), policy) ?? (await of.covering(index + 1));
  const hashes = await inclusionProof(index, later.size, store.treeHashes);
  const proof = encodeProof({ index, hashes, checkpoint: later.note });
  const first = opened(await heads.before(index), policy);
  let earlier: Earlier | undefined;
  if (first !== undefined)
    earlier = { checkpoint: first.note, hashes: await consistencyProof(first.size, later.size, store.treeHashes) };
  const file = encodeBracket(proof, earlier);
  return { file, bracket: verifyBracket(file, leaf.bytes, policy) };
}

/** A kept checkpoint; `undefined` where its witnesses are not those of today's policy: it would prove nothing now. */
function opened(note: Uint8Array | undefined, policy: Policy): Published | undefined {
  if (note === undefined) return undefined;
  try {
    return { ...openWitnessed(note, policy), note };
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}
