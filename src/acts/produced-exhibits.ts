import { bytesSource } from '../evidence/byte-source.ts';
import { intake } from '../evidence/intake.ts';
import type { Exhibit } from '../evidence/item.ts';
import type { Case } from '../request/case.ts';
import type { Blobs } from '../store/blobs.ts';

/** What the provider handed in, read again from what was kept; each file is compared with its hash on the way. */
export const producedExhibits = (subject: Case, blobs: Blobs): Promise<Exhibit[]> =>
  Promise.all(
    (subject.produced?.body.exhibits ?? []).map(async ({ name, sha256 }) =>
      intake(name, bytesSource(await blobs.get(sha256))),
    ),
  );
