import { bytesSource, readWhole, sliceOf, type ByteSource } from '../../src/evidence/byte-source.ts';
import { intake } from '../../src/evidence/intake.ts';
import type { Exhibit, Item } from '../../src/evidence/item.ts';

/** Small evidence as whole byte arrays, which is how a test looks at it. */

export const take = (name: string, bytes: Uint8Array): Promise<Exhibit> => intake(name, bytesSource(bytes));

export const contentOf = (source: ByteSource): Promise<Uint8Array> => readWhole(source, 1e9);

export const itemBytes = ({ source }: Exhibit, { offset, length }: Item): Promise<Uint8Array> =>
  contentOf(sliceOf(source, offset, offset + length));

export async function contentsOf(files: ReadonlyMap<string, ByteSource>): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const [name, source] of files) contents.set(name, await contentOf(source));
  return contents;
}
