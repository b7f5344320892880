import type { FieldError } from '../../field-error.ts';
import type { Element } from '../../xml.ts';

/** ETSI TS 103 120 V1.12.1: its namespaces, and the reading of its elements by a table. */

export const namespaces = {
  core: 'http://uri.etsi.org/03120/common/2019/10/Core',
  common: 'http://uri.etsi.org/03120/common/2016/02/Common',
  auth: 'http://uri.etsi.org/03120/common/2020/09/Authorisation',
  task: 'http://uri.etsi.org/03120/common/2020/09/Task',
  digsig: 'http://www.w3.org/2000/09/xmldsig#',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/**
 * What an element may hold, by prefixed name: `one` must be there once, `maybe` at most once, `many` any number of
 * times. `skip` says nothing about the request; `unread` says something that our request has no field for. What is not
 * in the table is an error: a message is taken whole or not at all.
 */
export type Shape = Readonly<Record<string, 'one' | 'maybe' | 'many' | 'skip' | 'unread'>>;

/** What was found while reading: errors, and the paths of elements that the request does not carry. */
export type Notes = Readonly<{ errors: FieldError[]; unread: string[] }>;

export type Parts<S extends Shape> = Readonly<Record<keyof S, readonly Element[]>>;

export function fault(notes: Notes, element: Element, expected: string): void {
  notes.errors.push({ path: element.path, expected, at: { line: element.line } });
}

/** @returns the children of an element, by the names of its shape; what does not fit the shape goes into `notes`. */
export function partsOf<const S extends Shape>(element: Element, shape: S, notes: Notes): Parts<S> {
  const found = new Map<string, Element[]>(Object.keys(shape).map((name) => [name, []]));
  for (const child of element.children) {
    const name = prefixed(child);
    const rule = shape[name];
    const same = found.get(name);
    if (rule === undefined || same === undefined) fault(notes, child, 'no element of this name and namespace here');
    else if (rule === 'unread') notes.unread.push(child.path);
    else if (rule !== 'many' && same.length > 0) fault(notes, child, 'this element once');
    else same.push(child);
  }
  for (const [name, rule] of Object.entries(shape)) {
    if (rule === 'one' && found.get(name)?.length === 0) fault(notes, element, `an element ${name} in it`);
  }
  if (element.text.trim() !== '') fault(notes, element, 'elements, not text');
  return Object.fromEntries(found) as unknown as Parts<S>;
}

const prefixed = ({ name, namespace }: Element): string => {
  const prefix = Object.entries(namespaces).find(([, uri]) => uri === namespace)?.[0];
  return `${prefix ?? `{${namespace}}`}:${name}`;
};

/** @returns the text of a leaf; nothing, and an error, when it holds elements. */
export function textOf(element: Element | undefined, notes: Notes): string | undefined {
  if (element === undefined) return undefined;
  if (element.children.length === 0) return element.text;
  fault(notes, element, 'text, not elements');
  return undefined;
}

/** A value of a dictionary (clause 6.4.1, "DictionaryEntry"): whose list, which list, which value. */
export type Entry = Readonly<{ owner: string; list: string; value: string }>;

export function entryOf(element: Element, notes: Notes): Entry {
  const shape = { 'common:Owner': 'one', 'common:Name': 'one', 'common:Value': 'one' } as const;
  const parts = partsOf(element, shape, notes);
  return {
    owner: textOf(parts['common:Owner'][0], notes) ?? '',
    list: textOf(parts['common:Name'][0], notes) ?? '',
    value: textOf(parts['common:Value'][0], notes) ?? '',
  };
}

/** @returns the value of an entry of one of ETSI's own dictionaries; nothing for anybody else's. */
export const etsiValue = (entry: Entry, list: string): string | undefined =>
  entry.owner === 'ETSI' && entry.list === list ? entry.value : undefined;

/** CountryCode and UniqueIdentifier: a party (clause 6.2, "EndpointID"). */
export function endpointOf(
  element: Element | undefined,
  notes: Notes,
): Readonly<{ country: Element; name: Element }> | undefined {
  if (element === undefined) return undefined;
  const parts = partsOf(element, { 'core:CountryCode': 'one', 'core:UniqueIdentifier': 'one' }, notes);
  const [country] = parts['core:CountryCode'];
  const [name] = parts['core:UniqueIdentifier'];
  return country === undefined || name === undefined ? undefined : { country, name };
}
