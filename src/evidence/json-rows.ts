import { readJson } from '../wire/json.ts';
import { limits } from '../limits.ts';
import { readWhole, type ByteSource } from './byte-source.ts';
import { instantOf, isAttributable, rowFacts } from './columns.ts';
import { ExhibitFault, type FoundItem, type Frame } from './item.ts';
import { nextLine } from './lines.ts';

/**
 * JSON as rows: a list of objects, JSON Lines (one object a line), and HAR 1.2 (an exported browser or proxy record,
 * whose entries are its items). Every object is read by the strict reader of requests: a key twice, which two programs
 * would read in two ways, is a fault. The file is held whole, up to `limits.jsonExhibitBytes`.
 */

const text = (of: string): Uint8Array => new TextEncoder().encode(of);
export const listFrame: Frame = { before: text('['), between: text(','), after: text(']') };
/** Nothing of what stood around the entries: page titles name what else was looked at. */
export const harFrame: Frame = {
  before: text('{"log":{"version":"1.2","creator":{"name":"Proviso","version":"1"},"entries":['),
  between: text(','),
  after: text(']}}'),
};

export type JsonFormat = 'json' | 'jsonl' | 'har';

/** Which of the three a file is, by its first value; `undefined` where no row of it could be attributed. */
export function jsonFormatOf(head: Uint8Array): JsonFormat | undefined {
  const [first = 0] = head.subarray(skipSpace(head, 0));
  if (first === openBracket) return 'json';
  if (first !== openBrace) return undefined;
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4_096)).toString('latin1');
  if (/^\s*\{\s*"log"\s*:\s*\{/.test(start)) return 'har';
  const line = readJson(head.subarray(0, nextLine(head, 0)), limits.tableRowBytes);
  return line.ok && isRow(line.value) && isAttributable(Object.keys(line.value)) ? 'jsonl' : undefined;
}

/** @throws ExhibitFault */
export async function* readJsonLines(source: ByteSource): AsyncGenerator<FoundItem> {
  const bytes = await whole(source);
  let number = 0;
  for (let offset = 0; offset < bytes.length;) {
    const until = nextLine(bytes, offset);
    number += 1;
    yield { number, ...row(bytes, offset, until) };
    offset = until;
  }
}

/** @throws ExhibitFault */
export async function* readJsonList(source: ByteSource): AsyncGenerator<FoundItem> {
  const bytes = await whole(source);
  const start = skipSpace(bytes, 0) + 1;
  let number = 0;
  for (const { from, until } of elements(bytes, start, true)) {
    number += 1;
    yield { number, ...row(bytes, from, until) };
  }
  if (number === 0) throw new ExhibitFault('malformed', 'a list without rows');
}

/** HAR 1.2: `log.entries`, each with `startedDateTime` and `request.url`. @throws ExhibitFault */
export async function* readHar(source: ByteSource): AsyncGenerator<FoundItem> {
  const bytes = await whole(source);
  const start = entriesOf(bytes);
  let number = 0;
  for (const { from, until } of elements(bytes, start, false)) {
    number += 1;
    const entry = valueOf(bytes, from, until, limits.jsonExhibitBytes);
    const { startedDateTime, request } = entry;
    const url = isRow(request) ? request['url'] : undefined;
    if (typeof startedDateTime !== 'string' || typeof url !== 'string') {
      throw new ExhibitFault('malformed', `entry ${number} has no startedDateTime or no request.url`);
    }
    const at = instantOf(startedDateTime);
    yield { number, kind: 'har-entry', offset: from, length: until - from, ...(at === undefined ? {} : { at }), accounts: [url], category: 'content', title: url.slice(0, 200) }; // prettier-ignore
  }
  if (number === 0) throw new ExhibitFault('malformed', 'a HAR file without entries');
}

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

async function whole(source: ByteSource): Promise<Uint8Array> {
  const most = limits.jsonExhibitBytes;
  if (source.size > most) throw new ExhibitFault('too-large', `JSON of more than ${most} bytes is not read row by row`);
  return readWhole(source, most);
}

function row(bytes: Uint8Array, from: number, until: number): Omit<FoundItem, 'number'> {
  const cells = Object.entries(valueOf(bytes, from, until)).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
  return { kind: 'row', offset: from, length: until - from, ...rowFacts(cells) };
}

function valueOf(bytes: Uint8Array, from: number, until: number, most: number = limits.tableRowBytes): Row {
  const read = readJson(bytes.subarray(from, until), most);
  if (!read.ok) throw new ExhibitFault('malformed', `the value at byte ${from}: expected ${read.errors[0]?.expected ?? 'JSON'}`); // prettier-ignore
  if (!isRow(read.value)) throw new ExhibitFault('malformed', `the value at byte ${from} is no object`);
  return read.value;
}

/** Where `log.entries` begins, behind its bracket: found in the file with its strings and nested values passed over. */
function entriesOf(bytes: Uint8Array): number {
  const log = memberOf(bytes, skipSpace(bytes, 0), 'log');
  const at = memberOf(bytes, log, 'entries');
  if (bytes[at] !== openBracket) throw new ExhibitFault('malformed', 'log.entries is no list');
  return at + 1;
}

/** Where the value of a key of the object at `at` begins. @throws ExhibitFault for a key that is missing or stands twice */
function memberOf(bytes: Uint8Array, at: number, key: string): number {
  if (bytes[at] !== openBrace) throw new ExhibitFault('malformed', `no object at byte ${at}`);
  let found: number | undefined;
  for (let next = skipSpace(bytes, at + 1); bytes[next] !== closeBrace;) {
    const end = endOfValue(bytes, next);
    const colon = skipSpace(bytes, end);
    if (bytes[next] !== quote || bytes[colon] !== 0x3a) throw new ExhibitFault('malformed', `no key at byte ${next}`);
    const value = skipSpace(bytes, colon + 1);
    if (nameAt(bytes, next, end) === key) {
      if (found !== undefined) throw new ExhibitFault('malformed', `the key "${key}" stands twice`);
      found = value;
    }
    const after = skipSpace(bytes, endOfValue(bytes, value));
    if (bytes[after] !== comma && bytes[after] !== closeBrace) throw new ExhibitFault('malformed', `no comma at byte ${after}`); // prettier-ignore
    next = bytes[after] === comma ? skipSpace(bytes, after + 1) : after;
  }
  if (found === undefined) throw new ExhibitFault('malformed', `the key "${key}" is missing`);
  return found;
}

function nameAt(bytes: Uint8Array, from: number, until: number): unknown {
  const read = readJson(bytes.subarray(from, until), limits.tableRowBytes);
  return read.ok ? read.value : undefined;
}

/** The values of a list whose bracket stands before `start`. @param isWhole nothing may follow its end */
function* elements(bytes: Uint8Array, start: number, isWhole: boolean): Generator<{ from: number; until: number }> {
  let from = skipSpace(bytes, start);
  if (bytes[from] === closeBracket) return;
  for (;;) {
    const until = endOfValue(bytes, from);
    yield { from, until };
    const after = skipSpace(bytes, until);
    if (bytes[after] === closeBracket) {
      if (isWhole && skipSpace(bytes, after + 1) < bytes.length) throw new ExhibitFault('malformed', 'something stands after the list'); // prettier-ignore
      return;
    }
    if (bytes[after] !== comma) throw new ExhibitFault(after >= bytes.length ? 'truncated' : 'malformed', `no comma at byte ${after}`); // prettier-ignore
    from = skipSpace(bytes, after + 1);
  }
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0a || bytes[at] === 0x0d) at += 1;
  return at;
}

/** Behind the value that begins at `from`. What is inside it is for the strict reader. @throws ExhibitFault */
function endOfValue(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) at = endOfString(bytes, at) - 1;
    else if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
    const next = bytes[at + 1] ?? comma;
    const isEnd = depth === 0 && (byte === quote || byte === closeBrace || byte === closeBracket || isSeparator(next));
    if (isEnd) return at + 1;
    if (depth < 0) break;
  }
  throw new ExhibitFault('truncated', `the value at byte ${from} does not end`);
}

const isSeparator = (byte: number): boolean => byte <= 0x20 || [comma, closeBrace, closeBracket, 0x3a].includes(byte);

function endOfString(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at += 1) {
    if (bytes[at] === backslash) at += 1;
    else if (bytes[at] === quote) return at + 1;
  }
  throw new ExhibitFault('truncated', `the text at byte ${from} does not end`);
}
