import { limits } from '../limits.ts';
import { ExhibitFault, type Fault, type Item } from './item.ts';
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

/** A mailbox may hold a hundred thousand messages: other people's requests are served in between. */
const messagesAtOnce = 500;
const otherWork = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Items that cover the file exactly. @throws ExhibitFault */
export async function readMbox(bytes: Uint8Array): Promise<Item[]> {
  const items: Item[] = [];
  for (const span of messages(bytes)) {
    if (items.length >= limits.itemsPerExhibit) {
      throw new ExhibitFault('too-many-items', `more than ${limits.itemsPerExhibit} messages`);
    }
    if (items.length % messagesAtOnce === 0) await otherWork();
    const facts = readMail(bytes.subarray(nextLine(bytes, span.offset), span.end));
    const fault = span.ambiguousAt === undefined ? undefined : ambiguous(span.ambiguousAt);
    items.push({
      number: items.length + 1,
      kind: 'mail',
      offset: span.offset,
      length: span.end - span.offset,
      ...facts,
      ...(fault && { fault }),
    });
  }
  return items;
}

function* messages(bytes: Uint8Array): Generator<Span> {
  let offset = 0;
  let ambiguousAt: number | undefined;
  let afterEmptyLine = false;
  for (let at = nextLine(bytes, 0); at < bytes.length;) {
    const next = nextLine(bytes, at);
    if (startsWith(bytes, 'From ', at)) {
      const isEnvelope = envelope.test(lineAt(bytes, at, next));
      if (isEnvelope && afterEmptyLine && beginsWithField(bytes, next)) {
        yield { offset, end: at, ...(ambiguousAt !== undefined && { ambiguousAt }) };
        offset = at;
        ambiguousAt = undefined;
      } else if (isEnvelope || afterEmptyLine) ambiguousAt ??= at;
    }
    afterEmptyLine = isEmptyLine(bytes, at, next);
    at = next;
  }
  yield { offset, end: bytes.length, ...(ambiguousAt !== undefined && { ambiguousAt }) };
}

const beginsWithField = (bytes: Uint8Array, at: number): boolean =>
  /^[\x21-\x39\x3b-\x7e]+[ \t]*:/.test(lineAt(bytes, at));

/** Without making a string of each line: an mbox has millions. */
const isEmptyLine = (bytes: Uint8Array, at: number, next: number): boolean =>
  next - at === 1 ? bytes[at] === 0x0a : next - at === 2 && bytes[at] === 0x0d && bytes[at + 1] === 0x0a;

const ambiguous = (at: number): Fault => ({
  code: 'ambiguous-separator',
  message: `the line at byte ${at} may begin another message`,
});
