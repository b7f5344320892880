// docs/spec/leaf.md, "The sealed leaf": what is counted at once and opened in a month that is named.
import { z } from 'zod';
import { canonicalBytes, parseCanonical } from '../canonical.ts';
import { commit, openCommitment, type Fields } from './commitment.ts';
import { encodeLeaf, parseLeaf, type OpenLeaf } from './leaf.ts';
import { LogError } from './log-error.ts';

const month = z.string().regex(/^20[0-9]{2}-(?:0[1-9]|1[0-2])$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const sealedLeaf = z.strictObject({
  format: z.literal('proviso-sealed-leaf/1'),
  month,
  /** The last month in which it is opened, or extended by a court. */
  openBy: month,
  /** commitment.ts, over one field: the text of the open leaf that it stands for. */
  commitment: hash,
  /** 1 for a practice case, 0 for any other: said in every sealed leaf, so that all of them are of one length. */
  test: z.literal([0, 1]),
});

export type SealedLeaf = Readonly<z.infer<typeof sealedLeaf>>;
export type AnyLeaf = OpenLeaf | SealedLeaf;

/** What opens a sealed leaf: its seed, the leaf inside, and what opens that leaf's own commitment. */
export const sealedOpening = z.strictObject({
  format: z.literal('proviso-sealed-opening/1'),
  seed: hash,
  leaf: z.string(),
  opening: z.unknown(),
});
export type SealedOpening = Readonly<z.infer<typeof sealedOpening>>;

export const isSealed = (leaf: AnyLeaf): leaf is SealedLeaf => leaf.format === 'proviso-sealed-leaf/1';

/**
 * Puts a leaf under seal. It names no leaf before it: it is in nobody's chain, or it would say whose it is.
 * @param opening what opens the commitment of the leaf inside. @param seed 32 random bytes.
 * @throws LogError leaf-malformed
 */
export function sealLeaf(
  leaf: OpenLeaf,
  opening: unknown,
  openBy: string,
  seed: Uint8Array,
): { bytes: Uint8Array; opening: SealedOpening } {
  const text = new TextDecoder().decode(encodeLeaf(leaf));
  assertSealable(leaf);
  const { commitment } = commit({ leaf: text }, seed);
  const sealed: SealedLeaf = { format: 'proviso-sealed-leaf/1', month: leaf.month, openBy, commitment, test: leaf.test ?? 0 }; // prettier-ignore
  const bytes = canonicalBytes(sealed);
  parseAnyLeaf(bytes);
  return { bytes, opening: { format: 'proviso-sealed-opening/1', seed: seed.toHex(), leaf: text, opening } };
}

/** A leaf of either form. @throws LogError leaf-malformed */
export function parseAnyLeaf(bytes: Uint8Array): AnyLeaf {
  // Every sealed leaf has the same length; no open leaf begins as one does.
  const parsed = sealedLeaf.safeParse(parseCanonical(bytes));
  if (!parsed.success) return parseLeaf(bytes);
  if (parsed.data.openBy < parsed.data.month) throw malformed('openBy lies before month');
  return parsed.data;
}

/** The leaf inside, when it is the one that was sealed. @throws LogError leaf-malformed, commitment-mismatch */
export function openSealed(sealed: SealedLeaf, { seed, leaf: text }: Pick<SealedOpening, 'seed' | 'leaf'>): OpenLeaf {
  openCommitment(sealed.commitment, { format: 'proviso-opening/1', seed, fields: { leaf: text } });
  const leaf = parseLeaf(new TextEncoder().encode(text));
  assertSealable(leaf);
  if (leaf.month !== sealed.month || (leaf.test ?? 0) !== sealed.test)
    throw malformed('the leaf inside is of another month, or of another kind of case');
  return leaf;
}

/**
 * What a leaf of either form says and commits to, for those who hold what opens it.
 * @throws LogError leaf-malformed, commitment-malformed, commitment-mismatch
 */
export function readLeaf(bytes: Uint8Array, opening: unknown): Readonly<{ leaf: OpenLeaf; fields: Fields }> {
  const leaf = parseAnyLeaf(bytes);
  if (!isSealed(leaf)) return { leaf, fields: openCommitment(leaf.commitment, opening) };
  const read = sealedOpening.safeParse(opening);
  if (!read.success) throw new LogError('commitment-malformed', 'not what opens a sealed leaf');
  const inside = openSealed(leaf, read.data);
  return { leaf: inside, fields: openCommitment(inside.commitment, read.data.opening) };
}

/** What speaks about other leaves is never sealed itself, and what is in a chain would show a gap. */
function assertSealable(leaf: OpenLeaf): void {
  if (leaf.case === undefined) throw malformed('only a leaf of a case is sealed');
  if (leaf.previous !== undefined) throw malformed('a sealed leaf is in no chain');
}

const malformed = (says: string): LogError => new LogError('leaf-malformed', `not a sealed leaf: ${says}`);
