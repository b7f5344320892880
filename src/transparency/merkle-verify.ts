// RFC 9162 sections 2.1.3.2 and 2.1.4.2: proofs of inclusion and consistency are checked without the tree.
import { equal } from './bytes.ts';
import { emptyRoot, hashBytes, nodeHash } from './hash.ts';
import { LogError } from './log-error.ts';
import { assertSize, half, isOdd } from './subtrees.ts';

export type Inclusion = Readonly<{
  index: number;
  size: number;
  leafHash: Uint8Array;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}>;

/** That the leaf is the index-th of the tree. @throws LogError size-invalid, index-outside, proof-length, proof-root */
export function verifyInclusion({ root, ...claim }: Inclusion): void {
  if (!equal(inclusionRoot(claim), root)) {
    throw new LogError('proof-root', `the proof of leaf ${claim.index} leads to another root`);
  }
}

/** The root that a leaf and its proof lead to. @throws LogError size-invalid, index-outside, proof-length, proof-root */
export function inclusionRoot({ index, size, leafHash, proof }: Omit<Inclusion, 'root'>): Uint8Array {
  assertSize(index);
  assertSize(size);
  if (index >= size) throw new LogError('index-outside', `a tree of ${size} has no leaf ${index}`);
  assertHashes([leafHash, ...proof]);
  let [node, last] = [index, size - 1];
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) throw new LogError('proof-length', `${proof.length} hashes lead past the root of ${size} leaves`);
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash);
      // At the right edge, levels on which the node has no sibling are passed over.
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw new LogError('proof-length', `${proof.length} hashes do not reach the root of ${size} leaves`);
  return hash;
}

export type Consistency = Readonly<{
  oldSize: number;
  oldRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}>;

/**
 * That the old tree is the beginning of the new one. From size 0 and for equal sizes the proof is empty.
 * @throws LogError size-invalid, index-outside, proof-length, proof-root
 */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: Consistency): void {
  assertSize(oldSize);
  assertSize(size);
  if (oldSize > size) throw new LogError('index-outside', `a tree of ${size} has no beginning of ${oldSize}`);
  assertHashes([oldRoot, root, ...proof]);
  if (oldSize === 0 || oldSize === size) {
    if (proof.length > 0) throw new LogError('proof-length', 'this proof is empty');
    if (!equal(oldRoot, oldSize === 0 ? emptyRoot() : root)) throw new LogError('proof-root', 'the old root differs');
    return;
  }
  let [node, last] = [oldSize - 1, size - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  // The old tree is one complete subtree when nothing is left of it: then its root is where both hashes begin.
  const [first, ...rest] = node === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) throw new LogError('proof-length', 'a proof between two sizes is not empty');
  let [oldHash, hash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) throw new LogError('proof-length', `${proof.length} hashes lead past the root of ${size} leaves`);
    if (isOdd(node) || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      hash = nodeHash(sibling, hash);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw new LogError('proof-length', `${proof.length} hashes do not reach the root of ${size} leaves`);
  if (!equal(oldHash, oldRoot))
    throw new LogError('proof-root', `the proof leads to another root of ${oldSize} leaves`);
  if (!equal(hash, root)) throw new LogError('proof-root', `the proof leads to another root of ${size} leaves`);
}

function assertHashes(hashes: readonly Uint8Array[]): void {
  if (hashes.some((hash) => hash.length !== hashBytes)) throw new LogError('proof-root', 'a hash is 32 bytes');
}
