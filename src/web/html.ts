import { findHoles, isForbiddenAttribute, urlAttributes, type Hole } from './holes.ts';

/**
 * Pages are templates that escape by default. A hole may stand in text or inside a quoted attribute value, nowhere
 * else (holes.ts). A hole at the beginning of a URL attribute must be a path of ours, a fragment or https.
 */

/** Markup that is safe to put in a page: made by `html`, `attributes` or `raw`, never from a person's text. */
export class Html {
  readonly markup: string;
  readonly place: 'text' | 'attributes';
  constructor(markup: string, place: 'text' | 'attributes' = 'text') {
    this.markup = markup;
    this.place = place;
  }
}

/** What may fill a hole. `true` may not: in text it is always a mistake. */
export type Part = Html | string | number | undefined | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @returns the text with the five characters of markup escaped, lone surrogates and NUL replaced. */
export const escape = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\u0000', '\uFFFD')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** Markup of our own that cannot be written as a template. Never call it with anything that a person typed. */
export const raw = (markup: string): Html => new Html(markup);

const holesOf = new WeakMap<TemplateStringsArray, readonly Hole[]>();

/** @throws Error for a template with a hole where text cannot be made safe, or for a URL that is none of ours. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let holes = holesOf.get(strings);
  if (holes === undefined) {
    holes = findHoles(strings);
    holesOf.set(strings, holes);
  }
  let markup = strings[0] ?? '';
  for (const [index, part] of parts.entries()) {
    markup += fill(part, holes[index] ?? 'text') + (strings[index + 1] ?? '');
  }
  return new Html(markup);
}

function fill(part: Part, hole: Hole): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) {
    if (part.place !== hole) throw new Error(`markup for ${part.place} in a hole for ${hole}`);
    return part.markup;
  }
  if (typeof part === 'object') return part.map((each) => fill(each, hole)).join('');
  if (hole === 'attributes') throw new Error('only attributes({...}) may stand inside a tag');
  const text = String(part);
  if (hole === 'url' && !isOurUrl(text)) throw new Error('a URL that is neither a path, a fragment nor https');
  return escape(text);
}

/** A path on this host, a fragment, or https; never `//host`, never a scheme that runs. */
const isOurUrl = (text: string): boolean => /^(?:\/(?![/\\])|#|https:\/\/)/.test(text);

/** Attributes as data: `true` alone, `false` and `undefined` left out, text escaped. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  let markup = '';
  for (const [name, value] of Object.entries(values)) {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || isForbiddenAttribute(name)) throw new Error(`no attribute ${name} of ours`);
    if (value === undefined || value === false) continue;
    if (urlAttributes.has(name) && !isOurUrl(String(value))) throw new Error(`a URL that is none of ours in ${name}`);
    markup += value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
  }
  return new Html(markup, 'attributes');
}
