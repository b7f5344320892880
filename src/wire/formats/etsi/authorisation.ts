import type { Draft } from './draft.ts';
import { state } from './draft.ts';
import { entryOf, fault, partsOf, textOf } from './elements.ts';
import type { Notes } from './elements.ts';
import type { Hi1Object } from './objects.ts';
import { stateFlags } from './flags.ts';
import { authorisationShape } from './shapes.ts';

/** AuthorisationStatus (clause 7.2.5, table 7.6) of an authorisation that may be relied on. */
const inForce = new Set(['Approved', 'EmergencyApproval']);

/**
 * An AuthorisationObject (clause 7.2) states the asking State's own authority: its reference and its timespan. It does
 * not state who gave it, nor whether that body was independent: both stay absent.
 */
export function stateAuthorisation({ element }: Hi1Object, draft: Draft, notes: Notes): void {
  const parts = partsOf(element, authorisationShape, notes);
  for (const name of ['auth:AuthorisationStatus', 'auth:AuthorisationDesiredStatus'] as const) {
    const [status] = parts[name];
    const value = status === undefined ? undefined : entryOf(status, notes).value;
    if (status !== undefined && !inForce.has(value ?? '')) fault(notes, status, 'an authorisation that is approved');
  }
  const [reference] = parts['auth:AuthorisationReference'];
  state(draft, 'legalAuthorisation.reference', textOf(reference, notes), reference);
  const [created] = parts['auth:AuthorisationCreationTimestamp'];
  state(draft, 'legalAuthorisation.issuedAt', textOf(created, notes), created);
  const [timespan] = parts['auth:AuthorisationTimespan'];
  if (timespan !== undefined) {
    const times = partsOf(timespan, { 'auth:StartTime': 'maybe', 'auth:EndTime': 'maybe' }, notes);
    const [start] = times['auth:StartTime'];
    const [end] = times['auth:EndTime'];
    state(draft, 'legalAuthorisation.validFrom', textOf(start, notes), start);
    state(draft, 'legalAuthorisation.validUntil', textOf(end, notes), end);
  }
  stateFlags(parts['auth:AuthorisationFlags'][0], 'auth:AuthorisationFlag', draft, notes);
}
