import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectPartials } from '../src/store/collect-partials.ts';
import { openGuard } from '../src/store/guard.ts';
import { publishedFolder } from '../src/store/published-files.ts';
import { openPublisher } from '../src/store/publisher.ts';
import { encodeLeaf } from '../src/transparency/leaf.ts';
import { emptyRoot, leafHash } from '../src/transparency/merkle.ts';
import { encodeVerifierKey, generateKey } from '../src/transparency/note.ts';
import { edgeRoot, emptyEdge, grow } from '../src/transparency/right-edge.ts';
import { policyOf } from '../src/transparency/witness-policy.ts';

/**
 * Disk after many checkpoints of one leaf each and a collection, against the same log published once:
 * `npm run bench bench/log-disk.ts [CHECKPOINTS]`. The figure is 100,000 and at most twice. Blocks as the disk counts them.
 */
const checkpoints = Number(process.argv[2] ?? 10_000);
const signer = generateKey('log.example/disk', randomBytes(32));
const [edge, entries, hashes] = [emptyEdge(), [] as Uint8Array[], [] as Uint8Array[]];
const store = {
  head: () => Promise.resolve({ origin: signer.verifier.name, vkey: encodeVerifierKey(signer.verifier), size: edge.size, root: edge.size === 0 ? emptyRoot() : edgeRoot(edge) }), // prettier-ignore
  entries: (from: number, until: number) => Promise.resolve(entries.slice(from, until)),
  treeHashes: (positions: readonly number[]) => Promise.resolve(positions.map((at) => hashes[at] ?? assert.fail())),
};
const data = mkdtempSync(join(tmpdir(), 'proviso-bench-disk-'));
const blocks = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => sum + 512 * statSync(join(folder, name)).blocks, 512 * statSync(folder).blocks); // prettier-ignore
const open = async (name: string) => {
  const files = publishedFolder(join(data, name));
  const guard = await openGuard(join(data, `${name}.guard`), signer.verifier.name, false);
  return { files, publisher: await openPublisher({ store, signer, guard, files, cosigners: [], policy: policyOf(signer.verifier, [], 0), keep: () => Promise.resolve() }) }; // prettier-ignore
};
try {
  const { files, publisher } = await open('many');
  let previous: string | undefined;
  for (let n = 0; n < checkpoints; n += 1) {
    const bytes = encodeLeaf({ format: 'proviso-leaf/1', kind: 'request', authority: 'xb-central-authority', month: '2026-03', commitment: randomBytes(32).toString('hex'), case: randomBytes(32).toString('hex'), counterpart: 'XA', ...(previous && { previous }) }); // prettier-ignore
    const hash = leafHash(bytes);
    previous = hash.toHex();
    entries.push(bytes);
    hashes.push(...grow(edge, hash));
    await publisher.covering(edge.size);
  }
  const before = blocks(join(data, 'many'));
  const deleted = await collectPartials(files, Date.now() + 1_000);
  const after = blocks(join(data, 'many'));
  await (await open('once')).publisher.covering(edge.size);
  const ideal = blocks(join(data, 'once'));
  const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`${checkpoints} checkpoints of one leaf: ${mega(before)}, after the collection of ${deleted} partial tiles ${mega(after)}; published once ${mega(ideal)}; ratio ${(after / ideal).toFixed(2)}`); // prettier-ignore
} finally {
  rmSync(data, { recursive: true, force: true });
}
