import { sha256Hex } from '../canonical.ts';
import type { DataCategory, Target } from '../request/request.ts';
import type { Scope } from '../request/scope.ts';
import { itemBytes, type Exhibit, type ExhibitFormat } from './item.ts';
import { matches } from './matches.ts';
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
  bytes: Uint8Array;
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
  opaque: 'bin',
};

/**
 * @param seed 32 random bytes that stay with the producing authority: with them a withheld item can later be shown to
 * have existed, without them its hash says nothing (withheld.ts).
 */
export function minimise(exhibits: readonly Exhibit[], scope: Scope, seed: Uint8Array): Minimised {
  const files: ReleasedFile[] = [];
  const items: ReleasedItem[] = [];
  const withheld: WithheldItem[] = [];
  for (const [index, exhibit] of exhibits.entries()) {
    const file = `exhibit-${String(index + 1).padStart(2, '0')}.${extensions[exhibit.format]}`;
    const parts: Uint8Array[] = [];
    let offset = 0;
    for (const item of exhibit.items) {
      const bytes = itemBytes(exhibit, item);
      const match = matches(item, scope);
      if (!match.inScope) {
        withheld.push({ hash: withheldHash(seed, exhibit.sha256, item.number, bytes), reasons: match.reasons });
        continue;
      }
      const { at, account, category } = match;
      parts.push(bytes);
      const sha256 = sha256Hex(bytes);
      items.push({ file, number: parts.length, offset, length: bytes.length, sha256, at, category, account });
      offset += bytes.length;
    }
    if (parts.length > 0) {
      files.push({ name: file, format: exhibit.format, exhibitSha256: exhibit.sha256, bytes: Buffer.concat(parts) });
    }
  }
  return { files, items, withheld: withheld.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)) };
}
