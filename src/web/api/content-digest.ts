// RFC 9530: Content-Digest over the bytes of the body as they came.
import { createHash } from 'node:crypto';
import type { HttpContext } from '../door.ts';

/** The SHA-256 that a Content-Digest names, in base64; other algorithms are passed over. */
export const digestNamed = (header: string): string | undefined =>
  /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):(?:\s*[,;]|\s*$)/.exec(header)?.[1];

/** Counts a body's bytes into a hash while it is read. */
export type Digested = Readonly<{
  /** Whether the body, once it was read to its end, is the one that the header names. */
  matches: () => boolean;
}>;

/** Lets the body of this call through a hash on its way to whoever reads it. */
export function digestBody(c: HttpContext): Digested {
  const hash = createHash('sha256');
  const named = digestNamed(c.req.header('Content-Digest') ?? '');
  const { body } = c.req.raw;
  if (body !== null) {
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          hash.update(chunk);
          controller.enqueue(chunk);
        },
      }),
    );
    const { url, method, headers } = c.req.raw;
    c.req.raw = new Request(url, { method, headers, body: counted, duplex: 'half' });
  }
  return { matches: () => named !== undefined && hash.digest('base64') === named };
}
