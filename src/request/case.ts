import type { CaseParties } from '../standing/reach.ts';
import type {
  Acknowledged, Assignment, Authorised, AuthorisationRevoked, CaseEvent, ConsultationAnswered, Consulted, Decided, EvidenceDestroyed, EventBody, InformationAsked, InformationSupplied,
  Produced, RecordedFinding, Released, RequestReceived,
} from './event.ts'; // prettier-ignore
import {
  afterEnding,
  isEnding,
  type Corrected,
  type Postponed,
  type ReceiptConfirmed,
  type Reopened,
} from './ending.ts';
import { afterEmergency, isOfEmergency, orderedIn, type Emergency } from './emergency.ts';
import { afterPreservation, isPreservation, type Preservation } from './preservation.ts';
import type { Scope } from './scope.ts';
import { silence, supplied, undecided } from './undecided.ts';
import { afterCollection, afterRelease, isAftermath, nothingAfterwards, type Afterwards } from './aftermath.ts';
import { afterService, type ChallengeDecided, type Challenged, type OrderServed } from './service.ts';
import { secrecyAfter, type Secrecy } from './secrecy.ts';

/** A case is what its events add up to. Pure: the same events, the same case. */

export type CaseState =
  | 'received'
  | 'information-asked'
  | 'consulted'
  | 'granted'
  | 'refused'
  | 'authorised'
  | 'authorisation-refused'
  | 'authorisation-revoked'
  | 'produced'
  | 'released'
  | 'collected'
  | 'withdrawn'
  | 'served'
  | 'challenged'
  | 'set-aside'
  | 'lapsed'
  | 'postponed'
  | 'accepted'
  | 'consent-asked'
  | 'consent-proposed'
  | 'destroyed'
  | 'closed'
  | 'deletion-owed'
  | 'deleted'
  | 'preserving'
  | 'preservation-ended';

/** The latest finding on a fact, and whether the request was changed since it was made. */
export type StandingFinding = Readonly<{ at: string; by: string; finding: RecordedFinding; beforeChange: boolean }>;

/** An event's body with who made it, when, and where in the log it stands. */
export type At<Body> = Readonly<{ at: string; by: string; leafIndex: number; body: Body }>;

/** What the asking State was consulted on, and its answer once it came. */
export type Consultation = Readonly<{
  consulted: At<Consulted>;
  answered?: At<ConsultationAnswered>;
  /** Its time passed without an answer. */
  silent?: true;
}>;

export type Case = Readonly<{
  id: string;
  state: CaseState;
  /** The number of events; an act names the version that its person saw, and a later one refuses it. */
  version: number;
  parties: CaseParties;
  received: At<RequestReceived>;
  /** The request as it stands: as it was received, or as it was last supplied. */
  latest: At<RequestReceived | InformationSupplied | Corrected>;
  /** What was last asked of the asking State and not supplied yet. */
  informationAsked?: At<InformationAsked> | undefined;
  consultations: readonly Consultation[];
  /** The officers who have the case, by authority. */
  assigned: Assignment;
  /** Who opened it without having it, and when (UTC). */
  glass: readonly Readonly<{ by: string; at: string }>[];
  emergency?: Emergency;
  findings: ReadonlyMap<string, StandingFinding>;
  decided?: At<Decided> | undefined;
  postponed?: At<Postponed>;
  preservation?: Preservation;
  receiptConfirmed?: At<ReceiptConfirmed>;
  /** The authorisation was taken back, or the court found a challenge right, and none has followed it. */
  revoked?: At<AuthorisationRevoked | ChallengeDecided | Reopened | Corrected> | undefined;
  acknowledged?: At<Acknowledged>;
  evidenceDestroyed?: At<EvidenceDestroyed>;
  authorised?: At<Authorised>;
  /** After a challenge that the court found right: the new order is smaller than this. */
  narrowWithin?: Scope;
  /** The order as it stands was served. */
  served?: At<OrderServed> | undefined;
  challenged?: At<Challenged>;
  produced?: At<Produced>;
  released?: At<Released>;
  /** What happened after the evidence left. */
  afterwards: Afterwards;
  /** What of the case is sealed in the public log. */
  secrecy?: Secrecy | undefined;
  /** Custody lines in order, as they were signed. */
  custody: readonly string[];
  events: readonly CaseEvent[];
}>;

