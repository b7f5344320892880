import type { OpenLeaf } from '../transparency/leaf.ts';
import { LogError } from '../transparency/log-error.ts';
import { openSealed, type SealedLeaf } from '../transparency/sealed-leaf.ts';
import type { Fault } from './check.ts';

/** The leaves that are sealed now, and what became of the others: nothing is hidden for ever. */
export type Secrecy = Readonly<{
  seal: (leaf: SealedLeaf, index: number) => void;
  /** An opening or an extension. @returns what it opened, in order, and what is wrong with it */
  see: (leaf: OpenLeaf, index: number) => Readonly<{ opened: readonly OpenLeaf[]; faults: readonly Fault[] }>;
  /** What should have been opened before this month. */
  end: (month: string) => readonly Fault[];
}>;

type Held = { leaf: SealedLeaf; openBy: string };

export function openSecrecy(): Secrecy {
  const held = new Map<number, Held>();
  return {
    seal: (leaf, index) => {
      held.set(index, { leaf, openBy: leaf.openBy });
    },
    see: (leaf, index) => {
      if (leaf.kind === 'secrecy-extension') return { opened: [], faults: extend(held, leaf, index) };
      const found = (leaf.openings ?? []).map((opening) => open(held, opening, leaf.month, index));
      return { opened: found.flatMap(({ inside }) => inside ?? []), faults: found.flatMap(({ faults }) => faults) };
    },
    end: (month) =>
      [...held]
        .filter(([, { openBy }]) => openBy < month)
        .map(([index, { openBy }]) => ({ index, code: 'overdue-opening', says: `it was to be opened by ${openBy}, and is sealed` })), // prettier-ignore
  };
}

function open(
  held: Map<number, Held>,
  opening: NonNullable<OpenLeaf['openings']>[number],
  month: string,
  index: number,
): { inside?: OpenLeaf; faults: Fault[] } {
  const sealed = held.get(opening.index);
  if (sealed === undefined) return { faults: [{ index, code: 'nothing-sealed', says: `it opens leaf ${opening.index}, which is not sealed` }] }; // prettier-ignore
  try {
    const inside = openSealed(sealed.leaf, opening);
    held.delete(opening.index);
    const faults = month > sealed.openBy ? [{ index, code: 'late-opening', says: `leaf ${opening.index} was to be opened by ${sealed.openBy}` }] : []; // prettier-ignore
    return { inside, faults };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return { faults: [{ index, code: 'opening-mismatch', says: `leaf ${opening.index} does not say that: ${error.message}` }] }; // prettier-ignore
  }
}

function extend(held: Map<number, Held>, leaf: OpenLeaf, index: number): Fault[] {
  const faults: Fault[] = [];
  if (!/^[a-z]{2}-court(?:-|$)/.test(leaf.authority)) faults.push({ index, code: 'no-court', says: `${leaf.authority} is no court` }); // prettier-ignore
  for (const each of leaf.sealed ?? []) {
    const sealed = held.get(each);
    if (sealed === undefined) {
      faults.push({ index, code: 'nothing-sealed', says: `it extends leaf ${each}, which is not sealed` });
      continue;
    }
    if (leaf.month > sealed.openBy) faults.push({ index, code: 'late-extension', says: `leaf ${each} was to be opened by ${sealed.openBy}` }); // prettier-ignore
    sealed.openBy = leaf.openBy ?? sealed.openBy;
  }
  return faults;
}
