import type { ByteSource } from '../evidence/byte-source.ts';

/** What a person gave to a page: read from where it lies, piece by piece. */
export const blobSource = (blob: Blob): ByteSource => ({
  size: blob.size,
  read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
});
