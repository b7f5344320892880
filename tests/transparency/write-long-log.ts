import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { concat } from '../../src/transparency/bytes.ts';
import { signCheckpoint } from '../../src/transparency/checkpoint.ts';
import { encodeLeaf, type OpenLeaf } from '../../src/transparency/leaf.ts';
import { leafHash } from '../../src/transparency/merkle.ts';
import { encodeVerifierKey, type SignerKey } from '../../src/transparency/note.ts';
import { edgeRoot, emptyEdge, grow, rootOf } from '../../src/transparency/right-edge.ts';
import { encodeBundle, tilePath, tileWidth } from '../../src/transparency/tile.ts';

/** A log of any length, written to a folder as it grows: real leaves of four authorities, in chains. Fast, and never in memory. */
export function writeLongLog(folder: string, size: number, signer: SignerKey, month = '2026-03'): void {
  const write = (path: string, bytes: Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  const chains = ['xa-central-authority', 'xb-central-authority', 'xb-court', 'xb-provider'].map((authority) =>
    leavesOf(authority, month),
  );
  const edge = emptyEdge();
  const pending: Uint8Array[][] = [];
  const settle = (hash: Uint8Array, level: number, index: number): void => {
    const hashes = (pending[level] ??= []);
    hashes.push(hash);
    if (hashes.length < tileWidth) return;
    write(tilePath({ level, index, width: tileWidth }), concat(...hashes));
    pending[level] = [];
    settle(rootOf(hashes), level + 1, Math.floor(index / tileWidth));
  };
  let bundle: Uint8Array[] = [];
  for (let at = 0; at < size; at += 1) {
    const next = chains[at % chains.length];
    if (next === undefined) throw new Error('no authority');
    const { bytes, hash } = next(at);
    grow(edge, hash);
    bundle.push(bytes);
    const [index, width] = [Math.floor(at / tileWidth), (at % tileWidth) + 1];
    if (width === tileWidth || at + 1 === size) {
      write(tilePath({ level: 'entries', index, width }), encodeBundle(bundle));
      bundle = [];
    }
    settle(hash, 0, index);
  }
  for (const [level, hashes] of pending.entries())
    if (hashes.length > 0) write(tilePath({ level, index: Math.floor(size / tileWidth ** (level + 1)), width: hashes.length }), concat(...hashes)); // prettier-ignore
  write('log.vkey', new TextEncoder().encode(`${encodeVerifierKey(signer.verifier)}\n`));
  write('checkpoint', signCheckpoint({ origin: signer.verifier.name, size, root: edgeRoot(edge) }, signer));
}

/** The leaves of one authority, each naming the one before. They differ in their hashes alone, so one is encoded and filled in. */
function leavesOf(authority: string, month: string): (at: number) => { bytes: Uint8Array; hash: Uint8Array } {
  const [commitment, link, before] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];
  const leaf = { format: 'proviso-leaf/1', kind: 'request', authority, month, counterpart: 'XA', measure: 'stored-data', dataCategories: ['content', 'traffic'], case: link, commitment } satisfies OpenLeaf; // prettier-ignore
  const first = Buffer.from(encodeLeaf(leaf));
  const later = Buffer.from(encodeLeaf({ ...leaf, previous: before }));
  let previous: Uint8Array | undefined;
  return (at) => {
    const bytes = Buffer.from(previous === undefined ? first : later);
    const number = at.toString(16).padStart(64, '0');
    for (const field of [commitment, link]) bytes.write(number, bytes.indexOf(field), 'latin1');
    if (previous !== undefined) bytes.write(previous.toHex(), bytes.indexOf(before), 'latin1');
    previous = leafHash(bytes);
    return { bytes, hash: previous };
  };
}
