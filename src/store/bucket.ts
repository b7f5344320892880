import { AwsClient } from 'aws4fetch';
import { limits } from '../limits.ts';
import type { Objects } from './objects.ts';

/** A bucket of an S3 service, and who may write to it. */
export type Bucket = Readonly<{
  /** The bucket's own URL, `https://s3.example/bucket` or `https://bucket.s3.example`; objects lie under it. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}>;

/** What a bucket does, under the names that its users give. */
export type OpenBucket = Readonly<{
  put: (name: string, bytes: Uint8Array, headers?: Readonly<Record<string, string>>) => Promise<void>;
  get: Objects['get'];
  /** The whole object; `undefined` where there is none. @throws Error for one above `most` bytes */
  find: (name: string, most: number) => Promise<Uint8Array | undefined>;
  remove: Objects['remove'];
  /** Every object whose name begins so, in the order of names. */
  list: (prefix?: string) => ReturnType<Objects['list']>;
}>;

/** `Objects` in a bucket. It is believed in nothing but keeping: what it gives back is authenticated by who reads it (parts.ts). */
export function objectBucket(bucket: Bucket): Objects {
  const { put, get, remove, list } = openBucket(bucket);
  return { put: (name, bytes) => put(name, bytes), get, remove, list: () => list() };
}

/** Amazon S3 API, 2006-03-01: PutObject, GetObject (with Range), DeleteObject, ListObjectsV2. */
export function openBucket({ url, region, accessKeyId, secretAccessKey }: Bucket): OpenBucket {
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries: limits.bucketTries - 1,
  });
  const base = url.replace(/\/+$/, '');
  const ask = async (path: string, init: RequestInit, expected: readonly number[]): Promise<Response> => {
    const answer = await client.fetch(`${base}${path}`, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(limits.bucketMilliseconds),
    });
    if (expected.includes(answer.status)) return answer;
    await answer.body?.cancel();
    throw new Error(`the bucket answers ${init.method ?? 'GET'} ${path} with ${answer.status}`);
  };
  return {
    put: async (name, bytes, headers = {}) => {
      const answer = await ask(`/${name}`, { method: 'PUT', body: Buffer.from(bytes), headers }, [200, 201]);
      await answer.body?.cancel();
    },
    get: async (name, offset, length) => {
      const range = `bytes=${offset}-${offset + length - 1}`;
      const answer = await ask(`/${name}`, { headers: { Range: range } }, [206, 416]);
      if (answer.status === 206) return readAnswer(answer, length);
      await answer.body?.cancel();
      return new Uint8Array();
    },
    find: async (name, most) => {
      const answer = await ask(`/${name}`, {}, [200, 404]);
      if (answer.status === 200) return readAnswer(answer, most);
      await answer.body?.cancel();
      return undefined;
    },
    remove: async (name) => {
      const answer = await ask(`/${name}`, { method: 'DELETE' }, [200, 204, 404]);
      await answer.body?.cancel();
    },
    async *list(prefix = '') {
      const under = prefix === '' ? '' : `&prefix=${encodeURIComponent(prefix)}`;
      for (let token: string | undefined = ''; token !== undefined;) {
        const more: string = token === '' ? '' : `&continuation-token=${encodeURIComponent(token)}`;
        const xml = await (await ask(`/?list-type=2&max-keys=1000${under}${more}`, {}, [200])).text();
        for (const [, entry = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = textOf(entry, 'Key');
          const at = Date.parse(textOf(entry, 'LastModified') ?? '');
          if (name !== undefined && Number.isFinite(at)) yield { name, at };
        }
        token = textOf(xml, 'NextContinuationToken');
      }
    },
  };
}

/** @throws Error for more than was asked for */
async function readAnswer(answer: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > most) throw new Error('the bucket gives more than was asked for');
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** The text of the first element of that name. Names of ours are UUIDs and tokens are opaque, so entities hardly occur. */
const textOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`)
    .exec(xml)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
