import { limits } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import { gzipMember, looksLikeGzip } from './gzip.ts';
import { hashItems } from './hash-items.ts';
import { ExhibitFault, type Exhibit, type ExhibitFormat, type Fault, type FoundItem, type ReadItems } from './item.ts';
import { looksLikeMail, readMail } from './mail.ts';
import { looksLikeMbox, readMbox } from './mbox.ts';
import { readWarc, readWarcGz } from './warc.ts';
import { looksLikeWarc } from './warc-record.ts';

/**
 * Takes an evidence file as it is: recognises what it is by its bytes, never by its name, and says where its items
 * lie. A file that is no known format, or breaks its own, is one opaque exhibit with the fault named: it is kept and
 * hashed, and nothing in it was half-read. Memory: the items (limits.itemsPerExhibit), never the bytes.
 */
export async function intake(name: string, source: ByteSource): Promise<Exhibit> {
  const { format, items, fault } = await findItems(source);
  const hashed = await hashItems(source, items);
  return { name, source, format, ...hashed, ...(fault && { fault }) };
}

type Found = Readonly<{ format: ExhibitFormat; items: readonly FoundItem[]; fault?: Fault }>;

async function findItems(source: ByteSource): Promise<Found> {
  const format = await formatOf(source);
  if (format === 'opaque') {
    return opaque(source, { code: 'unrecognised', message: 'not mail, mbox or WARC: it cannot be read item by item' });
  }
  try {
    const items: FoundItem[] = [];
    for await (const item of readers[format](source)) {
      if (items.length >= limits.itemsPerExhibit) {
        throw new ExhibitFault('too-many-items', `more than ${limits.itemsPerExhibit} items`);
      }
      items.push(item);
    }
    return { format, items };
  } catch (error) {
    if (error instanceof ExhibitFault) return opaque(source, error.fault);
    throw error;
  }
}

const readers: Readonly<Record<Exclude<ExhibitFormat, 'opaque'>, ReadItems>> = {
  mbox: readMbox,
  eml: readEml,
  warc: readWarc,
  'warc-gz': readWarcGz,
};

async function formatOf(source: ByteSource): Promise<ExhibitFormat> {
  const head = await source.read(0, limits.itemHeaderBytes);
  if (looksLikeWarc(head)) return 'warc';
  if (looksLikeMbox(head)) return 'mbox';
  if (looksLikeGzip(head)) return (await beginsWithWarc(source)) ? 'warc-gz' : 'opaque';
  return looksLikeMail(head) ? 'eml' : 'opaque';
}

/** A member that cannot be read is left to the reader, which names the fault. */
async function beginsWithWarc(source: ByteSource): Promise<boolean> {
  const { content } = gzipMember(source, 0, limits.inflatedBytes);
  try {
    const first = await content.next();
    return first.done !== true && looksLikeWarc(first.value);
  } catch (error) {
    if (error instanceof ExhibitFault) return true;
    throw error;
  } finally {
    await content.return(undefined);
  }
}

/** A message that is broken is an opaque exhibit, as a broken file is. */
async function* readEml(source: ByteSource): AsyncGenerator<FoundItem> {
  const facts = readMail(await source.read(0, 2 * limits.itemHeaderBytes), source.size);
  if (facts.fault) throw new ExhibitFault(facts.fault.code, facts.fault.message);
  yield { number: 1, kind: 'mail', offset: 0, length: source.size, ...facts };
}

const opaque = ({ size }: ByteSource, fault: Fault): Found => ({
  format: 'opaque',
  items: [{ number: 1, kind: 'opaque', offset: 0, length: size, accounts: [], fault }],
  fault,
});
