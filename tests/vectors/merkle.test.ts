import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { verifyConsistency, verifyInclusion } from '../../src/transparency/merkle.ts';
import { LogError } from '../../src/transparency/log-error.ts';

/**
 * Proofs that transparency-dev/merkle published, good and bad. Where that library follows a policy of its own (a hash
 * of no bytes; anything proven from size 0) ours comes to the same verdict by the rules that every case follows: a hash
 * is 32 bytes, and a proof from size 0 is empty.
 */

const folder = join(import.meta.dirname, '../../../shared/vectors/merkle');
const missing = existsSync(folder) ? false : 'the folder ../shared/vectors/merkle is not here';

type Case = Readonly<{ desc: string; wantErr: boolean; proof: readonly string[] | null }>;
type InclusionCase = Case & Readonly<{ leafIdx: number; treeSize: number; root: string; leafHash: string }>;
type ConsistencyCase = Case & Readonly<{ size1: number; size2: number; root1: string; root2: string }>;

const files = (kind: string): string[] =>
  missing === false
    ? readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    : [];
const read = (kind: string, name: string): unknown => JSON.parse(readFileSync(join(folder, kind, name), 'utf8'));
const bytes = (base64: string): Uint8Array => Uint8Array.fromBase64(base64);
const hashes = ({ proof }: Case): Uint8Array[] => (proof ?? []).map(bytes);

function expectVerdict({ desc, wantErr }: Case, verify: () => void): void {
  if (wantErr) assert.throws(verify, LogError, desc);
  else assert.doesNotThrow(verify, desc);
}

suite('RFC 6962 proofs made by others', { skip: missing }, () => {
  test('none of the 49 inclusion and 43 consistency proofs is left out', () => {
    assert.deepEqual([files('inclusion').length, files('consistency').length], [49, 43]);
  });

  for (const name of files('inclusion')) {
    test(`inclusion ${name}`, () => {
      const vector = read('inclusion', name) as InclusionCase;
      const { leafIdx: index, treeSize: size, root, leafHash } = vector;
      const claim = { index, size, root: bytes(root), leafHash: bytes(leafHash), proof: hashes(vector) };
      expectVerdict(vector, () => verifyInclusion(claim));
    });
  }

  for (const name of files('consistency')) {
    test(`consistency ${name}`, () => {
      const vector = read('consistency', name) as ConsistencyCase;
      const { size1: oldSize, size2: size, root1, root2 } = vector;
      const claim = { oldSize, size, oldRoot: bytes(root1), root: bytes(root2), proof: hashes(vector) };
      expectVerdict(vector, () => verifyConsistency(claim));
    });
  }
});
