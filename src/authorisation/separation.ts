import type { Case } from '../request/case.ts';
import type { Mandate } from './mandate.ts';

/**
 * Nobody authorises what they had a hand in (mission C1): the court's person is none of those who ever acted on the case
 * otherwise, and sits at another authority than each of them.
 */
export function isSeparate(judge: Mandate, others: readonly Mandate[]): boolean {
  return others.every((other) => other.person !== judge.person && other.authority !== judge.authority);
}

/** Everybody who acted on a case, but for the court: what a judge does there is the court's one hand in it. */
export const handsIn = <M extends Mandate>(subject: Case, mandates: readonly M[]): readonly M[] =>
  mandates.filter(({ id, role }) => role !== 'judge' && subject.events.some(({ by }) => by === id));

/** One person acts on a case in one role: nobody asks, decides, authorises and executes it by turns, in any order. */
export const keepsRole = (mandate: Mandate, subject: Case, mandates: readonly Mandate[]): boolean =>
  mandates.every(
    ({ id, person, role }) =>
      person !== mandate.person || role === mandate.role || subject.events.every(({ by }) => by !== id),
  );
