import { dataCategories, type DataCategory } from '../request/request.ts';
import { normalAddress } from './mail-address.ts';

/**
 * What a row of a table says of itself. Columns are recognised by their names and by nothing else: the names are stated
 * here and in docs/spec/hand-over.md, and whoever hands in a table with other names can write these in its first row.
 */

/** Compared without case, with spaces and hyphens as underscores. */
const accountColumns = new Set(['account', 'account_id', 'user', 'user_id', 'username', 'email', 'email_address', 'from', 'to']); // prettier-ignore
const phoneColumns = new Set(['phone', 'phone_number', 'msisdn']);
const ipColumns = new Set(['ip', 'ip_address']);
const dateColumns = new Set(['at', 'date', 'time', 'datetime', 'timestamp', 'created_at', 'occurred_at', 'event_time']);
const categoryColumn = 'data_category';

export type RowFacts = Readonly<{ at?: string; accounts: readonly string[]; category?: DataCategory; title: string }>;

const normalName = (name: string): string => name.trim().toLowerCase().replaceAll(/[ -]/g, '_');

/** Whether rows can be attributed at all: some column names an account, and exactly one names the instant. */
export function isAttributable(names: readonly string[]): boolean {
  const normal = names.map(normalName);
  const dates = normal.filter((name) => dateColumns.has(name));
  return normal.some(isAccountLike) && dates.length === 1 && new Set(normal).size === normal.length;
}

const isAccountLike = (name: string): boolean =>
  accountColumns.has(name) || phoneColumns.has(name) || ipColumns.has(name);

/**
 * A row by its columns. Without a column `data_category` it counts as content, as mail does: what it is was not said, and
 * content is what is protected most. A value that is no category makes it one that no order names.
 */
export function rowFacts(cells: readonly (readonly [name: string, value: string])[]): RowFacts {
  const named = cells.map(([name, value]) => [normalName(name), value.trim()] as const);
  // Two columns of one name: which of them a reader believes is not for us to say.
  const isClear = new Set(named.map(([name]) => name)).size === named.length;
  const dates = isClear ? named.filter(([name]) => dateColumns.has(name)) : [];
  const at = dates.length === 1 ? instantOf(dates[0]?.[1] ?? '') : undefined;
  const stated = named.find(([name]) => name === categoryColumn)?.[1];
  const category = stated === undefined ? 'content' : dataCategories.find((each) => each === stated);
  return {
    ...(at === undefined ? {} : { at }),
    accounts: isClear ? named.flatMap(([name, value]) => accountOf(name, value) ?? []) : [],
    ...(category === undefined ? {} : { category }),
    title: named.map(([, value]) => value).join(' · ').slice(0, 200), // prettier-ignore
  };
}

/** An account name stands as it is, an address in its one form; numbers and addresses of machines say what they are. */
function accountOf(name: string, value: string): string | undefined {
  if (value === '') return undefined;
  if (accountColumns.has(name)) return accountName(value);
  if (phoneColumns.has(name)) return phoneName(value);
  return ipColumns.has(name) ? ipName(value) : undefined;
}

export const accountName = (value: string): string => normalAddress(value) ?? value;
/** E.164, with or without the plus sign and the marks that people put between digits. */
export const phoneName = (value: string): string => `tel:${value.replaceAll(/[ ().-]/g, '').replace(/^\+/, '')}`;
export const ipName = (value: string): string => `ip:${value.toLowerCase()}`;

/** RFC 3339, always with a zone: a local time names no instant. UTC to the millisecond; `undefined` for anything else. */
export function instantOf(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  try {
    const at = Temporal.Instant.from(text).round({ smallestUnit: 'millisecond', roundingMode: 'floor' });
    const utc = at.toString({ fractionalSecondDigits: 3 });
    return /^\d{4}-/.test(utc) ? utc : undefined;
  } catch (error) {
    // A day that does not exist, an hour 24.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
