import type { Words } from '../../catalogue/en.ts';
import { html, type Html } from '../html.ts';

/** An instant as people read it, in UTC and saying so, with the exact value for machines. */
export const moment = (words: Words, instant: string): Html =>
  html`<time datetime="${instant}">${momentText(words, instant)}</time>`;

export function momentText(words: Words, instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('UTC');
  return words.moment(
    at.toLocaleString(words.locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    at.toPlainTime().toString({ smallestUnit: 'minute' }),
  );
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
