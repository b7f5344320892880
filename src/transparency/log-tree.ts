// C2SP tlog-tiles v0.1.0: a published log is read entry by entry, and every hash in it is computed again.
import { joinSegments, segmentCount, verifySegment, type ReadFile, type VisitEntry } from './segment.ts';
import type { OpenedCheckpoint } from './checkpoint.ts';

export { inFile, required, type ReadFile, type VisitEntry } from './segment.ts';

/**
 * Reads every bundle and every hash tile of the tree that the checkpoint signs, in order, and compares.
 * @throws LogError file-missing, bundle-malformed, tile-malformed, tile-mismatch, root-mismatch, each with the file
 */
export async function verifyLogTree(
  checkpoint: OpenedCheckpoint,
  readFile: ReadFile,
  visit: VisitEntry,
): Promise<void> {
  await joinSegments(checkpoint, segments(), readFile);

  async function* segments() {
    for (let segment = 0; segment < segmentCount(checkpoint.size); segment += 1)
      yield await verifySegment(checkpoint.size, segment, readFile, visit);
  }
}
