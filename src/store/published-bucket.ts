import { limits } from '../limits.ts';
import { openBucket, type Bucket } from './bucket.ts';
import type { PublishedFiles } from './published-files.ts';

/**
 * The published log in a bucket of its own, which everybody may read. A bucket answers a PUT when the object is kept, and
 * whoever asks afterwards gets the new one (Amazon S3 since December 2020; ask this of any other service).
 */
export function publishedBucket(bucket: Bucket): PublishedFiles {
  const { put, find, remove, list } = openBucket(bucket);
  return {
    write: async (files) => {
      const done = await Promise.allSettled(files.map(({ path, bytes }) => put(path, bytes, headersOf(path))));
      const failed = done.find((each) => each.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
    read: (path) => find(path, limits.logFileBytes),
    async *tiles() {
      for await (const { name, at } of list('tile/')) yield { path: name, at };
    },
    remove,
  };
}

/** C2SP tlog-tiles: a tile never changes; the checkpoint, the key and the policy may at any time. */
function headersOf(path: string): Readonly<Record<string, string>> {
  return path.startsWith('tile/')
    ? { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'public, max-age=31536000, immutable' }
    : { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' };
}
