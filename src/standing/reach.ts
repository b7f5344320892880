import type { Mandate } from '../authorisation/mandate.ts';
import { isTestState } from '../request/fields.ts';

/** Which cases a mandate reaches, before any question of what may be done with them. Absent means none. */

export type CaseParties = Readonly<{
  authority: string;
  requestingAuthority: string;
  requestedState: string;
  provider: string | null;
}>;

export type ReachFilter = Readonly<{
  by: 'authority' | 'requestingAuthority' | 'provider' | 'requestedState';
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
    case 'person-concerned':
    case 'prosecutor':
    case 'overseer':
    case 'data-protection-officer':
    case 'registrar':
      return undefined;
  }
}

export function reaches(mandate: Mandate, parties: CaseParties): boolean {
  const needed = reach(mandate);
  return needed !== undefined && parties[needed.by] === needed.is;
}

/** Whether a message that names `named` is meant for, or comes from, `own`. `XX` fits every test State and no real one. */
export const namesState = (named: string, own: string): boolean =>
  named === own || (named === 'XX' && isTestState(own));
