import type { Mandate, Role } from '../authorisation/mandate.ts';
import type { Assessment } from '../law/assessment.ts';
import { isStated } from '../law/facts.ts';
import { isAfterwards, nothingAfterwards } from '../request/aftermath.ts';
import type { Case } from '../request/case.ts';
import type { Emergency } from '../request/emergency.ts';
import type { CaseEvent, EventBody } from '../request/event.ts';
import type { EvidenceRequest } from '../request/request.ts';

/** A part of a case that a role reads or does not. */
export type Part = 'law' | 'questions' | 'decision' | 'answers' | 'request' | 'readings' | 'origin';

/**
 * Which parts of a case each role reads, on pages and as a program. What the requested State weighs is not the asking
 * State's to read, and the provider reads the order and nothing of the request behind it. Absent means nothing.
 */
const parts = {
  'case-officer': ['law', 'questions', 'decision', 'answers', 'request', 'readings', 'origin'],
  'second-officer': ['law', 'questions', 'decision', 'answers', 'request', 'readings', 'origin'],
  judge: ['law', 'questions', 'decision', 'answers', 'request', 'readings', 'origin'],
  'requesting-officer': ['law', 'decision', 'request', 'origin'],
  provider: [],
  'person-concerned': [],
  prosecutor: ['law', 'decision', 'answers', 'request'],
  overseer: ['law', 'questions', 'decision', 'answers', 'request', 'readings', 'origin'],
  'data-protection-officer': [],
  registrar: [],
} as const satisfies Record<Role, readonly Part[]>;

export const reads = (role: Role, part: Part): boolean => (parts[role] as readonly Part[]).includes(part);

/** What a person may have of a case. Whoever draws or sends it cannot show what is not in it. */
export function partOfCase(reader: Mandate, subject: Case, mandates: readonly Mandate[]): Case {
  const { role } = reader;
  // Who works on a case inside an authority is known there, to the court and to the overseer.
  const seen = role === 'judge' || role === 'overseer' ? subject : withoutStrangers(reader, subject, mandates);
  if (!reads(role, 'request')) return withoutRequest(seen);
  if (reads(role, 'answers')) return seen;
  const part = { ...seen };
  delete part.challenged;
  if (part.emergency !== undefined) part.emergency = withoutCall(part.emergency);
  return {
    ...part,
    findings: new Map(),
    events: seen.events.filter(({ body }) => !notForAskingState.includes(body.kind)),
  };
}

/** What the requested State weighs; what a provider says against an order, and the court to it. */
const notForAskingState: readonly EventBody['kind'][] = [
  'findings-recorded',
  'challenged',
  'challenge-decided',
  'emergency-prepared',
  'called-back',
];

/** Whom the requested State called where, and what was said, is its own. */
function withoutCall({ phase, prepared, debts, refused, noticeGiven }: Emergency): Emergency {
  const body = { ...prepared.body, beyond: '', noJudge: '' };
  return {
    phase,
    prepared: { ...prepared, body },
    ...(debts && { debts }),
    ...(refused && { refused }),
    ...(noticeGiven && { noticeGiven }),
  };
}

/** Why a court keeps the case secret, and what the two States agree after the evidence left, is none of a provider's business. */
const notForProvider: readonly EventBody['kind'][] = [
  ...['secrecy-ordered', 'secrecy-opened', 'conditions-accepted', 'consent-asked', 'consent-answered'],
  ...['consent-ruled', 'use-recorded', 'destruction-confirmed', 'breach-recorded', 'closed'],
] as const satisfies EventBody['kind'][];

/** Leaves out who has the case at another authority, and who broke the glass there. */
function withoutStrangers({ authority }: Mandate, subject: Case, mandates: readonly Mandate[]): Case {
  const own = new Set(mandates.filter((mandate) => mandate.authority === authority).map(({ id }) => id));
  const body = { ...subject.received.body };
  delete body.assigned;
  const received = { ...subject.received, body };
  const officers = subject.assigned[authority];
  const isInner = (event: CaseEvent): boolean =>
    (event.body.kind === 'assigned' || event.body.kind === 'glass-broken') && !own.has(event.by);
  return {
    ...subject,
    received,
    ...(subject.latest.body.kind === 'request-received' && { latest: received }),
    assigned: officers === undefined ? {} : { [authority]: officers },
    glass: subject.glass.filter(({ by }) => own.has(by)),
    events: subject.events
      .filter((event) => !isInner(event))
      .map((event) => (event.body.kind === 'request-received' ? { ...event, body } : event)),
  };
}

/** What the order itself says, and what happened from the authorisation on. */
function withoutRequest(subject: Case): Case {
  const firstOrder =
    subject.events.find(({ body }) => body.kind === 'authorised' || body.kind === 'preservation-ordered')?.leafIndex ??
    Infinity;
  const request = outline(subject.latest.body.request);
  const { received, latest } = subject;
  const { id, version, parties, assigned, glass } = subject;
  // How the two States go on with the evidence shows in neither state nor custody.
  const state = isAfterwards(subject.state) ? 'collected' : subject.state;
  const handed = (subject.produced?.body.custody.length ?? 0) + (subject.released?.body.custody.length ?? 0);
  const custody = subject.custody.slice(0, handed);
  const { authorised, revoked, served, challenged, produced, preservation } = subject;
  return {
    ...{ id, state, version, parties, assigned, glass, custody, revoked },
    ...(authorised && { authorised }),
    ...(preservation && { preservation }),
    ...(served && { served }),
    ...(challenged && { challenged }),
    ...(produced && { produced }),
    received: { ...received, body: { ...received.body, request } },
    latest: { ...latest, body: { ...latest.body, request } },
    consultations: [],
    afterwards: nothingAfterwards,
    findings: new Map(),
    events: subject.events.filter(({ leafIndex, body }) => leafIndex >= firstOrder && !notForProvider.includes(body.kind)), // prettier-ignore
  };
}

const outline = ({ format, id, requestingState, requestedState, measure }: EvidenceRequest): EvidenceRequest => ({
  format,
  id,
  requestingState,
  requestedState,
  ...(measure !== undefined && { measure }),
});

const unraised = { level: 0, because: [], open: [] } as const;
const noTriage = { seriousness: unraised, urgency: unraised, vulnerability: unraised, weight: 0 } as const;

/**
 * What a role may have of what the law says: the asking State what bars its request and what it owes, on the facts that it
 * stated; a provider nothing.
 */
export function partOfAssessment(role: Role, whole: Assessment): Assessment {
  if (reads(role, 'questions')) return whole;
  const weighed = { questions: [], grounds: [], heighten: [], triage: noTriage } as const;
  const facts = whole.facts.filter(({ name }) => isStated(name));
  if (reads(role, 'law')) return { ...whole, ...weighed, facts, findings: [] };
  const asked = { bars: [], owed: [], asks: [], conditions: [], authorise: [], notify: [], unmeasured: [] } as const;
  return { ...whole, ...weighed, ...asked, facts: [], findings: [], outcome: 'nothing-bars' };
}
