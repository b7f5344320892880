import { createHash } from 'node:crypto';
import { base32 } from '@scure/base';
import { limits } from '../limits.ts';
import type { ByteReader } from './byte-reader.ts';
import { ExhibitFault, type Fault, type FoundItem } from './item.ts';
import { latin1, lineAt } from './lines.ts';

/** One WARC record: ISO 28500:2017, WARC/1.0 and 1.1 section 4. Lengths and ends are taken at their word or not at all. */

export type RecordFacts = Pick<FoundItem, 'at' | 'accounts' | 'category' | 'title' | 'fault'>;

const crlf = '\r\n';

/**
 * Reads the record that comes next, and on to the byte after its two closing line ends.
 * @param offset where it begins, for the faults that name a place
 * @returns how many bytes it has, and what it says of itself
 * @throws ExhibitFault where the record does not end where it says
 */
export async function readRecord(reader: ByteReader, offset: number): Promise<{ size: number; facts: RecordFacts }> {
  const { fields, size } = await readFields(reader, offset);
  const stated = one(fields, 'content-length');
  if (stated === undefined || !/^\d{1,15}$/.test(stated)) throw malformed(offset, 'has no Content-Length');
  const length = Number(stated);
  const digest = statedDigest(one(fields, 'warc-block-digest'));
  const passed = await reader.pass(length, (piece) => digest?.add(piece));
  const end = latin1(await reader.take(2 * crlf.length));
  if (passed < length || end.length < 2 * crlf.length) {
    throw new ExhibitFault('truncated', `the file ends inside the record at byte ${offset}`);
  }
  if (end !== crlf + crlf) {
    throw new ExhibitFault(
      'length-mismatch',
      `the record at byte ${offset} does not end where its Content-Length says`,
    );
  }
  const fault = digest === undefined || digest.agrees() ? undefined : differs(offset);
  return { size: size + length + end.length, facts: factsOf(fields, fault) };
}

export const looksLikeWarc = (bytes: Uint8Array): boolean => versionLine.test(lineAt(bytes.subarray(0, 32), 0));

const versionLine = /^WARC\/1\.[01]$/;

type Fields = ReadonlyMap<string, readonly string[]>;

async function readFields(reader: ByteReader, offset: number): Promise<{ fields: Fields; size: number }> {
  const fields = new Map<string, string[]>();
  const first = await reader.line(limits.itemHeaderBytes + 1);
  if (!versionLine.test(lineAt(first, 0)) || !endsWithCrlf(first)) {
    throw malformed(offset, 'does not begin with WARC/1.0 or WARC/1.1');
  }
  for (let size = first.length; ;) {
    const bytes = await reader.line(limits.itemHeaderBytes + 1 - size);
    size += bytes.length;
    if (size > limits.itemHeaderBytes) throw new ExhibitFault('header-too-long', `the header of the record at byte ${offset} is too long`); // prettier-ignore
    if (!endsWithCrlf(bytes)) {
      if (await reader.isAtEnd())
        throw new ExhibitFault('truncated', `the file ends inside the header at byte ${offset}`);
      throw malformed(offset, 'has a header line that does not end with CR LF');
    }
    const line = lineAt(bytes, 0);
    if (line === '') return { fields, size };
    const field = /^([\x21\x23-\x27*+\-.0-9A-Z^_`a-z|~]+):[ \t]*(.*?)[ \t]*$/.exec(line);
    if (field === null) throw malformed(offset, 'has a header line that is no field');
    const [, name = '', value = ''] = field;
    fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value]);
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

type Digest = Readonly<{ add: (piece: Uint8Array) => void; agrees: () => boolean }>;

/** Archives write digests in base32, hexadecimal or base64. What is none of these, or another algorithm, is not checked. */
function statedDigest(stated: string | undefined): Digest | undefined {
  const match = /^(sha1|sha256|sha512|md5):(\S+)$/i.exec(stated ?? '');
  if (match === null) return undefined;
  const [, algorithm = '', value = ''] = match;
  const hash = createHash(algorithm.toLowerCase());
  return {
    add: (piece) => void hash.update(piece),
    agrees: () => {
      const digest = hash.digest();
      const spellings = [base32.encode(digest), digest.toString('hex').toUpperCase()];
      const caseful = [digest.toString('base64'), digest.toString('base64url')];
      return spellings.includes(value.toUpperCase()) || caseful.includes(value);
    },
  };
}

const differs = (offset: number): Fault => ({
  code: 'digest-mismatch',
  message: `the record at byte ${offset} differs from the digest that it carries`,
});

const endsWithCrlf = (line: Uint8Array): boolean => line.at(-1) === 0x0a && line.at(-2) === 0x0d;

const malformed = (offset: number, what: string): ExhibitFault =>
  new ExhibitFault('malformed', `the record at byte ${offset} ${what}`);
