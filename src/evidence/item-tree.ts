import { append, inclusionProof, leafHash } from '../transparency/merkle.ts';
import type { Manifest } from './manifest.ts';

/**
 * The Merkle tree (RFC 6962) over every item that was produced: those that left, in the order of the manifest, then those
 * that were withheld, in the order of their hashes. With it one item can be shown to be in a hand-over, or to have been
 * withheld from it, and nothing else. docs/spec/hand-over.md
 */

const format = 'proviso-item/1';

type Listed = Pick<Manifest, 'released' | 'withheld'>;
export type ItemTree = Readonly<{ size: number; root: string }>;

/** What is hashed of each item, one leaf each. */
export function itemEntries({ released, withheld }: Listed): Uint8Array[] {
  const exhibits = new Map(released.files.map(({ name, exhibit }) => [name, exhibit]));
  const left = released.items.map(({ file, number, sha256 }) =>
    entry('released', exhibits.get(file) ?? '', `${file} ${number}`, sha256),
  );
  return [...left, ...withheld.map(({ hash, reasons }) => entry('withheld', hash, reasons.join(',')))];
}

export async function itemTree(listed: Listed): Promise<ItemTree> {
  const { size, root } = await grown(listed);
  return { size, root: root.toHex() };
}

/** The path of one leaf, in hexadecimal, from its sibling up. @param index from 0, in the order of `itemEntries` */
export async function itemPath(listed: Listed, index: number): Promise<string[]> {
  const { size, hashes } = await grown(listed);
  const read = (positions: readonly number[]): Uint8Array[] =>
    positions.map((position) => {
      const hash = hashes[position];
      if (hash === undefined) throw new Error(`the tree has no hash ${position}`);
      return hash;
    });
  return (await inclusionProof(index, size, read)).map((hash) => hash.toHex());
}

const grown = (listed: Listed): ReturnType<typeof append> => append(0, itemEntries(listed).map(leafHash), () => []);

const entry = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${[format, ...lines].join('\n')}\n`);
