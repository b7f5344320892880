import type { Role } from '../authorisation/mandate.ts';
import { limits } from '../limits.ts';
import type { EventBody } from './event.ts';
import type { EvidenceRequest } from './request.ts';

/**
 * Who owes what until when, and why. Each row says which event opens the duty and from where its date comes, what meets
 * it, and what makes an end of it without its being met. The treaty names few dates: where a number is ours, the row says so.
 */
export const dutyKinds = [
  'confirm-receipt',
  'follow-up',
  'keep-preserved',
  'acknowledge',
  'decide',
  'supply-information',
  'answer-consultation',
  'authorise',
  'serve-order',
  'produce',
  'decide-challenge',
  'release',
  'collect',
  'confirm-emergency',
  'confirm-deletion',
  'give-notice',
  'accept-conditions',
  'answer-consent',
  'rule-consent',
  'destroy',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/**
 * The provision from which a duty comes, and who set its date: the treaty, the order of a court, the asking State with its
 * reasons (art. 40(26)), the conditions under which the evidence left, or this program's own limit (src/limits.ts), where the treaty names none.
 */
export type DutySource = Readonly<{ cites: string; date: 'treaty' | 'order' | 'request' | 'conditions' | 'ours' }>;

type EventKind = EventBody['kind'];

export type DutyRow = Readonly<{
  owner: Role;
  source: DutySource;
  /** The date until when, where this event opens the duty; and its source where it is not that of the row. */
  opens: (body: EventBody, at: string) => Readonly<{ due: string; source?: DutySource }> | undefined;
  metBy: readonly EventKind[];
  endedBy: readonly EventKind[];
  /** How many days the officer of the case may add to it in all, with reasons; absent where nobody may. */
  extendable?: number;
}>;

/** @param at an instant (UTC) @returns the instant so many times 24 hours later */
export const inDays = (at: string, days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString();

const ours = (cites: string): DutySource => ({ cites, date: 'ours' });
const closing = ['withdrawn', 'closed', 'preservation-ended'] as const satisfies EventKind[];
/** The order has no effect any more. */
const ending = [...closing, 'authorisation-revoked', 'order-ended', 'reopened'] as const satisfies EventKind[];

export const dutyTable = {
  acknowledge: {
    owner: 'case-officer',
    source: ours('40(26)'),
    opens: (body, at) => (body.kind === 'request-received' ? { due: inDays(at, limits.acknowledgeDays) } : undefined),
    // Whoever is asked or consulted knows that the request is here.
    metBy: ['preservation-ordered', 'acknowledged', 'information-asked', 'consulted', 'decided'],
    endedBy: closing,
  },
  decide: {
    owner: 'case-officer',
    source: ours('40(26)'),
    opens: (body, at) =>
      body.kind === 'request-received' || body.kind === 'information-supplied'
        ? decisionDue(body.request, at)
        : body.kind === 'postponed'
          ? { due: body.until, source: ours('40(27)') }
          : body.kind === 'reopened' || (body.kind === 'corrected' && body.touches.length > 0)
            ? { due: inDays(at, limits.decisionDays) }
            : body.kind === 'consultation-answered' ||
                (body.kind === 'duty-overdue' && body.duty.startsWith('answer-consultation#'))
              ? { due: inDays(at, limits.decisionDays) }
              : undefined,
    metBy: ['decided', 'preservation-ordered'],
    endedBy: [...closing, 'information-asked', 'consulted'],
    extendable: limits.dutyExtensionDays,
  },
  'supply-information': {
    owner: 'requesting-officer',
    source: ours('40(16)'),
    opens: (body, at) => (body.kind === 'information-asked' ? { due: inDays(at, limits.informationDays) } : undefined),
    metBy: ['information-supplied'],
    endedBy: [...closing, 'decided'],
    extendable: limits.dutyExtensionDays,
  },
  'answer-consultation': {
    owner: 'requesting-officer',
    source: ours('40(28)'),
    opens: (body) => (body.kind === 'consulted' ? { due: body.answerBy } : undefined),
    metBy: ['consultation-answered'],
    endedBy: [...closing, 'decided'],
  },
  authorise: {
    owner: 'judge',
    source: ours('24(2)'),
    opens: (body, at) =>
      (body.kind === 'decided' && body.outcome === 'grant') ||
      (body.kind === 'challenge-decided' && body.outcome === 'narrowed') ||
      body.kind === 'authorisation-revoked'
        ? { due: inDays(at, limits.courtDays) }
        : undefined,
    metBy: ['authorised', 'authorisation-refused'],
    endedBy: closing,
  },
  'serve-order': {
    owner: 'case-officer',
    source: ours('40(26)'),
    opens: (body, at) => (body.kind === 'authorised' ? { due: inDays(at, limits.serveDays) } : undefined),
    metBy: ['order-served'],
    endedBy: ending,
  },
  produce: {
    owner: 'provider',
    source: { cites: '27', date: 'order' },
    opens: (body) =>
      (body.kind === 'order-served' || body.kind === 'challenge-decided') && body.produceBy !== undefined
        ? { due: body.produceBy }
        : undefined,
    metBy: ['produced'],
    endedBy: [...ending, 'challenged'],
    extendable: limits.dutyExtensionDays,
  },
  'decide-challenge': {
    owner: 'judge',
    source: ours('24(2)'),
    opens: (body, at) => (body.kind === 'challenged' ? { due: inDays(at, limits.challengeDays) } : undefined),
    metBy: ['challenge-decided'],
    endedBy: ending,
  },
  release: {
    owner: 'case-officer',
    source: ours('40(26)'),
    opens: (body, at) => (body.kind === 'produced' ? { due: inDays(at, limits.releaseDays) } : undefined),
    metBy: ['released'],
    endedBy: ending,
    extendable: limits.dutyExtensionDays,
  },
  collect: {
    owner: 'requesting-officer',
    source: ours('40(26)'),
    opens: (body, at) => (body.kind === 'released' ? { due: inDays(at, limits.collectionDays) } : undefined),
    metBy: ['collected'],
    endedBy: closing,
    extendable: limits.dutyExtensionDays,
  },
  // The data stay preserved for at least 60 days, so that the asking State can send its request.
  'follow-up': {
    owner: 'requesting-officer',
    source: { cites: '42(8)', date: 'treaty' },
    opens: (body, at) =>
      body.kind === 'preservation-ordered' ? { due: inDays(at, limits.preservationFloorDays) } : undefined,
    metBy: ['request-followed'],
    endedBy: closing,
  },
  // One order to preserve lasts 90 days at most: it is renewed, or it ends by itself.
  'keep-preserved': {
    owner: 'case-officer',
    source: { cites: '25(2)', date: 'treaty' },
    opens: (body) =>
      body.kind === 'preservation-ordered' || body.kind === 'preservation-extended' ? { due: body.until } : undefined,
    metBy: [],
    endedBy: closing,
  },
  'confirm-receipt': {
    owner: 'requesting-officer',
    source: ours('40(26)'),
    opens: (body, at) => (body.kind === 'released' ? { due: inDays(at, limits.collectionDays) } : undefined),
    metBy: ['receipt-confirmed'],
    endedBy: closing,
    extendable: limits.dutyExtensionDays,
  },
  // The debts of a disclosure in an emergency: nobody may put them off.
  'confirm-emergency': {
    owner: 'judge',
    source: ours('24(2)'),
    opens: (body) =>
      body.kind === 'authorised' && body.emergency !== undefined ? { due: body.emergency.confirmBy } : undefined,
    metBy: ['emergency-confirmed', 'emergency-refused'],
    endedBy: [...closing, 'authorisation-revoked'],
  },
  'confirm-deletion': {
    owner: 'requesting-officer',
    source: ours('36(1)'),
    opens: (body) =>
      body.kind === 'emergency-refused' && body.deleteBy !== undefined ? { due: body.deleteBy } : undefined,
    metBy: ['deletion-confirmed'],
    endedBy: [],
  },
  'give-notice': {
    owner: 'case-officer',
    source: ours('24(2)'),
    opens: (body) =>
      body.kind === 'authorised' && body.emergency !== undefined ? { due: body.emergency.noticeBy } : undefined,
    metBy: ['notice-given'],
    endedBy: [...closing, 'authorisation-revoked'],
  },
  'accept-conditions': {
    owner: 'requesting-officer',
    source: ours('36(2)'),
    opens: (body, at) => (body.kind === 'released' ? { due: inDays(at, limits.acceptanceDays) } : undefined),
    metBy: ['conditions-accepted'],
    endedBy: [],
  },
  'answer-consent': {
    owner: 'case-officer',
    source: ours('36(3)'),
    opens: (body, at) => (body.kind === 'consent-asked' ? { due: inDays(at, limits.consentDays) } : undefined),
    metBy: ['consent-answered'],
    endedBy: ['destruction-confirmed'],
  },
  'rule-consent': {
    owner: 'judge',
    source: ours('36(3)'),
    opens: (body, at) =>
      body.kind === 'consent-answered' && body.outcome === 'proposed'
        ? { due: inDays(at, limits.courtDays) }
        : undefined,
    metBy: ['consent-ruled'],
    endedBy: ['destruction-confirmed'],
  },
  destroy: {
    owner: 'requesting-officer',
    source: { cites: '36(2)', date: 'conditions' },
    opens: (body) => (body.kind === 'conditions-accepted' ? { due: body.retainUntil } : undefined),
    metBy: ['destruction-confirmed'],
    endedBy: [],
  },
} as const satisfies Record<DutyKind, DutyRow>;

/**
 * Art. 40(26) heeds a date that the asking State gives reasons for, and names no days itself. Arts 42(4), 43(1) and 44(3)
 * ask for haste.
 */
function decisionDue(request: EvidenceRequest, at: string): { due: string; source?: DutySource } {
  const { urgency, measure } = request;
  const days =
    measure === 'preservation' || measure === 'emergency-disclosure'
      ? limits.atOnceDays
      : measure === 'traffic-disclosure' || urgency?.dataAtRisk === true
        ? limits.expeditedDays
        : limits.decisionDays;
  const due = inDays(at, days);
  const wanted = urgency?.reason === undefined ? undefined : urgency.by;
  return wanted !== undefined && wanted > at && wanted < due
    ? { due: wanted, source: { cites: '40(26)', date: 'request' } }
    : { due };
}
