import { z } from 'zod';
import { canonicalBytes, parseCanonical } from '../canonical.ts';
import { itemEntries, itemPath } from './item-tree.ts';
import type { Exhibit } from './item.ts';
import type { Manifest } from './manifest.ts';
import { saltedHash, withheldSalt } from './withheld.ts';
import { withholdingReasons } from './withholding.ts';

/**
 * What shows that one item was produced and withheld: its salt and its place in the tree of items. It opens this one item
 * and says nothing about any other. docs/spec/hand-over.md
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const showing = z.strictObject({
  format: z.literal('proviso-showing/1'),
  caseId: z.uuid(),
  /** SHA-256 of the exhibit that it lay in, and of the item. */
  exhibit: sha256,
  item: sha256,
  salt: sha256,
  reasons: z.array(z.enum(withholdingReasons)).min(1),
  /** Its leaf, from 0, and the hashes from the leaf's sibling up. */
  index: z.int().min(0),
  path: z.array(sha256).max(53),
});

export type Showing = Readonly<z.infer<typeof showing>>;

export const encodeShowing = (of: Showing): Uint8Array => canonicalBytes(showing.parse(of));

/** @returns `undefined` for bytes that are no showing in canonical JSON. */
export const parseShowing = (bytes: Uint8Array): Showing | undefined => showing.safeParse(parseCanonical(bytes)).data;

/** The leaf that an item has, if it was withheld for these reasons. */
export function shownEntry({ salt, exhibit, item, reasons }: Showing): Uint8Array {
  const hash = saltedHash(Uint8Array.fromHex(salt), exhibit, item);
  const [entry] = itemEntries({ released: { files: [], items: [] }, withheld: [{ hash, reasons }] });
  if (entry === undefined) throw new Error('one item has one entry');
  return entry;
}

/**
 * @param seed the secret of the case under which its items were salted
 * @returns `undefined` where this item was not withheld under this manifest
 */
export async function showWithheld(
  manifest: Manifest,
  exhibit: Pick<Exhibit, 'sha256' | 'items'>,
  number: number,
  seed: Uint8Array,
): Promise<Showing | undefined> {
  const item = exhibit.items.find((each) => each.number === number);
  if (item === undefined) return undefined;
  const salt = withheldSalt(seed, exhibit.sha256, number);
  const hash = saltedHash(salt, exhibit.sha256, item.sha256);
  const place = manifest.withheld.findIndex((each) => each.hash === hash);
  const found = manifest.withheld[place];
  if (found === undefined) return undefined;
  const index = manifest.released.items.length + place;
  const path = await itemPath(manifest, index);
  const { caseId } = manifest;
  return { format: 'proviso-showing/1', caseId, exhibit: exhibit.sha256, item: item.sha256, salt: salt.toHex(), reasons: found.reasons, index, path }; // prettier-ignore
}
