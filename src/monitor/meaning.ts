import type { LeafKind, OpenLeaf } from '../transparency/leaf.ts';
import type { Check } from './check.ts';

/** What a leaf says that the leaves before it do not bear out. */
type Code =
  | 'no-request' // something was done in a case that nobody had asked for
  | 'no-grant' // a court authorised what no officer had granted
  | 'no-authorisation' // evidence was produced or released without a court before it
  | 'no-production' // released, and nothing was produced
  | 'no-release' // collected, and nothing was released
  | 'no-acceptance'; // used, destroyed or asked about without conditions accepted, or answered without a question;

type Rule = Readonly<{ code: Code; oneOf: readonly string[] }>;

/** What must stand in the log before a leaf of a kind, of the same case; a kind with an outcome is named with it. */
const before: Readonly<Partial<Record<LeafKind, Rule>>> = {
  request: { code: 'no-request', oneOf: [] },
  authorisation: { code: 'no-grant', oneOf: ['decision granted', 'decision narrowed'] },
  production: { code: 'no-authorisation', oneOf: ['authorisation granted', 'authorisation narrowed'] },
  release: { code: 'no-production', oneOf: ['production'] },
  collection: { code: 'no-release', oneOf: ['release'] },
  acceptance: { code: 'no-release', oneOf: ['collection'] },
  'consent-request': { code: 'no-acceptance', oneOf: ['acceptance'] },
  consent: { code: 'no-acceptance', oneOf: ['consent-request'] },
  'consent-ruling': { code: 'no-acceptance', oneOf: ['consent proposed'] },
  use: { code: 'no-acceptance', oneOf: ['acceptance'] },
  'destruction-receipt': { code: 'no-acceptance', oneOf: ['acceptance'] },
  breach: { code: 'no-release', oneOf: ['collection'] },
};

/** Whatever else is done in a case: somebody had asked for it. */
const atLeast: Rule = { code: 'no-request', oneOf: ['request'] };

/**
 * Reads the leaves in their order. The keyed link joins the leaves of one case without saying which case it is, so
 * anybody can see that a release had its authorisation. What was sealed is read when it is opened, in its order.
 */
export function checkOrder(): Check {
  const cases = new Map<string, Set<string>>();
  return {
    see: (leaf, index) => {
      if (leaf.case === undefined) return [];
      const past = cases.get(leaf.case) ?? new Set();
      const { code, oneOf } = before[leaf.kind] ?? atLeast;
      const borneOut = oneOf.length === 0 || oneOf.some((each) => past.has(each));
      past.add(leaf.outcome === undefined ? leaf.kind : `${leaf.kind} ${leaf.outcome}`);
      cases.set(leaf.case, past);
      return borneOut ? [] : [{ index, code, says: `a ${leaf.kind} of ${leaf.authority} without what must come before it` }]; // prettier-ignore
    },
  };
}

/** An authority's month never lies before the month of its leaf before. */
export function checkMonths(): Check {
  const months = new Map<string, string>();
  return {
    see: ({ authority, month }: OpenLeaf, index, opened) => {
      if (opened) return [];
      const last = months.get(authority);
      months.set(authority, month);
      return last !== undefined && month < last
        ? [{ index, code: 'time-goes-back', says: `${authority} logs ${month} after ${last}` }]
        : [];
    },
  };
}
