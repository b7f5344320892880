/**
 * Where the holes of a template stand. One pass over the template's own markup, which is ours: strict, lower case,
 * attribute values in double quotes. What this reader does not know it refuses, so that no hole stands where
 * escaping five characters would not be enough.
 */

/** In text; between the attributes of a tag; inside a quoted value; at the beginning of a value that is a URL. */
export type Hole = 'text' | 'attributes' | 'value' | 'url';

/** Attributes whose value is a URL (HTML Living Standard, attributes index). */
export const urlAttributes: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster']);

/** Whether an attribute would run or style something (Content-Security-Policy forbids both in the page). */
export const isForbiddenAttribute = (name: string): boolean =>
  name.startsWith('on') || name === 'style' || name === 'srcdoc';

type State =
  | Readonly<{ in: 'text' | 'tag-name' | 'tag' | 'closing-tag' | 'declaration' }>
  | Readonly<{ in: 'attribute' | 'before-value'; name: string }>
  | Readonly<{ in: 'value'; name: string; empty: boolean }>;

/** @throws Error for a template with a hole, or markup, where text cannot be made safe. */
export function findHoles(strings: readonly string[]): readonly Hole[] {
  let state: State = { in: 'text' };
  const holes: Hole[] = [];
  for (const [index, string] of strings.entries()) {
    for (let at = 0; at < string.length; at++) state = step(state, string, at);
    if (index === strings.length - 1) break;
    holes.push(holeIn(state));
    if (state.in === 'value') state = { ...state, empty: false };
  }
  if (state.in !== 'text') throw new Error(`a template that ends inside a ${state.in}`);
  return holes;
}

function holeIn(state: State): Hole {
  if (state.in === 'text') return 'text';
  if (state.in === 'tag') return 'attributes';
  if (state.in === 'value') return state.empty && urlAttributes.has(state.name) ? 'url' : 'value';
  throw new Error(`a hole in a ${state.in}, where text cannot be made safe`);
}

function step(state: State, string: string, at: number): State {
  const character = string.charAt(at);
  switch (state.in) {
    case 'text':
      return character === '<' ? opened(string, at) : state;
    case 'closing-tag':
    case 'declaration':
      return character === '>' ? { in: 'text' } : state;
    case 'tag-name':
      if (character === '>') return { in: 'text' };
      return /\s/.test(character) ? { in: 'tag' } : state;
    case 'tag':
      if (character === '>') return { in: 'text' };
      if (/[a-z]/.test(character)) return { in: 'attribute', name: character };
      return expectOnly(state, /[\s/]/, character);
    case 'attribute':
      if (character === '=') return beforeValue(state.name);
      if (character === '>') return { in: 'text' };
      if (/\s/.test(character)) return { in: 'tag' };
      return expectOnly({ in: 'attribute', name: state.name + character }, /[a-z0-9-]/, character);
    case 'before-value':
      return expectOnly({ in: 'value', name: state.name, empty: true }, /"/, character);
    case 'value':
      return character === '"' ? { in: 'tag' } : { ...state, empty: false };
  }
}

function opened(string: string, at: number): State {
  const rest = string.slice(at + 1, at + 12).toLowerCase();
  if (/^(?:script|style|template)\b|^!--/.test(rest)) throw new Error(`no <${rest} in a page of ours`);
  if (rest.startsWith('!doctype')) return { in: 'declaration' };
  if (rest.startsWith('/')) return { in: 'closing-tag' };
  return expectOnly({ in: 'tag-name' }, /[a-z]/, string.charAt(at + 1));
}

function beforeValue(name: string): State {
  if (isForbiddenAttribute(name)) throw new Error(`no attribute ${name} in a page of ours`);
  return { in: 'before-value', name };
}

function expectOnly(next: State, allowed: RegExp, character: string): State {
  if (!allowed.test(character)) throw new Error(`"${character}" in a template, where ${allowed.source} was expected`);
  return next;
}
