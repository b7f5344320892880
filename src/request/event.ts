import type { ClockEvent } from './clock-events.ts';
import type { EndingEvent } from './ending.ts';
import type { EmergencyDebts, EmergencyEvent } from './emergency.ts';
import type { PreservationEvent } from './preservation.ts';
import type { DutyKind } from './duty-table.ts';
import type { secrecyReasons } from './secrecy-reasons.ts';
import type { Scope } from './scope.ts';
import type { ServiceEvent } from './service.ts';
import type { Aftermath } from './aftermath.ts';
import type { Terms } from './terms.ts';
import type { EvidenceRequest } from './request.ts';

/** What happened to a case, in order. Events are only appended; the case is what they add up to (case.ts). */

/** What a person finds about a fact that the law leaves to judgement, with reasons. Names and values: src/law/facts.ts. */
export type RecordedFinding = Readonly<{ fact: string; value: unknown; reasons: string }>;

export type FindingsRecorded = Readonly<{ kind: 'findings-recorded'; findings: readonly RecordedFinding[] }>;

export type RequestReceived = Readonly<{
  kind: 'request-received';
  form: 'proviso-request/1' | 'etsi-ts-103-120';
  /** The document exactly as it came. */
  requestSha256: string;
  request: EvidenceRequest;
  /** The central authority that decides, and the authority that asked. */
  authority: string;
  requestingAuthority: string;
  /** A court of the asking State ordered secrecy: the last month in which the leaves of the case are sealed. */
  openBy?: string;
  /** Officers (mandates) to whom the case was given at once, by authority; absent in cases from before assignment. */
  assigned?: Assignment;
}>;

/** Who works on a case: mandates of officers, by their authority. */
export type Assignment = Readonly<Record<string, readonly string[]>>;

/** From here on these officers of the authority, and no others of it, have the case. */
export type Assigned = Readonly<{ kind: 'assigned'; authority: string; officers: readonly string[]; reasons: string }>;

/** Somebody to whom the case is not assigned opened it, and said why. The overseer is told. */
export type GlassBroken = Readonly<{ kind: 'glass-broken'; reasons: string }>;

/** A court seals what follows of the case in the public log, or keeps sealed what is (`extends`: leaves, by index). */
export type SecrecyOrdered = Readonly<{
  kind: 'secrecy-ordered';
  /** The last month, as `2026-06`. */
  openBy: string;
  reason: SecrecyReason;
  reasons: string;
  extends: readonly number[];
  noteSha256: string;
}>;
export type SecrecyReason = (typeof secrecyReasons)[number];

/** Sealed leaves were opened in the public log. */
export type SecrecyOpened = Readonly<{
  kind: 'secrecy-opened';
  openings: readonly Readonly<{ index: number; seed: string; leaf: string }>[];
}>;

/** Art. 40(16): the asking State is told what its request lacks. */
export type InformationAsked = Readonly<{ kind: 'information-asked'; facts: readonly string[]; message: string }>;

/**
 * Art. 40(16): the asking State supplied what was missing, as a whole document under the same request id. It takes the
 * place of the one before; both are kept as they came.
 */
export type InformationSupplied = Readonly<{
  kind: 'information-supplied';
  form: RequestReceived['form'];
  requestSha256: string;
  request: EvidenceRequest;
}>;

/** Art. 40(28): the asking State is consulted before a refusal on these grounds, and may answer until `answerBy` (UTC). */
export type Consulted = Readonly<{ kind: 'consulted'; grounds: readonly string[]; message: string; answerBy: string }>;

/** What the asking State answers to all that it was consulted on. */
export type ConsultationAnswered = Readonly<{ kind: 'consultation-answered'; message: string }>;

/** The asking State takes its request back. Nothing leaves any more; what happened stays in the record. */
export type Withdrawn = Readonly<{ kind: 'withdrawn'; reasons: string }>;

/** The asking State is told that its request is here, and what happens next (art. 40(26)). */
export type Acknowledged = Readonly<{
  kind: 'acknowledged';
  /** What happens next and until when: the duty (duty-table.ts) that was pending then, with its date. */
  next: DutyKind;
  by: string;
  /** May be empty. */
  message: string;
}>;

export type Decided = Readonly<{
  kind: 'decided';
  /** The request document that the decision rests on. */
  requestSha256: string;
  outcome: 'grant' | 'refuse';
  /** Art. 40(25). */
  reasons: string;
  /** The rules that a refusal rests on. */
  grounds: readonly string[];
  policy: string;
  /** The assessment that the person had before them, recomputable from its hash (canonical JSON document). */
  assessmentSha256: string;
  /** What a grant proposes to the court, and the provider (an authority of the register) that it would bind. */
  scope?: Scope;
  /** What was asked for and is not granted, in words; absent where all of it is. */
  leftOut?: readonly string[];
  provider?: string;
  conditions: readonly Readonly<{ rule: string; text: string }>[];
  /** The letter to the asking State, as it was sent (plain text document). */
  letterSha256?: string;
}>;

export type Authorised = Readonly<{
  kind: 'authorised';
  orderSha256: string;
  orderTextSha256: string;
  noteSha256: string;
  scope: Scope;
  /** Whether the court left out some of what was asked. */
  narrowed: boolean;
  validUntil: string;
  /** Ordered in an emergency, by a prosecutor and before any judge: what is owed for it. */
  emergency?: EmergencyDebts;
}>;

/** The court takes its authorisation back: under it nothing is produced or released any more. */
export type AuthorisationRevoked = Readonly<{
  kind: 'authorisation-revoked';
  orderTextSha256: string;
  reasons: string;
}>;

export type AuthorisationRefused = Readonly<{ kind: 'authorisation-refused'; reasons: string }>;

export type Exhibit = Readonly<{ name: string; sha256: string; size: number }>;

/** The custody lines are those that this act added. */
export type Produced = Readonly<{ kind: 'produced'; exhibits: readonly Exhibit[]; custody: readonly string[] }>;

export type Released = Readonly<{
  kind: 'released';
  manifestSha256: string;
  sealedSha256: string;
  /** The conditions under which it left; absent in cases from before they travelled as a statement of their own. */
  conditionsSha256?: string;
  terms?: Terms;
  releasedItems: number;
  withheldItems: number;
  custody: readonly string[];
}>;

/** The key of the case's evidence was deleted: `files` are the hashes of what nobody can read any more. */
export type EvidenceDestroyed = Readonly<{
  kind: 'evidence-destroyed';
  files: readonly string[];
  reasons: string;
  custody: readonly string[];
}>;

export type Collected = Readonly<{ kind: 'collected' }>;

/** The date of a duty (duty.ts) is put off, with reasons. */
export type DutyExtended = Readonly<{ kind: 'duty-extended'; duty: string; until: string; reasons: string }>;

export type EventBody =
  | Aftermath
  | SecrecyOrdered
  | SecrecyOpened
  | DutyExtended
  | ClockEvent
  | EndingEvent
  | PreservationEvent
  | ServiceEvent
  | Acknowledged
  | RequestReceived
  | FindingsRecorded
  | InformationAsked
  | InformationSupplied
  | Consulted
  | ConsultationAnswered
  | Withdrawn
  | Decided
  | Authorised
  | AuthorisationRefused
  | AuthorisationRevoked
  | Produced
  | Released
  | Collected
  | EvidenceDestroyed
  | Assigned
  | GlassBroken
  | EmergencyEvent;

/** An event as it is kept: which, when (UTC), by whose mandate, and where in the log. */
export type CaseEvent = Readonly<{ number: number; at: string; by: string; leafIndex: number; body: EventBody }>;
