import type { DataCategory } from '../request/request.ts';
import type { ByteSource } from './byte-source.ts';

/**
 * An evidence file is an exhibit, an exhibit holds items: a mail message, a record, a row. Items lie one after the other,
 * so that a released item is the same bytes that were produced; mail and WARC cover their exhibit exactly, tables and
 * lists have a frame.
 */

export type ItemKind = 'mail' | 'warc-record' | 'har-entry' | 'row' | 'opaque';
export const exhibitFormats = ['mbox', 'eml', 'warc', 'warc-gz', 'csv', 'json', 'jsonl', 'har', 'opaque'] as const;
export type ExhibitFormat = (typeof exhibitFormats)[number];

export type FaultCode =
  | 'unrecognised' // none of the formats that can be read item by item
  | 'truncated' // the file ends inside an item
  | 'malformed' // the format's grammar is broken
  | 'length-mismatch' // a stated length leads somewhere else
  | 'not-per-record' // compressed so that one record cannot be taken out byte for byte
  | 'inflates-too-much'
  | 'header-too-long'
  | 'too-many-items'
  | 'too-large' // for a format that is held whole while it is read
  | 'archive' // files in a file
  | 'ambiguous-separator' // a line in a message that may begin another message
  | 'digest-mismatch'; // a record that differs from the digest that it carries

export type Fault = Readonly<{ code: FaultCode; message: string }>;

/** What a reader of a format says of an item. */
export type FoundItem = Readonly<{
  /** From 1, in the order of the exhibit. */
  number: number;
  kind: ItemKind;
  /** Bytes from the beginning of the exhibit, as it was produced. */
  offset: number;
  length: number;
  /** UTC to the millisecond. Absent: the item states no instant, or not one only. */
  at?: string;
  /** Mail: normalised addresses of sender and recipients. WARC: the target URI. */
  accounts: readonly string[];
  category?: DataCategory;
  /** For people who look at the items; never leaves unsealed. */
  title?: string;
  /** The item's place is known, but not what it says: it is never in scope. */
  fault?: Fault;
}>;

/** An item with the SHA-256 of its bytes, taken while the exhibit was hashed. */
export type Item = FoundItem & Readonly<{ sha256: string }>;

/**
 * Finds the items of one format, in the order of their places, none over another.
 * @throws ExhibitFault, also after some items: then nothing of the exhibit counts as read
 */
export type ReadItems = (source: ByteSource) => AsyncIterable<FoundItem>;

/** What stands around items, so that those that leave are again a file of the format. */
export type Frame = Readonly<{ before: Uint8Array; between: Uint8Array; after: Uint8Array }>;

export type Exhibit = Readonly<{
  /** The name given by who produced it; text from outside. */
  name: string;
  sha256: string;
  /** Its bytes as they were produced, wherever they are kept. */
  source: ByteSource;
  format: ExhibitFormat;
  items: readonly Item[];
  /** In a file that is not items alone: the header row of a table, the brackets of a list. Absent: joined as they are. */
  frame?: Frame;
  /** Why the exhibit is opaque. */
  fault?: Fault;
}>;

/** Found while a file is read: the whole file is then one opaque exhibit. */
export class ExhibitFault extends Error {
  readonly fault: Fault;

  constructor(code: FaultCode, message: string) {
    super(message);
    this.name = 'ExhibitFault';
    this.fault = { code, message };
  }
}
