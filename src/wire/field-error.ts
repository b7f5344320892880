import { limits } from '../limits.ts';

/**
 * Bad input at a door: one error per field, never a stack trace. Said in three ways: as text lines (command line), as
 * problem+json (HTTP) and, by the pages, beside the field itself.
 */

/** Where in the document, from 1. XML knows the line only. */
export type Place = Readonly<{ line: number; column?: number }>;

/**
 * `path` says which field: `offence.maximumYears.requesting`, `targets[0].value` (counted from 0) in JSON, an element
 * path in XML, empty for the document as a whole. `expected` says what belongs there, in plain words.
 */
export type FieldError = Readonly<{ path: string; expected: string; at?: Place }>;

/** What a door answers when it does not let something in. */
export type Refused = Readonly<{ ok: false; errors: readonly FieldError[] }>;

export const refused = (errors: readonly FieldError[]): Refused => ({ ok: false, errors });

/** One error about the document as a whole. */
export const refusedWhole = (expected: string, at?: Place): Refused =>
  refused([at === undefined ? { path: '', expected } : { path: '', expected, at }]);

/** @returns the path as it is shown. A key that is not a plain name is quoted and escaped, so that it cannot lie. */
export function pathText(segments: readonly PropertyKey[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`;
    const key = String(segment);
    if (/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/.test(key)) return path === '' ? key : `${path}.${key}`;
    return `${path}[${quoted(key)}]`;
  }, '');
}

function quoted(key: string): string {
  const short = key.length > 60 ? `${key.slice(0, 60)}...` : key;
  return JSON.stringify(short).replace(/[^\x20-\x7e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The first error of each field, at most `limits.fieldErrors` of them; how many were left out is said. */
export function onePerField(errors: readonly FieldError[]): readonly FieldError[] {
  const first = new Map<string, FieldError>();
  for (const error of errors) if (!first.has(error.path)) first.set(error.path, error);
  const all = [...first.values()];
  if (all.length <= limits.fieldErrors) return all;
  const left = all.length - limits.fieldErrors;
  return [...all.slice(0, limits.fieldErrors), { path: '', expected: `fewer errors: ${left} more are not listed` }];
}

/** One line per error: `offence.title (line 3, column 12): one line of text`. */
export const errorLines = (errors: readonly FieldError[]): readonly string[] => errors.map(errorLine);

function errorLine({ path, expected, at }: FieldError): string {
  const place = at === undefined ? '' : ` (line ${at.line}${at.column === undefined ? '' : `, column ${at.column}`})`;
  return `${path === '' ? 'the document' : path}${place}: expected ${expected}`;
}

export const problemMediaType = 'application/problem+json';

/** RFC 9457 section 3: a problem document; `errors` is an extension member (section 3.2). */
export type Problem = Readonly<{
  type: 'about:blank';
  title: string;
  status: number;
  detail: string;
  errors: readonly FieldError[];
}>;

export const problemOf = (errors: readonly FieldError[]): Problem => ({
  type: 'about:blank',
  title: 'Bad Request',
  status: 400,
  detail: errors.length === 1 ? 'One field was not understood.' : `${errors.length} fields were not understood.`,
  errors,
});
