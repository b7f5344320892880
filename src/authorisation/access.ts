import type { Case } from '../request/case.ts';
import { limits } from '../limits.ts';
import type { Mandate, Role } from './mandate.ts';

/**
 * Why a person may open a case within reach: it is assigned to them; they broke the glass, and not long ago; it lies
 * before their court or binds their provider; or they watch over all of them.
 */
export type Basis = 'assignment' | 'broken-glass' | 'office' | 'oversight';

/** Officers open the cases that are assigned to them, not those of the whole authority. */
export const assignedRoles = [
  'case-officer',
  'second-officer',
  'requesting-officer',
] as const satisfies readonly Role[];

export const needsAssignment = (role: Role): boolean => (assignedRoles as readonly Role[]).includes(role);

/** @returns `undefined` where the case stays closed to this person, who sees its line in the list and no more. */
export function basisOf(
  mandate: Mandate,
  subject: Pick<Case, 'assigned' | 'glass'>,
  mandates: readonly Mandate[],
  at: string,
): Basis | undefined {
  if (mandate.role === 'overseer') return 'oversight';
  if (!needsAssignment(mandate.role)) return 'office';
  const own = sameOffice(mandate, mandates);
  if (assignedTo(subject, mandate.authority).some((id) => own.has(id))) return 'assignment';
  const since = new Date(Date.parse(at) - limits.glassHours * 3_600_000).toISOString();
  return subject.glass.some((broken) => own.has(broken.by) && broken.at > since) ? 'broken-glass' : undefined;
}

/** Breaking the glass opens a case for reading; to act on it, it must be assigned. */
export const worksOn = (basis: Basis | undefined): boolean => basis === 'assignment' || basis === 'office';

/** The officers of an authority to whom a case is assigned, by mandate. */
export const assignedTo = ({ assigned }: Pick<Case, 'assigned'>, authority: string): readonly string[] =>
  assigned[authority] ?? [];

/** Every mandate of one person in one role at one authority: a renewed mandate keeps its cases. */
export const sameOffice = (mandate: Mandate, mandates: readonly Mandate[]): ReadonlySet<string> =>
  new Set([
    mandate.id,
    ...mandates
      .filter(
        ({ person, role, authority }) =>
          person === mandate.person && role === mandate.role && authority === mandate.authority,
      )
      .map(({ id }) => id),
  ]);

/**
 * On whom of several a new case falls: by the first digits of its random id, so that cases spread evenly and nobody
 * chooses who gets which. @returns `undefined` where there is nobody
 */
export function onDuty<M extends Mandate>(officers: readonly M[], caseId: string): M | undefined {
  const inOrder = officers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return inOrder[Number.parseInt(caseId.slice(0, 8), 16) % inOrder.length];
}
