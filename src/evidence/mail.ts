import { decodeWords } from 'postal-mime';
import { limits } from '../limits.ts';
import type { Fault, FoundItem } from './item.ts';
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

export type MailFacts = Pick<FoundItem, 'at' | 'accounts' | 'category' | 'title' | 'fault'>;

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
 * @param message from its first field, without an mbox envelope; all of it, or more than `limits.itemHeaderBytes`
 * @param size of the whole message
 */
export function readMail(message: Uint8Array, size: number): MailFacts {
  const fields = fieldsOf(message, size);
  if ('code' in fields) return { accounts: [], category: 'content', fault: fields };
  const at = dateOf(fields);
  const title = decodeWords(fields.find(({ name }) => name === 'subject')?.value ?? '');
  return {
    accounts: [
      ...new Set(fields.filter(({ name }) => accountFields.has(name)).flatMap(({ value }) => mailAddresses(value))),
    ],
    category: 'content',
    ...(at !== undefined && { at }),
    ...(title !== '' && { title }),
  };
}

type Field = { name: string; value: string };

/** RFC 5322 section 3.6: one Date. Two of them are none, or the reader could choose. */
function dateOf(fields: readonly Field[]): string | undefined {
  const dates = fields.filter(({ name }) => name === 'date');
  return dates.length === 1 ? mailDate(dates[0]?.value ?? '') : undefined;
}

/** The header's fields, unfolded (RFC 5322 section 2.2.3), as UTF-8 (RFC 6532). */
function fieldsOf(message: Uint8Array, size: number): Field[] | Fault {
  const fields: Field[] = [];
  for (let at = 0, next; at < message.length; at = next) {
    next = nextLine(message, at);
    if (next > limits.itemHeaderBytes) return tooLong;
    const line = utf8(lineAt(message, at, next));
    if (line === '') return fields;
    const last = fields.at(-1);
    if (foldedLine.test(line) && last) last.value += line;
    else if (fieldLine.test(line)) {
      const colon = line.indexOf(':');
      fields.push({ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() });
    } else return { code: 'malformed', message: 'a line of the header is neither a field nor its continuation' };
    if (next === size && message[next - 1] !== 0x0a) {
      return { code: 'truncated', message: 'the message ends inside its header' };
    }
  }
  return message.length < size ? tooLong : fields;
}

/** Most lines are ASCII, which is the same in Latin-1. What is not UTF-8 becomes a mark that no address has. */
const utf8 = (line: string): string => (/[\x80-\xff]/.test(line) ? Buffer.from(line, 'latin1').toString('utf8') : line);

const tooLong: Fault = {
  code: 'header-too-long',
  message: `the header is longer than ${limits.itemHeaderBytes} bytes`,
};
