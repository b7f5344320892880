import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { limits } from '../limits.ts';
import { streamOf, type ByteSource } from './byte-source.ts';
import { isAttributable, rowFacts } from './columns.ts';
import { ExhibitFault, type FoundItem, type Frame } from './item.ts';

/**
 * CSV (RFC 4180): a header row, then one item a row. Strict: commas, quotes round whole fields only, the same number of
 * fields in every row, one kind of line end, UTF-8.
 */

type Row = Readonly<{ cells: readonly string[]; until: number }>;

/** A first row, within what was read of the file, whose columns say whose a row is and when. */
export async function looksLikeCsv(source: ByteSource): Promise<boolean> {
  try {
    const header = await headerOf(source);
    return header !== undefined && isAttributable(header.cells);
  } catch (error) {
    if (error instanceof ExhibitFault) return false;
    throw error;
  }
}

/** @throws ExhibitFault */
export async function* readCsv(source: ByteSource): AsyncGenerator<FoundItem> {
  let names: readonly string[] | undefined;
  let offset = 0;
  let number = 0;
  for await (const { cells, until } of rows(streamOf(source))) {
    if (names === undefined) names = cells;
    else {
      const columns = names;
      number += 1;
      const facts = rowFacts(cells.map((value, index) => [columns[index] ?? '', value]));
      yield { number, kind: 'row', offset, length: until - offset, ...facts };
    }
    offset = until;
  }
  if (number === 0) throw new ExhibitFault('malformed', 'a table without rows');
}

/** The header row, as it was produced. */
export async function csvFrame(source: ByteSource): Promise<Frame> {
  const header = await headerOf(source);
  if (header === undefined) throw new Error('a table that was read has a header row');
  return { before: await source.read(0, header.until), between: none, after: none };
}

const none = new Uint8Array();

/** Only the first row is parsed, so that a fault further in is found, and named, when all are read. */
async function headerOf(source: ByteSource): Promise<Row | undefined> {
  const head = await source.read(0, limits.tableRowBytes);
  for await (const row of parsed([head], 1)) return row;
  return undefined;
}

const rows = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Row> => parsed(utf8(bytes));

/** @param most rows @throws ExhibitFault */
async function* parsed(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, most?: number): AsyncGenerator<Row> {
  const parser = parse({ info: true, bom: false, max_record_size: limits.tableRowBytes, ...(most && { to: most }) });
  // What fails on either side ends the reading below; the callback has nothing to add.
  pipeline(Readable.from(bytes), parser, () => undefined);
  try {
    for await (const each of parser) {
      const { record, info } = each as { record: string[]; info: { bytes: number } };
      yield { cells: record, until: info.bytes };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ExhibitFault(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'truncated' : 'malformed', error.message);
  }
}

/** The bytes as they are, once they are known to be text. @throws ExhibitFault */
async function* utf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const piece of bytes) {
    const text = decode(() => decoder.decode(piece, { stream: true }));
    if (text.includes('\0')) throw new ExhibitFault('malformed', 'a NUL in a table');
    yield piece;
  }
  decode(() => decoder.decode());
}

function decode(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (error instanceof TypeError) throw new ExhibitFault('malformed', 'not text in UTF-8');
    throw error;
  }
}
