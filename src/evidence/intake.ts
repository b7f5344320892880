import { limits } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import { gzipMember, looksLikeGzip } from './gzip.ts';
import { hashItems } from './hash-items.ts';
import {
  ExhibitFault,
  type Exhibit,
  type ExhibitFormat,
  type Fault,
  type FoundItem,
  type Frame,
  type ReadItems,
} from './item.ts';
import { looksLikeMail, readMail } from './mail.ts';
import { looksLikeMbox, readMbox } from './mbox.ts';
import { readWarc, readWarcGz } from './warc.ts';
import { plainTitle } from './plain-title.ts';
import { looksLikeWarc } from './warc-record.ts';
import { csvFrame, looksLikeCsv, readCsv } from './csv.ts';
import { harFrame, jsonFormatOf, listFrame, readHar, readJsonLines, readJsonList } from './json-rows.ts';
import { startsWith } from './lines.ts';

/**
 * Takes an evidence file as it is: recognises what it is by its bytes, never by its name, and says where its items
 * lie. A file that is no known format, or breaks its own, is one opaque exhibit with the fault named: it is kept and
 * hashed, and nothing in it was half-read. Memory: the items (limits.itemsPerExhibit), never the bytes.
 */
export async function intake(name: string, source: ByteSource): Promise<Exhibit> {
  const { format, items, frame, fault } = await findItems(source);
  const hashed = await hashItems(source, items);
  return { name, source, format, ...hashed, ...(frame && { frame }), ...(fault && { fault }) };
}

type Found = Readonly<{ format: ExhibitFormat; items: readonly FoundItem[]; frame?: Frame; fault?: Fault }>;

async function findItems(source: ByteSource): Promise<Found> {
  const format = await formatOf(source);
  if (format === 'opaque') {
    return opaque(source, await unrecognised(source));
  }
  try {
    const items: FoundItem[] = [];
    for await (const item of readers[format](source)) {
      if (items.length >= limits.itemsPerExhibit) {
        throw new ExhibitFault('too-many-items', `more than ${limits.itemsPerExhibit} items`);
      }
      const { title, ...rest } = item;
      items.push(title === undefined ? rest : { ...rest, title: plainTitle(title) });
    }
    const frame = await frames[format]?.(source);
    return { format, items, ...(frame && { frame }) };
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
  csv: readCsv,
  json: readJsonList,
  jsonl: readJsonLines,
  har: readHar,
};

const frames: Readonly<Partial<Record<ExhibitFormat, (source: ByteSource) => Frame | Promise<Frame>>>> = {
  csv: csvFrame,
  json: () => listFrame,
  har: () => harFrame,
};

async function unrecognised(source: ByteSource): Promise<Fault> {
  if (startsWith(await source.read(0, 4), 'PK\x03\x04')) {
    return { code: 'archive', message: 'files in a ZIP archive: each of them is handed in by itself' };
  }
  const message = 'not mail, mbox, WARC, HAR, and no table whose columns name account and instant: it cannot be read item by item'; // prettier-ignore
  return { code: 'unrecognised', message };
}

async function formatOf(source: ByteSource): Promise<ExhibitFormat> {
  const head = await source.read(0, limits.itemHeaderBytes);
  if (looksLikeWarc(head)) return 'warc';
  if (looksLikeMbox(head)) return 'mbox';
  if (looksLikeGzip(head)) return (await beginsWithWarc(source)) ? 'warc-gz' : 'opaque';
  const json = jsonFormatOf(head);
  if (json !== undefined) return json;
  if (await looksLikeCsv(source)) return 'csv';
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
