import type { Mandate } from '../authorisation/mandate.ts';
import { isTestState } from '../request/fields.ts';

/** Which cases a mandate reaches, before any question of what may be done with them. Absent means none. */

export type CaseParties = Readonly<{
  authority: string;
  requestingAuthority: string;
  requestedState: string;
  requestingState: string;
  provider: string | null;
  /** The prosecutors (mandates) before whom an emergency lies. */
  prosecutors?: readonly string[];
}>;

export type ReachFilter = Readonly<{
  /** `eitherState`: on one side or the other. `assigned`: by mandate. */
  by: 'authority' | 'requestingAuthority' | 'provider' | 'requestedState' | 'eitherState' | 'assigned';
  is: string;
}>;

/** What a case must have in common with the mandate; `undefined` for a role that reads no cases. */
export function reach(mandate: Mandate): ReachFilter | undefined {
  switch (mandate.role) {
    case 'case-officer':
    case 'second-officer':
      return { by: 'authority', is: mandate.authority };
    case 'judge':
      return { by: 'requestedState', is: mandate.state };
    case 'provider':
      return { by: 'provider', is: mandate.authority };
    case 'requesting-officer':
      return { by: 'requestingAuthority', is: mandate.authority };
    case 'prosecutor':
      return { by: 'assigned', is: mandate.id };
    case 'overseer':
      return { by: 'eitherState', is: mandate.state };
    case 'person-concerned':
    case 'data-protection-officer':
    case 'registrar':
      return undefined;
  }
}

export function reaches(mandate: Mandate, parties: CaseParties): boolean {
  const needed = reach(mandate);
  if (needed === undefined) return false;
  const { by, is } = needed;
  if (by === 'eitherState') return parties.requestedState === is || parties.requestingState === is;
  return by === 'assigned' ? (parties.prosecutors?.includes(is) ?? false) : parties[by] === is;
}
/** Whether a message that names `named` is meant for, or comes from, `own`. `XX` fits every test State and no real one. */
export const namesState = (named: string, own: string): boolean =>
  named === own || (named === 'XX' && isTestState(own));
