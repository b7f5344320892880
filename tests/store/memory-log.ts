import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { leafForMandate } from '../../src/acts/leaf-for.ts';
import { openGuard } from '../../src/store/guard.ts';
import { publishedFolder, type PublishedFiles } from '../../src/store/published-files.ts';
import { openPublisher } from '../../src/store/publisher.ts';
import { openLog } from '../../src/store/log.ts';
import { append, emptyRoot, leafHash } from '../../src/transparency/merkle.ts';
import { encodeVerifierKey, generateKey } from '../../src/transparency/note.ts';
import { verifyLogDirectory } from '../../src/transparency/log-directory.ts';
import { policyOf } from '../../src/transparency/witness-policy.ts';
import { openWitness, type Witness } from '../../src/witness/witness.ts';
import type { Reader } from '../../src/store/reader.ts';
import type { Log } from '../../src/store/log.ts';
import type { WitnessedHeads } from '../../src/store/witnessed-heads.ts';
import type { Guard } from '../../src/store/guard.ts';

/** A published log over a store in memory: guard, witnesses and disk, without a database. */

export const signer = generateKey('log.example/published', new Uint8Array(32).fill(3));
const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const folders: string[] = [];
/** What ends with the tests of the file. */
export const closing: (() => Promise<void>)[] = [];
/** A new folder, removed when the tests of the file are over. */
export const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-log-'));
  folders.push(folder);
  return folder;
};
after(async () => {
  for (const close of closing) await close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export type MemoryStore = {
  bytes: Uint8Array[];
  hashes: Uint8Array[];
  root: Uint8Array;
  previous: Uint8Array | undefined;
};
export const emptyStore = (): MemoryStore => ({ bytes: [], hashes: [], root: emptyRoot(), previous: undefined });

export async function grow(store: MemoryStore, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const mandate = { authority: 'xb-court', state: 'XB', id: randomUUID() } as Parameters<typeof leafForMandate>[0];
    const bytes = leafForMandate(mandate, '2026-03-01T00:00:00.000Z', random).encode(store.previous?.toHex());
    const grown = await append(store.bytes.length, [leafHash(bytes)], (positions) => positions.map((at) => store.hashes[at] ?? assert.fail())); // prettier-ignore
    store.bytes.push(bytes);
    store.hashes.push(...grown.hashes);
    store.root = grown.root;
    store.previous = leafHash(bytes);
  }
}

const readerOf = (store: MemoryStore): Reader => {
  const leaf = (index: number) => ({ index, bytes: store.bytes[index] ?? assert.fail(), hash: leafHash(store.bytes[index] ?? assert.fail()), opening: null }); // prettier-ignore
  const reader: Pick<Reader, 'head' | 'leaf' | 'entries' | 'treeHashes'> = {
    head: () => Promise.resolve({ origin: signer.verifier.name, vkey: encodeVerifierKey(signer.verifier), size: store.bytes.length, root: store.root }), // prettier-ignore
    leaf: (index) => Promise.resolve(index < store.bytes.length ? leaf(index) : undefined),
    entries: (from, until) => Promise.resolve(store.bytes.slice(from, until)),
    treeHashes: (positions) => Promise.resolve(positions.map((at) => store.hashes[at] ?? assert.fail(`nothing at ${at}`))), // prettier-ignore
  };
  return reader as Reader;
};

/** Witnesses that can be switched off, or made to lie. */
export async function witnesses(folder: string, count = 5): Promise<{ all: Witness[]; absent: Set<number> }> {
  const absent = new Set<number>();
  const all: Witness[] = [];
  for (let n = 0; n < count; n += 1) {
    const key = generateKey(`w${n}.example`, new Uint8Array(32).fill(60 + n), 0x04);
    const witness = await openWitness({ folder: join(folder, `w${n}`), signer: key, logs: [signer.verifier], seconds: () => 1_771_000_000 + n }); // prettier-ignore
    closing.push(witness.close);
    all.push({ ...witness, addCheckpoint: (body) => absent.has(n) ? Promise.resolve({ status: 503, type: '', body: 'away' }) : witness.addCheckpoint(body) }); // prettier-ignore
  }
  return { all, absent };
}

/** The kept checkpoints, as the table keeps them. */
function keptHeads(): WitnessedHeads {
  const kept = new Map<number, Uint8Array>();
  const sizes = (): number[] => [...kept.keys()].sort((a, b) => a - b);
  return {
    keep: (size, note) => {
      if (!kept.has(size)) kept.set(size, note);
      return Promise.resolve();
    },
    before: (index) => Promise.resolve(kept.get(sizes().findLast((size) => size <= index) ?? -1)),
    holding: (index) => Promise.resolve(kept.get(sizes().find((size) => size > index) ?? -1)),
  };
}

export type Opened = Readonly<{ log: Log; guard: Guard; files: PublishedFiles }>;

export async function open(
  store: MemoryStore,
  data: string,
  cosigners: readonly Witness[],
  files = publishedFolder(join(data, 'log')),
): Promise<Opened> {
  const published = (await files.read('checkpoint')) !== undefined;
  const guard = await openGuard(join(data, 'guard.json'), signer.verifier.name, published);
  const policy = policyOf(signer.verifier, cosigners.map(({ key }) => key), 4); // prettier-ignore
  const reader = readerOf(store);
  const heads = keptHeads();
  const publisher = await openPublisher({ store: reader, signer, guard, files, cosigners, policy, keep: heads.keep });
  return { log: openLog({ store: reader, signer, guard, publisher, heads, files, policy }), guard, files };
}

export const verified = (files: PublishedFiles): ReturnType<typeof verifyLogDirectory> =>
  verifyLogDirectory(files.read, signer.verifier);
