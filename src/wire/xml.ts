import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlLibError, XmlText } from 'libxml2-wasm';
import { limits } from '../limits.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { refused, refusedWhole } from './field-error.ts';
import type { FieldError, Refused } from './field-error.ts';

/**
 * The strict XML door (XML 1.0, Namespaces in XML 1.0). UTF-8 only, no document type, no entity, no processing
 * instruction, no comment inside a value: each of them has made two readers see two documents. The parser is libxml2
 * compiled to WebAssembly, with no file and no network to reach.
 */

/** An element that holds either elements or text. `path` is for people: `HI1Message/Header/Timestamp`. */
export type Element = Readonly<{
  name: string;
  namespace: string;
  path: string;
  line: number;
  attributes: readonly Readonly<{ name: string; namespace: string; value: string }>[];
  /** What prefixes stand for here: a value such as xsi:type is a qualified name. */
  namespaceOf: (prefix: string) => string | undefined;
  children: readonly Element[];
  text: string;
}>;

/** Exported for the test that shows what the parser does when the first check is left out. */
export const parseOptions: ParseOption =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_NOCDATA;

const malformed = 'well-formed XML 1.0 with namespaces at this place';

/** @returns the root element, or what was expected instead. Never throws. */
export function readXml(bytes: Uint8Array): Readonly<{ ok: true; root: Element }> | Refused {
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return text;
  const declared = /^\uFEFF?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (declared !== undefined && declared.toUpperCase() !== 'UTF-8')
    return refusedWhole('XML that is declared as UTF-8');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return refusedWhole('XML without a document type definition (DTD) or entities');
  if (/<\?(?!xml\s)/i.test(text)) return refusedWhole('XML without processing instructions');
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, { option: parseOptions });
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [detail] = error.details;
    const at = detail === undefined ? undefined : { line: detail.line, column: detail.col };
    return refusedWhole(malformed, at);
  }
  try {
    // A warning is a document that another parser may read otherwise: XML 1.1, a relative namespace.
    const [warning] = document.warnings;
    if (warning !== undefined) return refusedWhole(malformed, { line: warning.line, column: warning.col });
    return walk(document.root);
  } finally {
    document.dispose();
  }
}

type Walk = { elements: number; fault: FieldError | undefined };
type Prefixes = Readonly<Record<string, string>>;

function walk(root: XmlElement): Readonly<{ ok: true; root: Element }> | Refused {
  const state: Walk = { elements: 0, fault: undefined };
  const element = elementOf(root, { path: root.name, depth: 1, outer: {} }, state);
  return state.fault === undefined ? { ok: true, root: element } : refused([state.fault]);
}

type Around = Readonly<{ path: string; depth: number; outer: Prefixes }>;

function elementOf(node: XmlElement, { path, depth, outer }: Around, state: Walk): Element {
  const fault = (expected: string): void => {
    state.fault ??= { path, expected, at: { line: node.line } };
  };
  state.elements += 1;
  if (depth > limits.depth) fault(`at most ${limits.depth} levels of nesting`);
  if (state.elements > limits.documentValues) fault(`at most ${limits.documentValues} elements`);
  const prefixes: Prefixes = { ...outer, ...node.nsDeclarations };
  const children: Element[] = [];
  const named = new Map<string, number>();
  let text = '';
  let other = 0;
  for (let child = node.firstChild; child !== null && state.fault === undefined; child = child.next) {
    if (child instanceof XmlElement) {
      const count = (named.get(child.name) ?? 0) + 1;
      named.set(child.name, count);
      const childPath = `${path}/${child.name}${count > 1 ? `[${count}]` : ''}`;
      children.push(elementOf(child, { path: childPath, depth: depth + 1, outer: prefixes }, state));
    } else if (child instanceof XmlText || child instanceof XmlCData) text += child.content;
    else other += 1;
  }
  const hasText = /\S/.test(text);
  if (hasText && children.length > 0) fault('either elements or text, not both');
  if (hasText && other > 0) fault('text without comments inside');
  return {
    name: node.name,
    namespace: node.namespaceUri,
    path,
    line: node.line,
    attributes: node.attrs.map(({ name, namespaceUri, value }) => ({ name, namespace: namespaceUri, value })),
    namespaceOf: (prefix) => (Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined),
    children,
    text: children.length > 0 ? '' : text,
  };
}
