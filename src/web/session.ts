import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { limits } from '../limits.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Sessions } from '../store/sessions.ts';

/** Who is signed in: one person under one mandate. No case data is ever in a session. */
export type Session = Readonly<{ mandate: RegisteredMandate; csrf: string }>;

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
  return mandate && { mandate, csrf: found.csrf };
}

const cookie = 'proviso-session';

export const tokenOf = (c: Context): string | undefined => getCookie(c, cookie);

export function keepToken(c: Context, token: string): void {
  const secure = new URL(c.req.url).protocol === 'https:';
  setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/', secure, maxAge: limits.sessionSeconds });
}

export const dropToken = (c: Context): void => void deleteCookie(c, cookie, { path: '/' });

/** Compares two secrets in a time that does not depend on where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const hash = (text: string): Uint8Array => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/**
 * Whether a browser sent this from a page of ours: its Origin is this host. A browser sends Origin with every POST;
 * a client that sends neither Origin nor Sec-Fetch-Site is not a browser's form and is refused too.
 */
export function isFromHere(http: Readonly<{ url: string; header: (name: string) => string | undefined }>): boolean {
  const origin = http.header('Origin');
  if (origin === undefined) return http.header('Sec-Fetch-Site') === 'same-origin';
  const host = http.header('Host') ?? new URL(http.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
