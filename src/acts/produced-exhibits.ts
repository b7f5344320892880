import { intake } from '../evidence/intake.ts';
import type { Exhibit } from '../evidence/item.ts';
import type { Case } from '../request/case.ts';
import type { Blobs } from '../store/blobs.ts';

/**
 * What the provider handed in, read again from what was kept, one exhibit after the other. `undefined` where the evidence
 * was destroyed. @throws Error where what was kept is not what was handed in
 */
export async function producedExhibits(subject: Case, blobs: Blobs): Promise<Exhibit[] | undefined> {
  const exhibits: Exhibit[] = [];
  for (const { name, sha256 } of subject.produced?.body.exhibits ?? []) {
    const source = await blobs.open(subject.id, sha256);
    if (source === undefined) return undefined;
    const exhibit = await intake(name, source);
    if (exhibit.sha256 !== sha256) throw new Error(`exhibit ${sha256} was exchanged while it was kept`);
    exhibits.push(exhibit);
  }
  return exhibits;
}
