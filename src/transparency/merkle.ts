// RFC 6962 and RFC 9162 section 2.1: the Merkle tree of the log, as other rooms see it.
export { emptyRoot, hashBytes, leafHash, nodeHash } from './hash.ts';
export { storedHashCount, storedHashIndex } from './positions.ts';
export { append, consistencyProof, hashesForAppend, inclusionProof, treeHash } from './tree.ts';
export { verifyConsistency, verifyInclusion } from './merkle-verify.ts';
export type { Append, ReadHashes } from './tree.ts';
export type { Consistency, Inclusion } from './merkle-verify.ts';
