import { hash } from 'node:crypto';
import { base32 } from '@scure/base';
import { limits } from '../limits.ts';
import { ExhibitFault, type Fault, type Item } from './item.ts';
import { lineAt, nextLine } from './lines.ts';

/** One WARC record: ISO 28500:2017, WARC/1.0 and 1.1 section 4. Lengths and ends are taken at their word or not at all. */

export type RecordFacts = Pick<Item, 'at' | 'accounts' | 'category' | 'title' | 'fault'>;

const crlf = '\r\n';

/**
 * Reads the record that begins at an offset.
 * @returns the offset after the record's two closing line ends, and what the record says of itself.
 * @throws ExhibitFault where the record does not end where it says.
 */
export function readRecord(bytes: Uint8Array, offset: number): { end: number; facts: RecordFacts } {
  const { fields, blockAt } = readFields(bytes, offset);
  const length = one(fields, 'content-length');
  if (length === undefined || !/^\d{1,15}$/.test(length)) throw malformed(offset, 'has no Content-Length');
  const blockEnd = blockAt + Number(length);
  if (blockEnd + 2 * crlf.length > bytes.length) {
    throw new ExhibitFault('truncated', `the file ends inside the record at byte ${offset}`);
  }
  if (Buffer.from(bytes.subarray(blockEnd, blockEnd + 4)).toString('latin1') !== crlf + crlf) {
    throw new ExhibitFault(
      'length-mismatch',
      `the record at byte ${offset} does not end where its Content-Length says`,
    );
  }
  const fault = digestFault(one(fields, 'warc-block-digest'), bytes.subarray(blockAt, blockEnd), offset);
  return { end: blockEnd + 2 * crlf.length, facts: factsOf(fields, fault) };
}

export const looksLikeWarc = (bytes: Uint8Array): boolean => versionLine.test(lineAt(bytes.subarray(0, 32), 0));

const versionLine = /^WARC\/1\.[01]$/;

type Fields = ReadonlyMap<string, readonly string[]>;

function readFields(bytes: Uint8Array, offset: number): { fields: Fields; blockAt: number } {
  const fields = new Map<string, string[]>();
  let at = nextLine(bytes, offset);
  if (!versionLine.test(lineAt(bytes, offset, at)) || !endsWithCrlf(bytes, at)) {
    throw malformed(offset, 'does not begin with WARC/1.0 or WARC/1.1');
  }
  for (;;) {
    const next = nextLine(bytes, at);
    if (next - offset > limits.itemHeaderBytes) throw new ExhibitFault('header-too-long', `the header of the record at byte ${offset} is too long`); // prettier-ignore
    if (!endsWithCrlf(bytes, next)) {
      if (next === bytes.length)
        throw new ExhibitFault('truncated', `the file ends inside the header at byte ${offset}`);
      throw malformed(offset, 'has a header line that does not end with CR LF');
    }
    const line = lineAt(bytes, at, next);
    if (line === '') return { fields, blockAt: next };
    const field = /^([\x21\x23-\x27*+\-.0-9A-Z^_`a-z|~]+):[ \t]*(.*?)[ \t]*$/.exec(line);
    if (field === null) throw malformed(offset, 'has a header line that is no field');
    const [, name = '', value = ''] = field;
    fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value]);
    at = next;
  }
}

function factsOf(fields: Fields, fault: Fault | undefined): RecordFacts {
  const at = warcDate(one(fields, 'warc-date'));
  const target = one(fields, 'warc-target-uri')?.replace(/^<(.*)>$/, '$1');
  const type = one(fields, 'warc-type');
  return {
    accounts: target === undefined ? [] : [target],
    category: 'content',
    ...(at !== undefined && { at }),
    ...(type !== undefined && { title: [type, target].join(' ').trim().slice(0, limits.lineCharacters) }),
    ...(fault && { fault }),
  };
}

/** A field that stands twice says two things, and so nothing. */
function one(fields: Fields, name: string): string | undefined {
  const values = fields.get(name);
  return values?.length === 1 ? values[0] : undefined;
}

/** WARC/1.1 also lets a date name a whole month or year: that is not an instant. */
function warcDate(value: string | undefined): string | undefined {
  if (value === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(value)) return undefined;
  try {
    return Temporal.Instant.from(value).toString({ fractionalSecondDigits: 3 });
  } catch {
    return undefined;
  }
}

/** Archives write digests in base32, hexadecimal or base64. What is none of these, or another algorithm, is not checked. */
function digestFault(stated: string | undefined, block: Uint8Array, offset: number): Fault | undefined {
  const match = /^(sha1|sha256|sha512|md5):(\S+)$/i.exec(stated ?? '');
  if (match === null) return undefined;
  const [, algorithm = '', value = ''] = match;
  const digest = hash(algorithm.toLowerCase(), block, 'buffer');
  const spellings = [base32.encode(digest), digest.toString('hex').toUpperCase()];
  const caseful = [digest.toString('base64'), digest.toString('base64url')];
  if (spellings.includes(value.toUpperCase()) || caseful.includes(value)) return undefined;
  return { code: 'digest-mismatch', message: `the record at byte ${offset} differs from the digest that it carries` };
}

const endsWithCrlf = (bytes: Uint8Array, end: number): boolean => bytes[end - 1] === 0x0a && bytes[end - 2] === 0x0d;

const malformed = (offset: number, what: string): ExhibitFault =>
  new ExhibitFault('malformed', `the record at byte ${offset} ${what}`);
