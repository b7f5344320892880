import { canonicalJson } from '../canonical.ts';
import type { At, Case } from './case.ts';
import type { EventBody, RequestReceived } from './event.ts';
import type { EvidenceRequest } from './request.ts';
import { supplied, undecided } from './undecided.ts';

/** The parts of a case's life in which it rests, ends, begins again, or is put right. */

/** Art. 40(27): help would disturb a proceeding here. Until then at most; the officer may decide sooner. */
export type Postponed = Readonly<{ kind: 'postponed'; reasons: string; until: string }>;

/** Art. 40(26), art. 14: who asked has the evidence, and names the SHA-256 of the sealed file that came. */
export type ReceiptConfirmed = Readonly<{ kind: 'receipt-confirmed'; sealedSha256: string }>;

/** Nothing more is expected in this case. */
export type Closed = Readonly<{ kind: 'closed'; reasons: string }>;

/** A case that had ended is looked at again; what was decided and ordered before has no effect any more. */
export type Reopened = Readonly<{ kind: 'reopened'; reasons: string }>;

/**
 * The asking State puts its request right: the whole document again. `touches` names what of it a decision rests on; where
 * that is not empty, what was decided and authorised has no effect any more.
 */
export type Corrected = Readonly<{
  kind: 'corrected';
  form: RequestReceived['form'];
  requestSha256: string;
  request: EvidenceRequest;
  touches: readonly string[];
}>;

/** An authority puts right what it wrote in an earlier event. The event stays as it is. */
export type CorrectionNoted = Readonly<{ kind: 'correction-noted'; number: number; text: string }>;

export type EndingEvent = Postponed | ReceiptConfirmed | Closed | Reopened | Corrected | CorrectionNoted;

const kinds: readonly EventBody['kind'][] = ['postponed', 'receipt-confirmed', 'closed', 'reopened', 'corrected', 'correction-noted']; // prettier-ignore
export const isEnding = (body: EventBody): body is EndingEvent => kinds.includes(body.kind);

/** What one of these events changes. */
export function afterEnding(before: Case, { body, ...event }: At<EndingEvent>): Partial<Case> {
  switch (body.kind) {
    case 'postponed':
      return { state: 'postponed', postponed: { ...event, body } };
    case 'receipt-confirmed':
      return { receiptConfirmed: { ...event, body } };
    case 'closed':
      return { state: 'closed' };
    case 'reopened':
      return anew(before, { ...event, body });
    case 'corrected': {
      if (before.decided !== undefined && body.touches.length === 0) return {};
      const latest = { ...event, body };
      return before.decided === undefined
        ? { ...undecided({ ...before, ...supplied(before) }), latest }
        : { ...anew(before, latest), latest };
    }
    case 'correction-noted':
      return {};
  }
}

/** Undecided again: what was found stays and says that it was found before, what was decided and ordered has no effect. */
const anew = (before: Case, revoked: At<Reopened | Corrected>): Partial<Case> => ({
  ...undecided({ ...before, ...supplied(before) }),
  decided: undefined,
  ...(before.authorised && { revoked }),
});

/** What may differ between two documents without touching what a decision rests on: how to reach whom, and when. */
const harmless: readonly (keyof EvidenceRequest)[] = ['issuedAt', 'urgency', 'conductingAuthority'];

/** The parts of a request that differ and that a decision rests on, by name. */
export function touchedBy(before: EvidenceRequest, after: EvidenceRequest): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof EvidenceRequest)[];
  return names
    .filter(
      (name) => !harmless.includes(name) && canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null),
    )
    .filter((name) => name !== 'requestingAuthority' || before[name]?.name !== after[name]?.name)
    .toSorted();
}
