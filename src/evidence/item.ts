import type { DataCategory } from '../request/request.ts';

/**
 * An evidence file is an exhibit, an exhibit holds items: a mail message, a WARC record. Items lie one after the other
 * and cover their exhibit exactly, so that a released item is the same bytes that were produced.
 */

export type ItemKind = 'mail' | 'warc-record' | 'opaque';
export type ExhibitFormat = 'mbox' | 'eml' | 'warc' | 'warc-gz' | 'opaque';

export type FaultCode =
  | 'unrecognised' // none of the formats that can be read item by item
  | 'truncated' // the file ends inside an item
  | 'malformed' // the format's grammar is broken
  | 'length-mismatch' // a stated length leads somewhere else
  | 'not-per-record' // compressed so that one record cannot be taken out byte for byte
  | 'inflates-too-much'
  | 'header-too-long'
  | 'too-many-items'
  | 'ambiguous-separator' // a line in a message that may begin another message
  | 'digest-mismatch'; // a record that differs from the digest that it carries

export type Fault = Readonly<{ code: FaultCode; message: string }>;

export type Item = Readonly<{
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

export type Exhibit = Readonly<{
  /** The name given by who produced it; text from outside. */
  name: string;
  sha256: string;
  bytes: Uint8Array;
  format: ExhibitFormat;
  items: readonly Item[];
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

export const itemBytes = (exhibit: Exhibit, item: Item): Uint8Array =>
  exhibit.bytes.subarray(item.offset, item.offset + item.length);
