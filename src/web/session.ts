import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { limits } from '../limits.ts';
import { paths } from './paths.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Sessions } from '../store/sessions.ts';

/** Who is signed in: one person under one mandate. No case data is ever in a session. */
export type Session = Readonly<{ id: string; person: string; mandate: RegisteredMandate; csrf: string }>;

/**
 * @returns who is signed in with this token; `undefined` for a token that is unknown or past `limits.sessionSeconds`.
 * A mandate that has ended still signs in: each act looks at the mandate itself and says so.
 */
export async function findSession(
  token: string,
  tools: Readonly<{
    sessions: Sessions;
    mandate: (id: string) => Promise<RegisteredMandate | undefined>;
    now: () => string;
  }>,
): Promise<Session | undefined> {
  const found = await tools.sessions.find(token, tools.now());
  const mandate = found && (await tools.mandate(found.mandate));
  return mandate && { id: found.id, person: found.person, mandate, csrf: found.csrf };
}

/** Where the pages are served, as far as cookies and forms must know. */
type Served = Readonly<{ office?: Readonly<{ place: Readonly<{ origin: string }> }> | undefined }>;

/** `__Host-` holds a cookie to this host and to TLS (RFC 6265bis 4.1.3.2); a sandbox on loopback has neither. */
const secureName = '__Host-proviso-session';
const plainName = 'proviso-session';
const isSecure = ({ office }: Served): boolean => office?.place.origin.startsWith('https:') === true;

export const tokenOf = (c: Context): string | undefined => getCookie(c, secureName) ?? getCookie(c, plainName);

export function keepToken(c: Context, token: string, served: Served): void {
  const secure = isSecure(served);
  const name = secure ? secureName : plainName;
  setCookie(c, name, token, { httpOnly: true, sameSite: 'Strict', path: '/', secure, maxAge: limits.sessionSeconds });
}

export const dropToken = (c: Context, served: Served): void => {
  const secure = isSecure(served);
  deleteCookie(c, secure ? secureName : plainName, { path: '/', secure });
};

/** A sign-in under way at an identity provider: the browser comes back from another site, so the cookie is lax. */
const flowName = 'proviso-flow';

export function keepFlow(c: Context, served: Served): string {
  const flow = randomBytes(32).toString('base64url');
  setCookie(c, flowName, flow, {
    httpOnly: true,
    sameSite: 'Lax',
    path: paths.providerSignIn,
    secure: isSecure(served),
    maxAge: limits.challengeSeconds,
  });
  return flow;
}

export const flowOf = (c: Context): string | undefined => getCookie(c, flowName);
export const dropFlow = (c: Context): void => void deleteCookie(c, flowName, { path: paths.providerSignIn });

/** Compares two secrets in a time that does not depend on where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const hash = (text: string): Uint8Array => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/**
 * Whether a browser sent this from a page of ours: its Origin is this host; outside a sandbox, the one origin that the
 * installation was told. A browser sends Origin with every POST; a client that sends neither Origin nor Sec-Fetch-Site is
 * not a browser's form and is refused too.
 */
export function cameFromHere(c: Context, { office }: Served): boolean {
  const origin = c.req.header('Origin');
  if (origin === undefined) return c.req.header('Sec-Fetch-Site') === 'same-origin';
  if (office !== undefined) return origin === office.place.origin;
  const host = c.req.header('Host') ?? new URL(c.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
