import { limits } from '../limits.ts';
import { gzipMembers } from './gzip.ts';
import { ExhibitFault, type Item } from './item.ts';
import { readRecord, type RecordFacts } from './warc-record.ts';

/** WARC files: records one after the other, or each in a gzip member of its own (ISO 28500:2017 annex D). */

/** Items that cover the file exactly. @throws ExhibitFault */
export function readWarc(bytes: Uint8Array): Item[] {
  const items: Item[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const { end, facts } = readRecord(bytes, offset);
    add(items, offset, end, facts);
    offset = end;
  }
  return items;
}

/** An item is a gzip member as it stands, so that released records are the produced bytes. @throws ExhibitFault */
export function readWarcGz(bytes: Uint8Array): Item[] {
  const items: Item[] = [];
  for (const { offset, end, content } of gzipMembers(bytes)) {
    add(items, offset, end, recordInMember(content, offset));
  }
  return items;
}

function recordInMember(content: Uint8Array, offset: number): RecordFacts {
  let record;
  try {
    record = readRecord(content, 0);
  } catch (error) {
    if (!(error instanceof ExhibitFault)) throw error;
    throw notPerRecord(offset);
  }
  if (record.end !== content.length) throw notPerRecord(offset);
  return record.facts;
}

const notPerRecord = (offset: number): ExhibitFault =>
  new ExhibitFault('not-per-record', `the gzip member at byte ${offset} does not hold exactly one record`);

function add(items: Item[], offset: number, end: number, facts: RecordFacts): void {
  if (items.length >= limits.itemsPerExhibit) {
    throw new ExhibitFault('too-many-items', `more than ${limits.itemsPerExhibit} records`);
  }
  items.push({ number: items.length + 1, kind: 'warc-record', offset, length: end - offset, ...facts });
}
