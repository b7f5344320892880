import { z } from 'zod';
import { limits } from '../limits.ts';

/** Fields that more than one door reads: text without tricks, instants with a zone, States, penalties. */

/**
 * Characters that make text lie about itself: controls, and the bidirectional overrides and isolates of Unicode
 * (UAX #9 section 2) by which a name is shown otherwise than it is stored. Marks that honest right-to-left text
 * needs (LRM, RLM, ALM) stay allowed.
 */
const deceptive = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u;

const clean = (maximum: number, pattern: RegExp, expected: string) =>
  z
    .string({ error: 'text' })
    .max(maximum, { error: `at most ${maximum} characters` })
    .refine((value) => !deceptive.test(value), { error: 'text without control or bidirectional override characters' })
    .regex(pattern, { error: expected });

/** One line: a name, a title, a reference. */
export const line = clean(
  limits.lineCharacters,
  /^\S(?:[^\n\r]*\S)?$/u,
  'one line of text, not empty, without space at either end',
);
/** Paragraphs: facts, reasons. */
export const text = clean(limits.textCharacters, /\S/u, 'text that is not empty');

/** A list without repetition. */
export const list = <T extends z.ZodType>(item: T, maximum: number): z.ZodArray<T> =>
  z
    .array(item, { error: 'a list' })
    .min(1, { error: 'at least one entry' })
    .max(maximum, { error: `at most ${maximum} entries` })
    .refine((values) => new Set(values.map((value) => JSON.stringify(value))).size === values.length, {
      error: 'entries that differ',
    });

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * An instant: ISO 8601 with a zone, always; kept in UTC to the millisecond, so that instants compare as strings.
 * A date without a zone is refused: it names up to 26 different hours.
 */
export const instant = z
  .string({ error: 'a date and time with a zone' })
  .regex(zoned, { error: 'a date and time with a zone, as 2026-03-01T00:00:00Z' })
  .refine(isRealInstant, { error: 'a date that exists, between the years 1900 and 2200' })
  .overwrite((value) => (zoned.test(value) && isRealInstant(value) ? toUtc(value) : value));

function isRealInstant(value: string): boolean {
  try {
    const year = Temporal.Instant.from(value).toZonedDateTimeISO('UTC').year;
    return year >= 1900 && year <= 2200;
  } catch {
    return false;
  }
}

const toUtc = (value: string): string => Temporal.Instant.from(value).toString({ fractionalSecondDigits: 3 });

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * A State by ISO 3166-1 alpha-2, as published in Unicode CLDR (which Node carries), with `EU` (may be a party) and
 * `XK`. `XA` to `XZ` are user-assigned codes and mean test States.
 */
export const stateCode = z
  .string({ error: 'a State code' })
  .regex(/^[A-Z]{2}$/, { error: 'two capital letters (ISO 3166-1 alpha-2)' })
  .refine(isStateCode, { error: 'a State code that exists (ISO 3166-1 alpha-2)' });

/** CLDR names these too, but none of them is a State or can be a party. */
const notStates = new Set(['ZZ', 'UN', 'EZ', 'QO', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

/**
 * Codes for tests: ISO 3166-1 leaves XA to XZ to its users; `XX` stands for no State in particular. `XK` is Kosovo by
 * common use, and no test.
 */
export const isTestState = (code: string): boolean => /^X[A-Z]$/.test(code) && code !== 'XK';

function isStateCode(value: string): boolean {
  return value === 'XK' || isTestState(value) || (regions.of(value) !== undefined && !notStates.has(value));
}

/** A maximum penalty: years of deprivation of liberty, or 'life'. */
const penalty = { error: `a number of years from 0 to ${limits.penaltyYears}, or "life"` };
export const years = z.union(
  [z.literal('life'), z.number().min(0, penalty).max(limits.penaltyYears, penalty)],
  penalty,
);

type Span<From extends string, Until extends string> = { readonly [Key in From | Until]?: string | undefined };

/**
 * A check on two instants of one group of fields: the first is before the second, where both are given. Instants are
 * compared as strings: `instant` has put them in UTC, in one spelling.
 */
export const ordered =
  <From extends string, Until extends string>(from: From, until: Until) =>
  (span: Span<From, Until>): boolean => {
    const [start, end] = [span[from], span[until]];
    return start === undefined || end === undefined || start < end;
  };
