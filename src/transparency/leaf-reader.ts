// docs/spec/leaf.md: reads the form of millions of leaves, most of which differ only in their hashes.
import { limits } from '../limits.ts';
import type { LeafKind } from './leaf.ts';
import { isSealed, parseAnyLeaf, type AnyLeaf } from './sealed-leaf.ts';

/** What the check of a whole log needs of a leaf. A sealed one is in nobody's chain and has no kind yet. */
export type LeafForm = Readonly<{ kind: LeafKind | 'sealed'; authority?: string; previous?: string }>;

type Shape = Readonly<{ kind: LeafForm['kind']; authority: string | undefined; previousAt: number | undefined }>;

const hashes = /"[0-9a-f]{64}"/g;
/** In place of a hash. No leaf that parses has this character: JSON escapes it. */
const blank = '\0';

/**
 * Reads leaf after leaf. The form of a hash is checked by its pattern alone, so two texts that differ only in the hashes
 * of their own fields (commitment, case, previous) are both leaves or both none: each such shape is parsed once.
 * Hashes inside lists are compared with each other, so a leaf that has any is parsed always.
 */
export function leafReader(): (bytes: Uint8Array) => LeafForm {
  const shapes = new Map<string, Shape>();
  return (bytes) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const shape = text.includes(blank) ? undefined : text.replace(hashes, blank);
    let known = shape === undefined ? undefined : shapes.get(shape);
    if (known === undefined) {
      const leaf = parseAnyLeaf(bytes);
      known = shapeOf(leaf, text);
      if (shape !== undefined && (text.match(hashes)?.length ?? 0) === ownHashes(leaf)) {
        if (shapes.size >= limits.leafShapes) shapes.clear();
        shapes.set(shape, known);
      }
    }
    const { kind, authority, previousAt } = known;
    return {
      kind,
      ...(authority === undefined ? {} : { authority }),
      ...(previousAt === undefined ? {} : { previous: text.slice(previousAt, previousAt + 64) }),
    };
  };
}

/** Hashes are all of one length, so `previous` stands at one place in all texts of a shape. */
function shapeOf(leaf: AnyLeaf, text: string): Shape {
  if (isSealed(leaf)) return { kind: 'sealed', authority: undefined, previousAt: undefined };
  const named = text.indexOf('"previous":"');
  const previousAt = leaf.previous === undefined ? undefined : named + '"previous":"'.length;
  return { kind: leaf.kind, authority: leaf.authority, previousAt };
}

/** How many fields of the leaf itself hold a hash. */
const ownHashes = (leaf: AnyLeaf): number =>
  Object.values(leaf).filter((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)).length;
