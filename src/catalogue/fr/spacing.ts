/**
 * French sets a space before : ; ? ! » and after «, at which no line may break. Whoever writes the texts types an
 * ordinary one; here it is made to hold.
 */
const hold = (text: string): string => text.replace(/ (?=[:;?!»](?:[\s.,)]|$))|(?<=«) /g, '\u00A0');

/** @returns the same words, texts and functions alike, with spaces that hold. */
export function spaced<T>(words: T): T {
  return mend(words) as T;
}

function mend(value: unknown): unknown {
  if (typeof value === 'string') return hold(value);
  if (typeof value === 'function')
    return (...given: unknown[]): unknown => mend(Reflect.apply(value, undefined, given));
  if (Array.isArray(value)) return value.map(mend);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mend(each)]));
}
