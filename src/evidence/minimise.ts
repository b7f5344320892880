import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { DataCategory, Target } from '../request/request.ts';
import type { Scope } from '../request/scope.ts';
import { bytesSource, joined, sliceOf, streamOf, windowOf, type ByteSource } from './byte-source.ts';
import type { Exhibit, ExhibitFormat, Item } from './item.ts';
import { matches, type Match } from './matches.ts';
import { withheldHash } from './withheld.ts';
import type { WithholdingReason } from './withholding.ts';

/** Executes a scope: what is inside is released byte for byte, what is outside is withheld by salted hash and reason. */

export type ReleasedItem = Readonly<{
  /** The released file that holds it, and where. Numbers from 1, bytes from the beginning of that file. */
  file: string;
  number: number;
  offset: number;
  length: number;
  sha256: string;
  at: string;
  category: DataCategory;
  /** The target of the order that it belongs to; nobody else's address leaves unsealed. */
  account: Target;
}>;

export type ReleasedFile = Readonly<{
  /** Neutral: the producer's own file names may name people. */
  name: string;
  format: ExhibitFormat;
  /** The exhibit that its items are taken from. */
  exhibitSha256: string;
  sha256: string;
  crc32: number;
  /** Read out of the exhibit, where it lies: nothing of it is copied before it is sealed. */
  source: ByteSource;
}>;

export type WithheldItem = Readonly<{ hash: string; reasons: readonly WithholdingReason[] }>;

export type Minimised = Readonly<{
  files: readonly ReleasedFile[];
  items: readonly ReleasedItem[];
  /** In the order of their hashes, which says nothing about where they lay. */
  withheld: readonly WithheldItem[];
}>;

const extensions: Readonly<Record<ExhibitFormat, string>> = {
  mbox: 'mbox',
  eml: 'eml',
  warc: 'warc',
  'warc-gz': 'warc.gz',
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  har: 'har',
  opaque: 'bin',
};

/**
 * @param seed 32 random bytes that stay with the producing authority: with them a withheld item can later be shown to
 * have existed, without them its hash says nothing (withheld.ts).
 */
export async function minimise(exhibits: readonly Exhibit[], scope: Scope, seed: Uint8Array): Promise<Minimised> {
  const files: ReleasedFile[] = [];
  const items: ReleasedItem[] = [];
  const withheld: WithheldItem[] = [];
  for (const [index, exhibit] of exhibits.entries()) {
    const name = `exhibit-${String(index + 1).padStart(2, '0')}.${extensions[exhibit.format]}`;
    const inside: Inside[] = [];
    for (const item of exhibit.items) {
      const match = matches(item, scope);
      if (match.inScope) inside.push({ item, match });
      else {
        const hash = withheldHash(seed, exhibit.sha256, item.number, item.sha256);
        withheld.push({ hash, reasons: match.reasons });
      }
    }
    if (inside.length === 0) continue;
    const released = partOf(exhibit, inside, name);
    for (const item of released.items) items.push(item);
    files.push({ name, format: exhibit.format, exhibitSha256: exhibit.sha256, ...(await measure(released.source)) });
  }
  return { files, items, withheld: withheld.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)) };
}

type Inside = Readonly<{ item: Item; match: Extract<Match, { inScope: true }> }>;

/** The items that leave, joined in their own format, and where each then stands. */
function partOf(
  { source, frame }: Exhibit,
  inside: readonly Inside[],
  file: string,
): { source: ByteSource; items: ReleasedItem[] } {
  const window = windowOf(source);
  const parts = [bytesSource(frame?.before ?? new Uint8Array())];
  const between = bytesSource(frame?.between ?? new Uint8Array());
  let offset = frame?.before.length ?? 0;
  const items = inside.map(({ item, match: { at, account, category } }, index): ReleasedItem => {
    if (index > 0 && between.size > 0) {
      parts.push(between);
      offset += between.size;
    }
    parts.push(sliceOf(window, item.offset, item.offset + item.length));
    const place = offset;
    offset += item.length;
    const { length, sha256 } = item;
    return { file, number: index + 1, offset: place, length, sha256, at, category, account };
  });
  parts.push(bytesSource(frame?.after ?? new Uint8Array()));
  return { source: joined(parts), items };
}

async function measure(source: ByteSource): Promise<Pick<ReleasedFile, 'sha256' | 'crc32' | 'source'>> {
  const hash = createHash('sha256');
  let sum = 0;
  for await (const piece of streamOf(source)) {
    hash.update(piece);
    sum = crc32(piece, sum);
  }
  return { sha256: hash.digest('hex'), crc32: sum, source };
}
