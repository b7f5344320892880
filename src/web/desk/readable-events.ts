import type { CaseView } from '../../acts/see-case.ts';
import type { CaseEvent, EventBody } from '../../request/event.ts';

/** What a provider says against an order is between it, the court and the authority that served the order. */
const notForAskingState: readonly EventBody['kind'][] = ['challenged', 'challenge-decided'];

/** What happened to a case, as far as this reader may know of it. */
export function readableEvents({ case: { events }, mandate, people }: CaseView): readonly CaseEvent[] {
  // Who works on a case inside an authority is known there, to the court and to the overseer.
  const looksInside = mandate.role === 'judge' || mandate.role === 'overseer';
  const isInner = ({ body, by }: CaseEvent): boolean =>
    (body.kind === 'assigned' || body.kind === 'glass-broken') && people.get(by)?.authority !== mandate.authority;
  const known = events.filter((event) => looksInside || !isInner(event));
  if (mandate.role === 'requesting-officer') return known.filter(({ body }) => !notForAskingState.includes(body.kind));
  if (mandate.role !== 'provider') return known;
  // A provider reads what happened from the authorisation on, and nothing of what the two States said before.
  const first = known.findIndex(({ body }) => body.kind === 'authorised');
  return first === -1 ? [] : known.slice(first);
}
