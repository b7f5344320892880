import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { parseAccept } from 'hono/utils/accept';
import { isLanguage, languages, type Language } from '../catalogue/languages.ts';
import { limits } from '../limits.ts';

/** How somebody reads: in which language, with moments in which time zone (IANA). It changes no path and no record. */
export type Preferences = Readonly<{ language: Language; zone: string }>;

/** Whoever says nothing reads this. */
export const defaultPreferences: Preferences = { language: 'en', zone: 'UTC' };

const cookies = { language: 'proviso-language', zone: 'proviso-zone' } as const;

export const allLanguages = Object.keys(languages) as readonly Language[];

/** Every zone that can be chosen; universal time first. */
export const allZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]; // prettier-ignore
const knownZones: ReadonlySet<string> = new Set(allZones);
export const isZone = (name: string): boolean => knownZones.has(name);

/** What the reader chose; else the first language that the browser asks for and that there is; else the default. */
export function preferencesOf(c: Context): Preferences {
  const chosen = getCookie(c, cookies.language) ?? '';
  const zone = getCookie(c, cookies.zone) ?? '';
  return {
    language: isLanguage(chosen) ? chosen : accepted(c.req.header('Accept-Language') ?? ''),
    zone: isZone(zone) ? zone : defaultPreferences.zone,
  };
}

/** RFC 9110 section 12.5.4 by the primary subtag (RFC 4647 section 3.4, lookup): `fr-CA` is content with `fr`. */
export function accepted(header: string): Language {
  if (header.length > limits.acceptLanguageCharacters) return defaultPreferences.language;
  const wanted = parseAccept(header).filter(({ q }) => q > 0);
  for (const { type } of wanted) {
    const primary = type.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
  }
  return defaultPreferences.language;
}

/** Keeps what was chosen; nothing about a case or a person is in it. */
export function keepPreferences(c: Context, choice: Partial<Preferences>): void {
  const secure = new URL(c.req.url).protocol === 'https:';
  for (const name of ['language', 'zone'] as const) {
    const value = choice[name];
    if (value === undefined) continue;
    setCookie(c, cookies[name], value, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: limits.preferencesSeconds }); // prettier-ignore
  }
}
