import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readIfThere } from '../../src/durable-file.ts';
import { openGuard, type Guard } from '../../src/store/guard.ts';
import { openLog, type Log } from '../../src/store/log.ts';
import { publishedFolder } from '../../src/store/published-files.ts';
import { openPublisher } from '../../src/store/publisher.ts';
import type { Reader } from '../../src/store/reader.ts';
import { encodeLeaf } from '../../src/transparency/leaf.ts';
import { append, emptyRoot, leafHash, treeHash } from '../../src/transparency/merkle.ts';
import { encodeVerifierKey, generateKey } from '../../src/transparency/note.ts';
import { policyOf, type Policy } from '../../src/transparency/witness-policy.ts';
import { openWitness, type Witness } from '../../src/witness/witness.ts';

/**
 * A process that publishes a log and gives promises, over a store whose leaves are always the same, so that another
 * process can check what it left behind: `node publishing.ts FOLDER`. It says each promise the moment it has it.
 */

/** The log grows to these sizes, one after the other. */
export const sizes = [1, 3, 256, 300] as const;
export const signer = generateKey('log.example/faults', new Uint8Array(32).fill(3));

type Tree = Readonly<{ bytes: Uint8Array[]; hashes: Uint8Array[] }>;
export const tree: Tree = { bytes: [], hashes: [] };
let previous: string | undefined;
for (let at = 0; at < sizes[3]; at += 1) {
  const bytes = encodeLeaf({ format: 'proviso-leaf/1', kind: 'register', authority: 'xb-court', month: '2026-03', commitment: at.toString(16).padStart(64, '0'), ...(previous && { previous }) }); // prettier-ignore
  previous = leafHash(bytes).toHex();
  tree.bytes.push(bytes);
  tree.hashes.push(...(await append(at, [leafHash(bytes)], treeHashes)).hashes);
}

export function treeHashes(positions: readonly number[]): Uint8Array[] {
  return positions.map((at) => tree.hashes[at] ?? assert.fail(`nothing is stored at ${at}`));
}

export type Opened = Readonly<{ log: Log; guard: Guard; policy: Policy; witnesses: readonly Witness[]; close: () => Promise<void> }>; // prettier-ignore

/** Everything between the store and the published folder, over the first `size()` leaves. */
export async function open(folder: string, size: () => number): Promise<Opened> {
  const witnesses: Witness[] = [];
  for (let n = 0; n < 5; n += 1)
    witnesses.push(await openWitness({ folder: join(folder, `w${n}`), signer: generateKey(`w${n}.example`, new Uint8Array(32).fill(60 + n), 0x04), logs: [signer.verifier], seconds: () => 1_771_000_000 })); // prettier-ignore
  const leaf = (index: number) => ({ index, bytes: tree.bytes[index] ?? assert.fail(), hash: leafHash(tree.bytes[index] ?? assert.fail()), opening: null }); // prettier-ignore
  const some: Pick<Reader, 'head' | 'leaf' | 'entries' | 'treeHashes'> = {
    head: async () => ({ origin: signer.verifier.name, vkey: encodeVerifierKey(signer.verifier), size: size(), root: size() === 0 ? emptyRoot() : await treeHash(size(), treeHashes) }), // prettier-ignore
    leaf: (index) => Promise.resolve(index < size() ? leaf(index) : undefined),
    entries: (from, until) => Promise.resolve(tree.bytes.slice(from, Math.min(until, size()))),
    treeHashes: (positions) => Promise.resolve(treeHashes(positions)),
  };
  const store = some as Reader;
  const published = join(folder, 'log');
  const before = (await readIfThere(join(published, 'checkpoint'))) !== undefined;
  const guard = await openGuard(join(folder, 'guard.json'), signer.verifier.name, before);
  const policy = policyOf(signer.verifier, witnesses.map(({ key }) => key), 4); // prettier-ignore
  const heads = { keep: () => Promise.resolve(), before: () => Promise.resolve(undefined), holding: () => Promise.resolve(undefined) }; // prettier-ignore
  const publisher = await openPublisher({
    store,
    signer,
    guard,
    files: publishedFolder(published),
    cosigners: witnesses,
    policy,
    keep: heads.keep,
  });
  const log = openLog({ store, signer, guard, publisher, heads, files: publishedFolder(published), policy });
  const close = async (): Promise<void> => {
    for (const each of witnesses) await each.close();
  };
  return { log, guard, policy, witnesses, close };
}

if (process.argv[1] === import.meta.filename) {
  let size = 0;
  const { log, close } = await open(process.argv[2] ?? '', () => size);
  process.stdout.write('ready\n');
  for (size of sizes) {
    // What fails here is one attempt; the next size is another.
    try {
      if ((await log.promise(size - 1, '2026-03-01T00:00:00.000Z')) !== undefined) process.stdout.write(`promised ${size - 1}\n`); // prettier-ignore
      const [proven] = await log.prove([size - 1]);
      if (proven !== undefined) process.stdout.write(`proven ${size}\n`);
    } catch (error) {
      process.stdout.write(`failed ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  await close();
}
