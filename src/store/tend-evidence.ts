import { limits } from '../limits.ts';
import type { Blobs } from './blobs.ts';
import type { Uploads } from './uploads.ts';

const hour = 3_600_000;

/** Forgets uploads that nobody handed in, and sweeps away objects that nothing names. @param now milliseconds since 1970 */
export async function tendEvidence(
  now: number,
  { uploads, blobs }: Readonly<{ uploads: Uploads; blobs: Blobs }>,
): Promise<number> {
  await uploads.expire(new Date(now - limits.uploadDays * 24 * hour).toISOString());
  return blobs.sweep(now - limits.orphanHours * hour);
}