/** @throws Error for a history that does not begin with a request: the store would be broken. */
export function caseOf(id: string, events: readonly CaseEvent[]): Case {
  const [first] = events;
  if (first?.body.kind !== 'request-received') throw new Error(`case ${id} does not begin with a request`);
  let state: Case = {
    id,
    state: 'received',
    version: events.length,
    parties: {
      authority: first.body.authority,
      requestingAuthority: first.body.requestingAuthority,
      requestedState: first.body.request.requestedState,
      requestingState: first.body.request.requestingState,
      provider: null,
    },
    received: { ...first, body: first.body },
    latest: { ...first, body: first.body },
    consultations: [],
    assigned: first.body.assigned ?? whoActed(first.body, events),
    glass: [],
    findings: new Map(),
    afterwards: nothingAfterwards,
    custody: [],
    secrecy: secrecyAfter(undefined, first),
    events,
  };
  for (const event of events.slice(1))
    state = { ...state, ...change(state, event), secrecy: secrecyAfter(state.secrecy, event) };
  return state;
}

/** What one event changes. */
function change(before: Case, event: CaseEvent): Partial<Case> {
  const { body } = event;
  if (isAftermath(body)) return afterRelease(before, { ...event, body });
  if (isPreservation(body)) return afterPreservation(before, { ...event, body });
  if (isEnding(body)) return afterEnding(before, { ...event, body });
  if (isOfEmergency(body)) return afterEmergency(before, { ...event, body });
  if (body.kind === 'acknowledged') return { acknowledged: { ...event, body } };
  if (body.kind === 'evidence-destroyed') return { evidenceDestroyed: { ...event, body } };
  switch (body.kind) {
    case 'request-received':
      throw new Error(`case ${before.id} is received twice`);
    case 'findings-recorded': {
      const { at, by } = event;
      const found = body.findings.map((finding) => [finding.fact, { at, by, finding, beforeChange: false }] as const);
      return { findings: new Map([...before.findings, ...found]) };
    }
    case 'information-asked':
      return undecided({ ...before, informationAsked: { ...event, body } });
    case 'information-supplied':
      return { ...undecided({ ...before, ...supplied(before) }), latest: { ...event, body } };
    case 'consulted':
      return undecided({ ...before, consultations: [...before.consultations, { consulted: { ...event, body } }] });
    case 'consultation-answered':
      return undecided({
        ...before,
        consultations: before.consultations.map((each) => ({ answered: { ...event, body }, ...each })),
      });
    case 'withdrawn':
      return { state: 'withdrawn' };
    case 'decided':
      return { decided: { ...event, body }, state: body.outcome === 'grant' ? 'granted' : 'refused' };
    case 'authorised':
      return {
        authorised: { ...event, body },
        ...{ revoked: undefined, served: undefined },
        state: 'authorised',
        ...orderedIn(before, body.emergency),
        // The provider is a party from here on: what a court has not authorised is none of its business.
        parties: { ...before.parties, provider: before.decided?.body.provider ?? null },
      };
    case 'authorisation-revoked':
      return { revoked: { ...event, body }, state: 'authorisation-revoked' };
    case 'authorisation-refused':
      return { state: 'authorisation-refused' };
    case 'produced':
      return { produced: { ...event, body }, state: 'produced', custody: [...before.custody, ...body.custody] };
    case 'released':
      return { released: { ...event, body }, state: 'released', custody: [...before.custody, ...body.custody] };
    case 'collected':
      return { state: afterCollection(before.state) };
    case 'duty-extended':
    case 'secrecy-ordered':
    case 'secrecy-opened':
      return {};
    case 'assigned':
      return { assigned: { ...before.assigned, [body.authority]: body.officers } };
    case 'glass-broken':
      return { glass: [...before.glass, { by: event.by, at: event.at }] };
    case 'order-ended':
      return { state: 'lapsed' };
    case 'duty-overdue':
      return body.duty.startsWith('answer-consultation#') ? silence(before) : {};
    case 'order-served':
    case 'challenged':
    case 'challenge-decided':
      return afterService(before, { ...event, body });
  }
}

/** The state that an event would bring a case into: what lists show is what the events add up to. */
export const stateAfter = (before: Case, body: EventBody): CaseState =>
  change(before, { number: before.version + 1, at: '', by: '', leafIndex: -1, body }).state ?? before.state;

/** The grounds on which the asking State was heard (art. 40(28)): it answered, or let its time to answer pass. */
export const heardOn = ({ consultations }: Case, at: string): readonly string[] =>
  consultations
    .filter(({ consulted, answered }) => answered !== undefined || consulted.body.answerBy <= at)
    .flatMap(({ consulted }) => consulted.body.grounds);

/** A case from before there was assignment belongs to those who acted on it: who sent it, and the authority's officers. */
const whoActed = (first: RequestReceived, events: readonly CaseEvent[]): Assignment =>
  Object.fromEntries(
    [first.authority, first.requestingAuthority].map((authority) => [
      authority,
      [...new Set(events.map(({ by }) => by))].filter((by) => by.startsWith(`${authority}/`)),
    ]),
  );
