// docs/spec/leaf.md: each authority's open leaves name the one before, so that one left out shows as a gap.
import { LogError } from './log-error.ts';

/** Where a leaf stands in its authority's chain. */
export type Link = Readonly<{ authority: string; previous: string | undefined }>;

/** The chains of some consecutive leaves: what the first of each authority names, and the hash (hex) of its last. */
export type Chains = Readonly<{
  firsts: Map<string, Readonly<{ index: number; previous: string | undefined }>>;
  lasts: Map<string, string>;
}>;

export const emptyChains = (): Chains => ({ firsts: new Map(), lasts: new Map() });

/** Adds the next leaf. @throws LogError leaf-chain where it does not follow the one of its authority that is there */
export function follow(chains: Chains, { authority, previous }: Link, index: number, hash: Uint8Array): void {
  const last = chains.lasts.get(authority);
  if (last === undefined) chains.firsts.set(authority, { index, previous });
  else if (previous !== last) throw gap(index, authority);
  chains.lasts.set(authority, hash.toHex());
}

/**
 * Adds the leaves that come after. From an empty beginning: a first leaf of an authority names none.
 * @throws LogError leaf-chain
 */
export function joinChains(before: Chains, after: Chains): void {
  for (const [authority, { index, previous }] of after.firsts)
    if (previous !== before.lasts.get(authority)) throw gap(index, authority);
  for (const [authority, hash] of after.lasts) before.lasts.set(authority, hash);
}

const gap = (index: number, authority: string): LogError =>
  new LogError('leaf-chain', `leaf ${index} does not follow the leaf of ${authority} before it`);
