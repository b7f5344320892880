import type { Words } from '../../catalogue/en.ts';
import { limits } from '../../limits.ts';
import { html, type Html } from '../html.ts';

/** An instant as people read it, in the reader's zone and saying which, with the exact value for machines. */
export const moment = (words: Words, instant: string): Html =>
  html`<time datetime="${instant}">${momentText(words, instant)}</time>`;

export const momentText = ({ locale, zone }: Words, instant: string): string =>
  formatIn(locale, zone).format(Temporal.Instant.from(instant).epochMilliseconds);

/** Making a format takes longer than a page: each is made once for its language and zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  if (formats.size >= limits.preferences) formats.clear();
  const made = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: zone,
    timeZoneName: 'short',
  });
  formats.set(key, made);
  return made;
}

/** The value of a `datetime-local` field for an instant, in UTC to the minute. */
export const inputMoment = (instant: string): string => instant.slice(0, 16);

/** @returns the instant of a `datetime-local` field that was labelled as UTC; `undefined` for anything else. */
export function readInputMoment(value: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/.test(value)) return undefined;
  try {
    return Temporal.Instant.from(`${value}Z`).toString({ fractionalSecondDigits: 3 });
  } catch {
    return undefined;
  }
}

/** How far it is from one instant to another, in the largest unit that says enough: "in 3 days", "2 hours ago". */
export function distance({ locale }: Pick<Words, 'locale'>, from: string, to: string): string {
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000;
  const [unit, value] =
    Math.abs(minutes) >= 2 * 1_440 ? (['day', minutes / 1_440] as const)
    : Math.abs(minutes) >= 120 ? (['hour', minutes / 60] as const)
    : (['minute', minutes] as const); // prettier-ignore
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.trunc(value), unit);
}
