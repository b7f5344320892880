import { limits } from '../../limits.ts';
import type { StoredLeaf } from '../../store/rows.ts';
import type { LeafKind } from '../../transparency/leaf.ts';
import { kindOf } from '../../transparency/log-directory.ts';
import { parseAnyLeaf } from '../../transparency/sealed-leaf.ts';
import type { Door } from '../door.ts';

/** Which leaves of the public log a reader asks for. */
export type Filter = Readonly<{ month?: string | undefined; kind?: LeafKind | 'sealed' | undefined }>;

/** Leaves of one page, the newest first, and from where an older page goes on; absent where there is none. */
export type Found = Readonly<{ leaves: readonly StoredLeaf[]; older?: number }>;

/**
 * Leaves below `until` that fit, newest first. Months follow each other in the log, so a month is found by halving; a kind
 * is looked for leaf by leaf, in so many leaves as one page may read.
 */
export async function findLeaves({ logBook }: Pick<Door, 'logBook'>, filter: Filter, until: number): Promise<Found> {
  const { month, kind } = filter;
  const monthAt = async (index: number): Promise<string> => {
    const [leaf] = await logBook.leaves(index, index + 1);
    return leaf === undefined ? '' : parseAnyLeaf(leaf.bytes).month;
  };
  const end = month === undefined ? until : Math.min(until, await firstWhere(until, async (at) => (await monthAt(at)) > month)); // prettier-ignore
  const begin = month === undefined ? 0 : await firstWhere(until, async (at) => (await monthAt(at)) >= month);
  const found: StoredLeaf[] = [];
  let at = end;
  while (at > begin && found.length < limits.leavesPerPage && end - at < limits.leavesSearched) {
    const from = Math.max(begin, at - (kind === undefined ? limits.leavesPerPage : 256));
    const chunk = (await logBook.leaves(from, at)).toReversed();
    for (const leaf of chunk) {
      at = leaf.index;
      const read = parseAnyLeaf(leaf.bytes);
      if ((month === undefined || read.month === month) && (kind === undefined || kindOf(read) === kind)) found.push(leaf); // prettier-ignore
      if (found.length === limits.leavesPerPage) break;
    }
    if (chunk.length === 0) break;
  }
  return { leaves: found, ...(at > begin && { older: at }) };
}

/** The first number below `size` for which it holds, where it holds for all that follow; `size` where there is none. */
async function firstWhere(size: number, holds: (at: number) => Promise<boolean>): Promise<number> {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Every month from the first leaf's to the last's, the newest first. */
export async function monthsOf({ logBook }: Pick<Door, 'logBook'>, size: number): Promise<string[]> {
  if (size === 0) return [];
  const [[first], [last]] = await Promise.all([logBook.leaves(0, 1), logBook.leaves(size - 1, size)]);
  if (first === undefined || last === undefined) return [];
  const [begin, end] = [first, last].map(({ bytes }) => Temporal.PlainYearMonth.from(parseAnyLeaf(bytes).month));
  if (begin === undefined || end === undefined) return [];
  const months: string[] = [];
  for (let at = end; Temporal.PlainYearMonth.compare(at, begin) >= 0 && months.length < 120; at = at.subtract({ months: 1 })) months.push(at.toString()); // prettier-ignore
  return months;
}
