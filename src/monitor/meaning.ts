import type { LeafKind, OpenLeaf } from '../transparency/leaf.ts';

/** What a leaf says that the leaves before it do not bear out. */
export type MeaningFault = Readonly<{
  index: number;
  code:
    | 'no-request' // something was done in a case that nobody had asked for
    | 'no-grant' // a court authorised what no officer had granted
    | 'no-authorisation' // evidence was produced or released without a court before it
    | 'no-production' // released, and nothing was produced
    | 'no-release' // collected, and nothing was released
    | 'time-goes-back'; // an authority's month lies before the month of its leaf before
  says: string;
}>;

type Rule = Readonly<{ code: MeaningFault['code']; oneOf: readonly string[] }>;

/** What must stand in the log before a leaf of a kind, of the same case; a kind with an outcome is named with it. */
const before: Readonly<Partial<Record<LeafKind, Rule>>> = {
  request: { code: 'no-request', oneOf: [] },
  authorisation: { code: 'no-grant', oneOf: ['decision granted', 'decision narrowed'] },
  production: { code: 'no-authorisation', oneOf: ['authorisation granted', 'authorisation narrowed'] },
  release: { code: 'no-production', oneOf: ['production'] },
  collection: { code: 'no-release', oneOf: ['release'] },
};

/** Whatever else is done in a case: somebody had asked for it. */
const atLeast: Rule = { code: 'no-request', oneOf: ['request'] };

/**
 * Reads the leaves in their order. The keyed link joins the leaves of one case without saying which case it is, so
 * anybody can see that a release had its authorisation.
 */
export function openMeaning(): (leaf: OpenLeaf, index: number) => readonly MeaningFault[] {
  const cases = new Map<string, Set<string>>();
  const months = new Map<string, string>();
  return (leaf, index) => {
    const faults: MeaningFault[] = [];
    const last = months.get(leaf.authority);
    if (last !== undefined && leaf.month < last) faults.push({ index, code: 'time-goes-back', says: `${leaf.authority} logs ${leaf.month} after ${last}` }); // prettier-ignore
    months.set(leaf.authority, leaf.month);
    if (leaf.case === undefined) return faults;
    const past = cases.get(leaf.case) ?? new Set();
    const { code, oneOf } = before[leaf.kind] ?? atLeast;
    const borneOut = oneOf.length === 0 || oneOf.some((each) => past.has(each));
    if (!borneOut) faults.push({ index, code, says: `a ${leaf.kind} of ${leaf.authority} without what must come before it` }); // prettier-ignore
    past.add(leaf.outcome === undefined ? leaf.kind : `${leaf.kind} ${leaf.outcome}`);
    cases.set(leaf.case, past);
    return faults;
  };
}
