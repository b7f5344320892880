import { createHmac } from 'node:crypto';
import { intake } from '../evidence/intake.ts';
import type { Exhibit } from '../evidence/item.ts';
import type { Case } from '../request/case.ts';
import type { Blobs } from '../store/blobs.ts';

/** What the provider handed in, read again from what was kept; each file is compared with its hash on the way. */
export const producedExhibits = (subject: Case, blobs: Blobs): Promise<Exhibit[]> =>
  Promise.all(
    (subject.produced?.body.exhibits ?? []).map(async ({ name, sha256 }) => intake(name, await blobs.get(sha256))),
  );

/**
 * The seed under which withheld items are hashed: derived from the case's key, so that it is the same at every look and
 * gone when the case's key is destroyed.
 */
export const withholdingSeed = (caseKey: Uint8Array): Uint8Array =>
  createHmac('sha256', caseKey).update('proviso-withholding-seed/1').digest();
