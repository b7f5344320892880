import { limits } from '../limits.ts';
import { windowOf, type ByteSource } from './byte-source.ts';
import type { Fault, FoundItem } from './item.ts';
import { lineAt, nextLine, startsWith } from './lines.ts';
import { readMail } from './mail.ts';

/**
 * mbox (RFC 4155): messages one after the other, each behind an envelope line `From sender date`. Dialects disagree on
 * whether a line of text that begins with `From ` is escaped, so an envelope is believed only with all its marks: an
 * empty line before it, a date in it, a header field after it. A line with some of the marks makes the message it
 * stands in ambiguous, and an ambiguous message is withheld: reading it as text could release a message that nobody
 * authorised, reading it as an envelope could cut one in two.
 */

/** `From addr Sat Jan  3 01:05:34 2026`, also with a zone before or after the year as large exporters write it. */
const envelope =
  /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d{4}|[A-Z]{3,4}))? \d{4}(?: [+-]\d{4})?\s*$/;

export const looksLikeMbox = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 'From ') && envelope.test(lineAt(bytes, 0));

type Span = Readonly<{ offset: number; end: number; ambiguousAt?: number }>;

/** A line that begins with `From `: where it stands, and which marks it has. */
type Candidate = Readonly<{ at: number; mark: 'envelope' | 'ambiguous' | 'text' }>;

/** What is looked at once; and how much behind a line is looked at for its marks. */
const windowBytes = 4_194_304;
const aheadBytes = 2 * limits.itemHeaderBytes;
/** What is read of a message for its header, unless that is longer. */
const headerWindow = 16_384;

/** Items that cover the file exactly. @throws ExhibitFault */
export async function* readMbox(source: ByteSource): AsyncGenerator<FoundItem> {
  const headers = windowOf(source, headerWindow);
  let number = 0;
  for await (const { offset, end, ambiguousAt } of messages(source)) {
    number += 1;
    const head = await headOf(headers, offset, end);
    const envelopeBytes = nextLine(head, 0);
    const facts = readMail(head.subarray(envelopeBytes), end - offset - envelopeBytes);
    const fault = ambiguousAt === undefined ? undefined : ambiguous(ambiguousAt);
    yield { number, kind: 'mail', offset, length: end - offset, ...facts, ...(fault && { fault }) };
  }
}

/** Most headers are short: more is read only where the first piece does not hold the empty line that ends one. */
async function headOf(headers: ByteSource, offset: number, end: number): Promise<Uint8Array> {
  const head = await headers.read(offset, Math.min(end - offset, headerWindow));
  const isWhole = head.length === end - offset || buffer(head).includes('\n\n') || buffer(head).includes('\r\n\r\n');
  return isWhole ? head : headers.read(offset, Math.min(end - offset, aheadBytes));
}

async function* messages(source: ByteSource): AsyncGenerator<Span> {
  let offset = 0;
  let ambiguousAt: number | undefined;
  for await (const { at, mark } of candidates(source)) {
    if (mark === 'ambiguous') ambiguousAt ??= at;
    if (mark !== 'envelope') continue;
    yield { offset, end: at, ...(ambiguousAt !== undefined && { ambiguousAt }) };
    offset = at;
    ambiguousAt = undefined;
  }
  yield { offset, end: source.size, ...(ambiguousAt !== undefined && { ambiguousAt }) };
}

/**
 * Searched for as bytes, not line by line: an mbox has millions of lines. Windows overlap, so that a line and what
 * decides about it always lie in one; a line longer than `aheadBytes` is no envelope.
 */
async function* candidates(source: ByteSource): AsyncGenerator<Candidate> {
  for (let base = 0, from = 0; base < source.size;) {
    const window = buffer(await source.read(base, windowBytes + aheadBytes));
    const isLast = base + window.length >= source.size;
    const until = isLast ? window.length : windowBytes;
    for (let found = window.indexOf('\nFrom ', from); found !== -1 && found < until;) {
      yield { at: base + found + 1, mark: markOf(window.subarray(0, found + 1 + aheadBytes), found + 1) };
      found = window.indexOf('\nFrom ', found + 1);
    }
    if (isLast) return;
    // Three bytes before the next window's first line say whether the line before it is empty.
    base += windowBytes - emptyLineBytes;
    from = emptyLineBytes;
  }
}

const emptyLineBytes = 3;

function markOf(window: Uint8Array, at: number): Candidate['mark'] {
  const next = nextLine(window, at);
  const isEnvelope = envelope.test(lineAt(window, at, next));
  const afterEmpty = isAfterEmptyLine(window, at);
  if (isEnvelope && afterEmpty && beginsWithField(window, next)) return 'envelope';
  return isEnvelope || afterEmpty ? 'ambiguous' : 'text';
}

/** `at` follows a line feed. */
const isAfterEmptyLine = (bytes: Uint8Array, at: number): boolean =>
  bytes[at - 2] === 0x0a || (bytes[at - 2] === 0x0d && bytes[at - 3] === 0x0a);

const beginsWithField = (bytes: Uint8Array, at: number): boolean =>
  /^[\x21-\x39\x3b-\x7e]+[ \t]*:/.test(lineAt(bytes, at));

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

const ambiguous = (at: number): Fault => ({
  code: 'ambiguous-separator',
  message: `the line at byte ${at} may begin another message`,
});
