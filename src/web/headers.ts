import type { MiddlewareHandler } from 'hono';

/**
 * What every answer says to the browser. Nothing runs in a page: no script, no style inside it, no frame, no foreign
 * host. Pictures may be `data:` because the design system's own style sheet carries its icons so.
 */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The same for the one page that sends files in pieces: our own script, which reaches our own host. */
export const uploadingPolicy = `${contentSecurityPolicy}; script-src 'self'; connect-src 'self'`;
/** For a page on which a passkey is asked: our own script file and no other; it sends nothing by itself. */
export const passkeyPolicy = `${contentSecurityPolicy}; script-src 'self'`;

const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Not `no-referrer`: under it a browser sends `Origin: null` with our own forms (Fetch, "append a request Origin header").
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  // Browsers heed it over TLS only (RFC 6797 section 8.1).
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** Sets them on every answer, errors included. What does not say otherwise is not stored anywhere. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(always)) {
    // A page with a policy of its own (the verifier runs one script, whose hash it names) has set it already.
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
};
