import assert from 'node:assert/strict';
import { signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { logDirectoryFiles } from '../../src/transparency/log-directory.ts';
import { append, leafHash, treeHash } from '../../src/transparency/merkle.ts';
import { generateKey } from '../../src/transparency/note.ts';
import type { ReadHashes } from '../../src/transparency/merkle.ts';

/** A log in memory: entries and the stored hashes, as a database would keep them. */

export const logSigner = generateKey('log.example/test', new Uint8Array(32).fill(7));

export type MemoryLog = Readonly<{ entries: Uint8Array[]; stored: Uint8Array[]; readHashes: ReadHashes }>;

export function emptyLog(): MemoryLog {
  const stored: Uint8Array[] = [];
  const read = (position: number): Uint8Array => stored[position] ?? assert.fail(`nothing is stored at ${position}`);
  return { entries: [], stored, readHashes: (positions) => positions.map(read) };
}

export async function appendAll(log: MemoryLog, entries: readonly Uint8Array[]): Promise<Uint8Array> {
  const added = await append(log.entries.length, entries.map(leafHash), log.readHashes);
  assert.equal(added.position, log.stored.length);
  for (const hash of added.hashes) log.stored.push(hash);
  for (const entry of entries) log.entries.push(entry);
  return added.root;
}

export async function logOf(entries: readonly Uint8Array[]): Promise<MemoryLog> {
  const log = emptyLog();
  await appendAll(log, entries);
  return log;
}

/** Entries that differ in length and content. */
export const numbered = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, n) => new TextEncoder().encode(`entry ${n}`));

export async function signedHead(log: MemoryLog): Promise<Uint8Array> {
  const { name: origin } = logSigner.verifier;
  const root = await treeHash(log.entries.length, log.readHashes);
  return signCheckpoint({ origin, size: log.entries.length, root }, logSigner);
}

/** The log as its directory: path to bytes. */
export async function directoryOf(log: MemoryLog): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const readEntries = (from: number, until: number): Uint8Array[] => log.entries.slice(from, until);
  const checkpoint = await signedHead(log);
  const published = { checkpoint, logKey: logSigner.verifier, readEntries, readHashes: log.readHashes };
  for await (const { path, bytes } of logDirectoryFiles(published)) {
    assert.ok(!files.has(path), `${path} is written once`);
    files.set(path, bytes);
  }
  return files;
}

/** The bytes with one bit turned over. */
export const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  Uint8Array.from(bytes, (byte, at) => (at === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte));
