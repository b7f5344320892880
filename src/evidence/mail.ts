import PostalMime, { type Header } from 'postal-mime';
import { limits } from '../limits.ts';
import { ExhibitFault, type Fault, type Item } from './item.ts';
import { lineAt, nextLine } from './lines.ts';
import { mailAddresses } from './mail-address.ts';
import { mailDate } from './mail-date.ts';

/** One mail message (RFC 5322): its header is read, its body is only carried. */

/**
 * The fields that say whose message it is: who sent it, who it was for, whose mailbox it reached. Reply-To and
 * References are left out: anyone may name anyone there.
 */
const accountFields = new Set([
  'from', 'sender', 'to', 'cc', 'bcc',
  'resent-from', 'resent-sender', 'resent-to', 'resent-cc', 'resent-bcc',
  'return-path', 'delivered-to', 'x-original-to', 'envelope-to',
]); // prettier-ignore

const fieldLine = /^[\x21-\x39\x3b-\x7e]+[ \t]*:/;
const foldedLine = /^[ \t]/;

export type MailFacts = Pick<Item, 'at' | 'accounts' | 'category' | 'title' | 'fault'>;

/** Whether the bytes at `from` begin with a field that mail has: what makes a file a message. */
export function looksLikeMail(bytes: Uint8Array): boolean {
  let known = false;
  for (let at = 0; at < bytes.length && at < limits.itemHeaderBytes; at = nextLine(bytes, at)) {
    const line = lineAt(bytes, at);
    if (line === '') break;
    if (!fieldLine.test(line) && !(at > 0 && foldedLine.test(line))) return false;
    known ||= /^(?:from|to|date|subject|message-id|received|mime-version|content-type|delivered-to)[ \t]*:/i.test(line);
  }
  return known;
}

/**
 * What a message's header says. A header that is broken or has no end is a fault, and then nothing of it counts.
 * @param message from its first field, without an mbox envelope.
 */
export async function readMail(message: Uint8Array): Promise<MailFacts> {
  const header = headerOf(message);
  if ('code' in header) return { accounts: [], category: 'content', fault: header };
  // Only the header goes to the parser: the body may be megabytes, and nothing in it decides anything.
  const { headers, subject } = await PostalMime.parse(header.bytes, { maxHeadersSize: limits.itemHeaderBytes });
  const at = dateOf(headers);
  const title = plain(subject ?? '');
  return {
    accounts: [
      ...new Set(headers.filter(({ key }) => accountFields.has(key)).flatMap(({ value }) => mailAddresses(value))),
    ],
    category: 'content',
    ...(at !== undefined && { at }),
    ...(title !== '' && { title }),
  };
}

/** RFC 5322 section 3.6: one Date. Two of them are none, or the reader could choose. */
function dateOf(headers: readonly Header[]): string | undefined {
  const dates = headers.filter(({ key }) => key === 'date');
  return dates.length === 1 ? mailDate(dates[0]?.value ?? '') : undefined;
}

function headerOf(message: Uint8Array): { bytes: Uint8Array } | Fault {
  let at = 0;
  while (at < message.length) {
    const next = nextLine(message, at);
    if (next > limits.itemHeaderBytes) return tooLong.fault;
    const line = lineAt(message, at, next);
    if (line === '') return { bytes: message.subarray(0, next) };
    if (!fieldLine.test(line) && !(at > 0 && foldedLine.test(line))) {
      return { code: 'malformed', message: 'a line of the header is neither a field nor its continuation' };
    }
    if (next === message.length && message[next - 1] !== 0x0a) {
      return { code: 'truncated', message: 'the message ends inside its header' };
    }
    at = next;
  }
  return { bytes: message };
}

const tooLong = new ExhibitFault('header-too-long', `the header is longer than ${limits.itemHeaderBytes} bytes`);

/** Text for a person's list: one line without controls or bidirectional overrides, of limited length. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, ' ')
    .trim()
    .slice(0, limits.lineCharacters);
