import { parse } from '@humanwhocodes/momoa';
import type { MemberNode, NumberNode, ValueNode } from '@humanwhocodes/momoa';
import { limits } from '../limits.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { onePerField, pathText, refused, refusedWhole } from './field-error.ts';
import type { FieldError, Place, Refused } from './field-error.ts';
import { scanJson } from './json-scan.ts';

/**
 * The strict JSON door (RFC 8259; I-JSON, RFC 7493, where that is stricter): a document that two programs could read
 * in two ways is refused. Keys are unique, text is Unicode, a number is the number that was written.
 */

type Segments = readonly (string | number)[];

export type JsonDocument = Readonly<{
  ok: true;
  value: unknown;
  /** Where a value stands; for a field that is not there, where the nearest value around it stands. */
  locate: (path: Segments) => Place;
}>;

/** Keys that reach an object's prototype in careless code further in. */
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * @param bytes a whole document, at most `maximumBytes` long
 * @returns the value with the places of its parts, or what was expected instead. Never throws.
 */
export function readJson(bytes: Uint8Array, maximumBytes: number = limits.requestBytes): JsonDocument | Refused {
  const text = decodeUtf8(bytes, maximumBytes);
  if (typeof text !== 'string') return text;
  if (text.startsWith('\uFEFF')) return refusedWhole('JSON without a byte order mark', { line: 1, column: 1 });
  const fault = scanJson(text);
  if (fault !== undefined) return refused([fault]);
  try {
    return build(parse(text, { mode: 'json' }).body, text);
  } catch (error) {
    const at = placeOf(error);
    if (at === undefined) throw error;
    return refusedWhole('valid JSON (RFC 8259) at this place: no comment, no trailing comma, double quotes', at);
  }
}

/** The parser's own error carries where; anything else is a fault of ours. */
function placeOf(error: unknown): Place | undefined {
  if (!(error instanceof Error) || !('line' in error) || !('column' in error)) return undefined;
  return typeof error.line === 'number' && typeof error.column === 'number'
    ? { line: error.line, column: error.column }
    : undefined;
}

function build(root: ValueNode, source: string): JsonDocument | Refused {
  const errors: FieldError[] = [];
  const places = new Map<string, Place>();
  const value = valueOf(root, [], { source, errors, places });
  if (errors.length > 0) return refused(onePerField(errors));
  return { ok: true, value, locate: (path) => nearest(places, path) };
}

type Notes = Readonly<{ source: string; errors: FieldError[]; places: Map<string, Place> }>;

function valueOf(node: ValueNode, path: Segments, notes: Notes): unknown {
  const at = { line: node.loc.start.line, column: node.loc.start.column };
  const text = pathText(path);
  const fault = (expected: string): unknown => notes.errors.push({ path: text, expected, at });
  notes.places.set(text, at);
  switch (node.type) {
    case 'Object':
      return objectOf(node.members, path, notes);
    case 'Array':
      return node.elements.map((element, index) => valueOf(element.value, [...path, index], notes));
    case 'String':
      if (!node.value.isWellFormed()) fault('text of whole Unicode characters, no lone surrogate');
      return node.value;
    case 'Number':
      if (isAbsurd(node, notes.source)) fault(`a finite number of at most ${limits.numberDigits} digits`);
      return node.value;
    case 'Boolean':
      return node.value;
    case 'Null':
      return null;
    case 'NaN':
    case 'Infinity':
      throw new Error(`a JSON5 value from a JSON parser: ${node.type}`);
  }
}

function isAbsurd({ value, loc }: NumberNode, source: string): boolean {
  const [digits = ''] = source.slice(loc.start.offset, loc.end.offset).split(/[eE]/);
  return !Number.isFinite(value) || digits.replace(/\D/g, '').length > limits.numberDigits;
}

function objectOf(members: readonly MemberNode[], path: Segments, notes: Notes): Readonly<Record<string, unknown>> {
  const object: Record<string, unknown> = {};
  for (const { name, value } of members) {
    const key = name.type === 'String' ? name.value : name.name;
    const at = { line: name.loc.start.line, column: name.loc.start.column };
    const fault = (expected: string): unknown => notes.errors.push({ path: pathText([...path, key]), expected, at });
    if (reservedKeys.has(key)) fault('a field of another name: this one is reserved');
    else if (!key.isWellFormed()) fault('a field name of whole Unicode characters');
    else if (Object.hasOwn(object, key)) fault('this field once: it is here twice');
    else object[key] = valueOf(value, [...path, key], notes);
  }
  return object;
}

function nearest(places: ReadonlyMap<string, Place>, path: Segments): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.get(pathText(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}
