import { limits } from '../limits.ts';
import { byteReader } from './byte-reader.ts';
import { streamOf, windowOf, type ByteSource } from './byte-source.ts';
import { gzipMember } from './gzip.ts';
import { ExhibitFault, type FoundItem } from './item.ts';
import { readRecord, type RecordFacts } from './warc-record.ts';

/** WARC files: records one after the other, or each in a gzip member of its own (ISO 28500:2017 annex D). */

/** Items that cover the file exactly. @throws ExhibitFault */
export async function* readWarc(source: ByteSource): AsyncGenerator<FoundItem> {
  const reader = byteReader(streamOf(source));
  for (let offset = 0, number = 1; !(await reader.isAtEnd()); number += 1) {
    const { size, facts } = await readRecord(reader, offset);
    yield { number, kind: 'warc-record', offset, length: size, ...facts };
    offset += size;
  }
}

/** An item is a gzip member as it stands, so that released records are the produced bytes. @throws ExhibitFault */
export async function* readWarcGz(source: ByteSource): AsyncGenerator<FoundItem> {
  const window = windowOf(source);
  let left = Math.max(limits.inflatedBytes, limits.inflatedTimes * source.size);
  for (let offset = 0, number = 1; offset < source.size; number += 1) {
    const member = gzipMember(window, offset, left);
    const facts = await recordIn(member.content, offset);
    const { end, size } = member.ended();
    yield { number, kind: 'warc-record', offset, length: end - offset, ...facts };
    left -= size;
    offset = end;
  }
}

/** A member that is cut or broken is said to be so, whatever the part of it that was read looked like. */
async function recordIn(content: AsyncIterable<Uint8Array>, offset: number): Promise<RecordFacts> {
  let broken: unknown;
  const reader = byteReader(watched(content, (error) => (broken = error)));
  try {
    const { facts } = await readRecord(reader, offset);
    if (await reader.isAtEnd()) return facts;
  } catch (error) {
    if (error === broken || !(error instanceof ExhibitFault)) throw error;
  }
  await reader.pass(Infinity, () => undefined);
  throw new ExhibitFault('not-per-record', `the gzip member at byte ${offset} does not hold exactly one record`);
}

/** Tells a fault of the compression from one of the record inside. */
async function* watched(
  content: AsyncIterable<Uint8Array>,
  failed: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    failed(error);
    throw error;
  }
}
