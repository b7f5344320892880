import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { buildVerifierPage } from '../../verifier/page.ts';
import type { Http } from '../door.ts';
import { paths } from '../paths.ts';

type Served = Readonly<{ html: string; zipped: Uint8Array<ArrayBuffer>; contentSecurityPolicy: string }>;

/**
 * The page that checks packages and proofs in the reader's browser: the file that `proviso verifier` writes. The only
 * page with a script, and the only one that reads nothing from this server. Built when it is first asked for.
 */
export function verifierRoutes(app: Hono<Http>): void {
  let served: Served | undefined;
  for (const path of [paths.verifier, paths.logVerifier]) {
    app.get(path, (c) => {
      served ??= build();
      const zip = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
      return c.body(zip ? served.zipped : served.html, 200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': served.contentSecurityPolicy,
        'Cache-Control': 'no-cache',
        Vary: 'Accept-Encoding',
        ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
      });
    });
  }
}

function build(): Served {
  const { html, contentSecurityPolicy } = buildVerifierPage();
  return { html, zipped: new Uint8Array(gzipSync(html, { level: 9 })), contentSecurityPolicy };
}
