import type { Mandate } from './mandate.ts';

/**
 * Nobody authorises what they had a hand in (mission C1): the court's person is neither the one who decided nor the one
 * who asked, and sits at another authority than either.
 */
export function isSeparate(judge: Mandate, others: readonly Mandate[]): boolean {
  return others.every((other) => other.person !== judge.person && other.authority !== judge.authority);
}
