import type { DataCategory, Target } from '../request/request.ts';
import type { Scope } from '../request/scope.ts';
import { accountName, ipName, phoneName } from './columns.ts';
import type { Item } from './item.ts';
import { normalAddress } from './mail-address.ts';
import type { WithholdingReason } from './withholding.ts';

/**
 * Whether an item is inside a scope. Unknown is never in scope: an item that states no instant, no account or no
 * category that the order names stays with who holds it. Rules in words: docs/spec/hand-over.md.
 */

export type Match =
  | Readonly<{ inScope: true; account: Target; at: string; category: DataCategory }>
  | Readonly<{ inScope: false; reasons: readonly WithholdingReason[] }>;

/** All reasons that hold are named, in the order of `withholdingReasons`. */
export function matches(item: Item, scope: Scope): Match {
  if (item.kind === 'opaque') return { inScope: false, reasons: ['opaque'] };
  if (item.fault) return { inScope: false, reasons: ['broken-item'] };
  const account = scope.targets.find((target) => item.accounts.some((account) => isOf(account, target, item.kind)));
  const reasons: WithholdingReason[] = [];
  if (item.at === undefined) reasons.push('no-date');
  // UTC to the millisecond on both sides, so instants compare as strings; the end is exclusive.
  else if (item.at < scope.period.from || item.at >= scope.period.until) reasons.push('outside-period');
  if (item.accounts.length === 0) reasons.push('no-account');
  else if (account === undefined) reasons.push('other-account');
  const category = scope.dataCategories.find((allowed) => allowed === item.category);
  if (category === undefined) reasons.push('other-category');
  if (account === undefined || category === undefined || item.at === undefined || reasons.length > 0) {
    return { inScope: false, reasons };
  }
  return { inScope: true, account, at: item.at, category };
}

/** Mail is of an address; a web record is of a URL; a row is of what its columns name. */
function isOf(account: string, target: Target, kind: Item['kind']): boolean {
  switch (target.kind) {
    case 'email':
    case 'account':
      if (kind === 'row') return account === accountName(target.value);
      return kind === 'mail' && account === normalAddress(target.value);
    case 'url':
      return (kind === 'warc-record' || kind === 'har-entry') && isUnder(account, target.value);
    case 'phone':
      return kind === 'row' && account === phoneName(target.value);
    case 'ip':
      return kind === 'row' && account === ipName(target.value);
  }
}

/**
 * Same origin, and the target's path or one below it: `/a` covers `/a` and `/a/b`, not `/ab`. A target with a query
 * covers that query only. Percent-encoding and dots are resolved as a browser does (WHATWG URL).
 */
export function isUnder(uri: string, target: string): boolean {
  const [one, limit] = [httpUrl(uri), httpUrl(target)];
  if (one === undefined || limit === undefined || one.origin !== limit.origin) return false;
  if (limit.search !== '') return one.pathname === limit.pathname && one.search === limit.search;
  return one.pathname === limit.pathname || one.pathname.startsWith(limit.pathname.replace(/\/?$/, '/'));
}

function httpUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}
