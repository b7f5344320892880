import type { At, Case } from './case.ts';
import type { EventBody } from './event.ts';
import type { Scope } from './scope.ts';

/** Preservation (art. 42): data stay where they are, as they are. Nothing is produced or leaves; a request for them follows. */

/** The provider is told to keep these data, until then; at most 90 days at a time (art. 25(2)). */
export type PreservationOrdered = Readonly<{
  kind: 'preservation-ordered';
  scope: Scope;
  provider: string;
  until: string;
  reasons: string;
}>;

/** Another such time, asked for before the last one ended (art. 42(9)). */
export type PreservationExtended = Readonly<{ kind: 'preservation-extended'; until: string; reasons: string }>;

/** The request that was announced (art. 42(3)(f)) has come, as another case. From then on the data stay until it is decided. */
export type RequestFollowed = Readonly<{ kind: 'request-followed'; caseId: string }>;

/** The provider need not keep the data any more: an officer says so, or the clock does. */
export type PreservationEnded = Readonly<{ kind: 'preservation-ended'; reasons: string }>;

export type PreservationEvent = PreservationOrdered | PreservationExtended | RequestFollowed | PreservationEnded;

const kinds: readonly EventBody['kind'][] = ['preservation-ordered', 'preservation-extended', 'request-followed', 'preservation-ended']; // prettier-ignore
export const isPreservation = (body: EventBody): body is PreservationEvent => kinds.includes(body.kind);

/** How the data stand: since when, until when, and which request followed. */
export type Preservation = Readonly<{ ordered: At<PreservationOrdered>; until: string; followedBy?: string }>;

/** What one of these events changes. */
export function afterPreservation(before: Case, { body, ...event }: At<PreservationEvent>): Partial<Case> {
  const { preservation } = before;
  switch (body.kind) {
    case 'preservation-ordered':
      return {
        state: 'preserving',
        preservation: { ordered: { ...event, body }, until: body.until },
        parties: { ...before.parties, provider: body.provider },
      };
    case 'preservation-extended':
      return preservation ? { preservation: { ...preservation, until: body.until } } : {};
    case 'request-followed':
      return preservation ? { preservation: { ...preservation, followedBy: body.caseId } } : {};
    case 'preservation-ended':
      return { state: 'preservation-ended' };
  }
}
