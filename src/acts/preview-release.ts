import { matches } from '../evidence/matches.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Reader } from '../store/reader.ts';
import { refused, type Refused } from './answer.ts';
import { admit } from './perform.ts';
import { producedExhibits } from './produced-exhibits.ts';

export type PreviewItem = Readonly<{
  exhibit: string;
  number: number;
  at?: string;
  category?: string;
  title?: string;
  /** Why it stays, in codes; absent for what leaves. */
  withheld?: string;
}>;

/** What would leave and what would stay. Lists are cut to a page; the counts are whole. */
export type ReleasePreview = Readonly<{
  kind: 'preview';
  releasedCount: number;
  withheldCount: number;
  released: readonly PreviewItem[];
  withheld: readonly PreviewItem[];
}>;

const longest = 200;

/** The officer sees, item by item, what the order lets out and what it keeps back. Nothing is changed. */
export async function previewRelease(
  input: { mandate: string; caseId: string },
  tools: { store: Reader; blobs: Blobs; now: () => string },
): Promise<ReleasePreview | Refused> {
  const admitted = await admit('release', input, tools);
  if ('kind' in admitted) return admitted;
  const scope = admitted.subject.authorised?.body.scope;
  if (scope === undefined) return refused('not-open');
  const exhibits = await producedExhibits(admitted.subject, tools.blobs);
  if (exhibits === undefined) return refused('evidence-destroyed');
  const items = exhibits.flatMap((exhibit) =>
    exhibit.items.map((item): PreviewItem => {
      const match = matches(item, scope);
      return {
        exhibit: exhibit.name,
        number: item.number,
        ...(item.at === undefined ? {} : { at: item.at }),
        ...(item.category === undefined ? {} : { category: item.category }),
        ...(item.title === undefined ? {} : { title: item.title }),
        ...(match.inScope ? {} : { withheld: match.reasons.join(', ') }),
      };
    }),
  );
  const released = items.filter(({ withheld }) => withheld === undefined);
  const withheld = items.filter((item) => item.withheld !== undefined);
  return {
    kind: 'preview',
    releasedCount: released.length,
    withheldCount: withheld.length,
    released: released.slice(0, longest),
    withheld: withheld.slice(0, longest),
  };
}
