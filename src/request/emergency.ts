import type { CallBack } from '../standing/authority.ts';
import type { At, Case } from './case.ts';
import type { Assignment, EventBody } from './event.ts';
import type { DataCategory } from './request.ts';
import type { Scope } from './scope.ts';

/**
 * The emergency path (arts 2(o), 41): where a life or the safety of a person is in danger and no judge can be reached,
 * data may be disclosed at once. It is the most watched path: another officer calls back, a prosecutor orders, and what was
 * done creates debts with dates: a judge looks afterwards, what a judge refuses is deleted, the person is told.
 */

/** What must be known to avert the danger. */
export const emergencyNeeds = ['who', 'where', 'with-whom'] as const;
export type EmergencyNeed = (typeof emergencyNeeds)[number];

/** The narrowest data that tell it. Content is never among them: whoever needs it says why. */
export const dataForNeed: Readonly<Record<EmergencyNeed, readonly DataCategory[]>> = {
  who: ['subscriber', 'user-identifying'],
  where: ['user-identifying', 'traffic'],
  'with-whom': ['traffic'],
};

/** Of the categories that were granted, those that reach further than the needs. */
export const beyondNeed = (categories: readonly DataCategory[], needs: readonly EmergencyNeed[]): DataCategory[] =>
  categories.filter((category) => !needs.some((need) => dataForNeed[need].includes(category)));

/** A case officer asks for disclosure at once: what for, of what, and why no judge can be waited for. */
export type EmergencyPrepared = Readonly<{
  kind: 'emergency-prepared';
  needs: readonly EmergencyNeed[];
  danger: string;
  scope: Scope;
  /** Why categories beyond the needs are asked for; empty where none is. */
  beyond: string;
  noJudge: string;
  /** The entry of the register by which the asking authority is called back. */
  entry: string;
  callBack: CallBack;
}>;

export const callBackOutcomes = ['confirmed', 'not-reached', 'denied'] as const;

/** A second officer called the asking authority back, on the channel of the register. */
export type CalledBack = Readonly<{
  kind: 'called-back';
  outcome: (typeof callBackOutcomes)[number];
  address: string;
  spokeWith: string;
  notes: string;
  /** With `confirmed`: the prosecutors before whom the case now lies. */
  prosecutors: Assignment;
}>;

/** What an order in an emergency owes, from its first instant (UTC). */
export type EmergencyDebts = Readonly<{ confirmBy: string; noticeBy: string }>;

/** A judge looked afterwards, and signed over exactly the text that was ordered. */
export type EmergencyConfirmed = Readonly<{ kind: 'emergency-confirmed'; orderTextSha256: string; noteSha256: string }>;

/** A judge looked afterwards and refused. What left is deleted until then. */
export type EmergencyRefused = Readonly<{
  kind: 'emergency-refused';
  orderTextSha256: string;
  reasons: string;
  /** Where evidence was collected. */
  deleteBy?: string;
}>;

export type DeletionConfirmed = Readonly<{ kind: 'deletion-confirmed'; statement: string }>;

/** The person concerned was told. */
export type NoticeGiven = Readonly<{ kind: 'notice-given'; how: string }>;

export type EmergencyEvent =
  EmergencyPrepared | CalledBack | EmergencyConfirmed | EmergencyRefused | DeletionConfirmed | NoticeGiven;

/** The emergency of a case: how far it got, and what it left owing. */
export type Emergency = Readonly<{
  phase: 'prepared' | 'called-back' | 'denied' | 'ordered' | 'confirmed' | 'refused' | 'deleted';
  prepared: At<EmergencyPrepared>;
  calledBack?: At<CalledBack>;
  debts?: EmergencyDebts;
  refused?: At<EmergencyRefused>;
  noticeGiven?: At<NoticeGiven>;
}>;

const kinds = {
  'emergency-prepared': true,
  'called-back': true,
  'emergency-confirmed': true,
  'emergency-refused': true,
  'deletion-confirmed': true,
  'notice-given': true,
} as const satisfies Record<EmergencyEvent['kind'], true>;

export const isOfEmergency = (body: EventBody): body is EmergencyEvent => Object.hasOwn(kinds, body.kind);

/** What an order in an emergency changes of it. */
export const orderedIn = ({ emergency }: Case, debts: EmergencyDebts | undefined): Pick<Case, 'emergency'> =>
  emergency === undefined || debts === undefined ? {} : { emergency: { ...emergency, phase: 'ordered', debts } };

/** What one of these events changes. */
export function afterEmergency(before: Case, { body, ...event }: At<EmergencyEvent>): Partial<Case> {
  if (body.kind === 'emergency-prepared') return { emergency: { phase: 'prepared', prepared: { ...event, body } } };
  const { emergency } = before;
  if (emergency === undefined) throw new Error(`case ${before.id} has no emergency to which ${body.kind} could belong`);
  switch (body.kind) {
    case 'called-back': {
      const phase = ({ confirmed: 'called-back', 'not-reached': 'prepared', denied: 'denied' } as const)[body.outcome];
      const { parties } = before;
      return {
        emergency: { ...emergency, phase, calledBack: { ...event, body } },
        parties: { ...parties, prosecutors: Object.values(body.prosecutors).flat() },
        assigned: { ...before.assigned, ...body.prosecutors },
      };
    }
    case 'emergency-confirmed':
      return { emergency: { ...emergency, phase: 'confirmed' } };
    case 'emergency-refused':
      return {
        emergency: { ...emergency, phase: 'refused', refused: { ...event, body } },
        state: body.deleteBy === undefined ? 'authorisation-refused' : 'deletion-owed',
      };
    case 'deletion-confirmed':
      return { emergency: { ...emergency, phase: 'deleted' }, state: 'deleted' };
    case 'notice-given':
      return { emergency: { ...emergency, noticeGiven: { ...event, body } } };
  }
}

/** Which of the acts of an emergency its phase leaves open; their states and roles are in open-acts.ts. */
export type EmergencyAct =
  | 'prepare-emergency'
  | 'record-call-back'
  | 'order-emergency'
  | 'confirm-emergency'
  | 'confirm-deletion'
  | 'give-notice';

export const phaseAllows: Readonly<Record<EmergencyAct, (subject: Case) => boolean>> = {
  'prepare-emergency': ({ latest, emergency }) =>
    latest.body.request.measure === 'emergency-disclosure' && emergency === undefined,
  'record-call-back': ({ emergency }) => emergency?.phase === 'prepared',
  'order-emergency': ({ emergency }) => emergency?.phase === 'called-back',
  'confirm-emergency': ({ emergency }) => emergency?.phase === 'ordered',
  'confirm-deletion': ({ emergency }) => emergency?.phase === 'refused',
  'give-notice': ({ emergency }) => emergency?.debts !== undefined && emergency.noticeGiven === undefined,
};
