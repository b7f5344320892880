import { bytesSource, readWhole, sliceOf, type ByteSource } from '../../src/evidence/byte-source.ts';
import { intake } from '../../src/evidence/intake.ts';
import type { Exhibit, Item } from '../../src/evidence/item.ts';

/** Small evidence as whole byte arrays, which is how a test looks at it. */

export const take = (name: string, bytes: Uint8Array): Promise<Exhibit> => intake(name, bytesSource(bytes));

export const contentOf = (source: ByteSource): Promise<Uint8Array> => readWhole(source, 1e9);

export const itemBytes = ({ source }: Exhibit, { offset, length }: Item): Promise<Uint8Array> =>
  contentOf(sliceOf(source, offset, offset + length));
