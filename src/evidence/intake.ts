import { sha256Hex } from '../canonical.ts';
import { gzipMembers, looksLikeGzip } from './gzip.ts';
import { ExhibitFault, type Exhibit, type ExhibitFormat, type Fault, type Item } from './item.ts';
import { looksLikeMail, readMail } from './mail.ts';
import { looksLikeMbox, readMbox } from './mbox.ts';
import { readWarc, readWarcGz } from './warc.ts';
import { looksLikeWarc } from './warc-record.ts';

/**
 * Takes an evidence file as it is: recognises what it is by its bytes, never by its name, and says where its items
 * lie. A file that is no known format, or breaks its own, is one opaque exhibit with the fault named: it is kept and
 * hashed, and nothing in it was half-read.
 * @param bytes at most `limits.exhibitBytes`; the caller's door measures.
 */
export async function intake(name: string, bytes: Uint8Array): Promise<Exhibit> {
  const base = { name, sha256: sha256Hex(bytes), bytes };
  const format = formatOf(bytes);
  if (format === 'opaque') {
    return opaque(base, { code: 'unrecognised', message: 'not mail, mbox or WARC: it cannot be read item by item' });
  }
  try {
    return { ...base, format, items: await readers[format](bytes) };
  } catch (error) {
    if (error instanceof ExhibitFault) return opaque(base, error.fault);
    throw error;
  }
}

const readers: Readonly<Record<Exclude<ExhibitFormat, 'opaque'>, (bytes: Uint8Array) => Item[] | Promise<Item[]>>> = {
  mbox: readMbox,
  eml: readEml,
  warc: readWarc,
  'warc-gz': readWarcGz,
};

function formatOf(bytes: Uint8Array): ExhibitFormat {
  if (looksLikeWarc(bytes)) return 'warc';
  if (looksLikeMbox(bytes)) return 'mbox';
  if (looksLikeGzip(bytes)) return beginsWithWarc(bytes) ? 'warc-gz' : 'opaque';
  return looksLikeMail(bytes) ? 'eml' : 'opaque';
}

/** A member that cannot be read is left to the reader, which names the fault. */
function beginsWithWarc(bytes: Uint8Array): boolean {
  try {
    const [first] = gzipMembers(bytes).take(1);
    return first !== undefined && looksLikeWarc(first.content);
  } catch (error) {
    if (error instanceof ExhibitFault) return true;
    throw error;
  }
}

/** A message that is broken is an opaque exhibit, as a broken file is. */
function readEml(bytes: Uint8Array): Item[] {
  const facts = readMail(bytes);
  if (facts.fault) throw new ExhibitFault(facts.fault.code, facts.fault.message);
  return [{ number: 1, kind: 'mail', offset: 0, length: bytes.length, ...facts }];
}

const opaque = (base: Pick<Exhibit, 'name' | 'sha256' | 'bytes'>, fault: Fault): Exhibit => ({
  ...base,
  format: 'opaque',
  items: [{ number: 1, kind: 'opaque', offset: 0, length: base.bytes.length, accounts: [], fault }],
  fault,
});
