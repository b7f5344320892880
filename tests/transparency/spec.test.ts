import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCommitment, verifyField } from '../../src/transparency/commitment.ts';
import { encodeLeaf, leafKinds, parseLeaf } from '../../src/transparency/leaf.ts';
import { parseAnyLeaf, sealLeaf } from '../../src/transparency/sealed-leaf.ts';
import { parseVerifierKey } from '../../src/transparency/note.ts';
import { verifyProof } from '../../src/transparency/proof.ts';
import type { OpenLeaf } from '../../src/transparency/leaf.ts';

/** What the specifications show is what the program does. */

const spec = (name: string): string => readFileSync(join(import.meta.dirname, '../../docs/spec', name), 'utf8');
const blocks = (text: string): string[] =>
  [...text.matchAll(/^```[a-z]*\n(.*?\n)```$/gms)].map(([, block = '']) => block);

const leafSpec = spec('leaf.md');
const [leafText = '', fieldOpening = ''] = blocks(leafSpec);
const leaf = encodeLeaf(JSON.parse(leafText) as OpenLeaf);

test('the leaf of the specification is a leaf, and its commitment opens as a whole and by one field', () => {
  const { commitment } = parseLeaf(leaf);
  const fields = { outcome: 'granted', request: 'ab'.repeat(32) };
  assert.deepEqual(openCommitment(commitment, { format: 'proviso-opening/1', seed: '07'.repeat(32), fields }), fields);
  assert.deepEqual(verifyField(commitment, JSON.parse(fieldOpening)), { name: 'outcome', value: 'granted' });
});

test('the sealed leaf of the specification stands for the leaf of the specification', () => {
  const { previous, ...inside } = parseLeaf(leaf);
  assert.ok(previous !== undefined);
  const { bytes } = sealLeaf(inside, {}, '2026-06', new Uint8Array(32).fill(8));
  const shown = blocks(leafSpec).find((block) => block.includes('proviso-sealed-leaf/1'));
  assert.deepEqual(JSON.parse(shown ?? '{}'), parseAnyLeaf(bytes));
});

test('the specification names every kind of leaf, and no other', () => {
  const table = leafSpec.slice(leafSpec.indexOf('| kind | the act |'), leafSpec.indexOf('## Case'));
  const named = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, kind]) => kind);
  assert.deepEqual(named, Object.keys(leafKinds));
});

test('the proof of the specification shows the leaf of the specification', () => {
  const directorySpec = spec('log-directory.md');
  const proof = new TextEncoder().encode(blocks(directorySpec).find((block) => block.startsWith('c2sp.org/')));
  const [, vkey = ''] = /^`(log\.proviso\.example\+.+?)`/m.exec(directorySpec) ?? [];
  assert.equal(verifyProof(proof, leaf, parseVerifierKey(vkey)).index, 1);
});
