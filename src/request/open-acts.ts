import type { Role } from '../authorisation/mandate.ts';
import type { Case, CaseState } from './case.ts';
import { phaseAllows, type EmergencyAct } from './emergency.ts';

/** What may be done to a case in each state, and by whom. What is absent is refused. */

export const acts = [
  'record-findings',
  'ask-information',
  'answer-consultation',
  'supply-information',
  'consult',
  'decide',
  'authorise',
  'revoke',
  'extend',
  'produce',
  'release',
  'collect',
  'withdraw',
  'acknowledge',
  'destroy-evidence',
  'serve-order',
  'challenge',
  'decide-challenge',
  'extend-duty',
  'postpone',
  'confirm-receipt',
  'close',
  'reopen',
  'correct',
  'note-correction',
  'prepare-emergency',
  'record-call-back',
  'order-emergency',
  'confirm-emergency',
  'confirm-deletion',
  'give-notice',
  'accept-conditions',
  'ask-consent',
  'answer-consent',
  'rule-consent',
  'record-use',
  'confirm-destruction',
  'record-breach',
  'preserve',
  'extend-preservation',
  'end-preservation',
  'follow-up',
] as const;
export type Act = (typeof acts)[number];

/** An officer may put right what was written, whatever became of the case. */
const putRight = { 'note-correction': 'case-officer' } as const;
/** Before anything left: who asked may put its request right, or take it back. */
const beforeRelease = { ...putRight, correct: 'requesting-officer', withdraw: 'requesting-officer' } as const;
/** Nothing more happens by itself. */
const ended = { ...putRight, close: 'case-officer', reopen: 'case-officer' } as const;

const beforeDecision = {
  ...beforeRelease,
  postpone: 'case-officer',
  preserve: 'case-officer',
  'extend-duty': 'case-officer',
  acknowledge: 'case-officer',
  'record-findings': 'case-officer',
  'ask-information': 'case-officer',
  consult: 'case-officer',
  decide: 'case-officer',
} as const;

/** After an order in an emergency a judge looks at it, whatever became of it meanwhile; see emergency.ts for when. */
const afterOrder = { 'confirm-emergency': 'judge' } as const;
const afterRelease = { ...afterOrder, 'give-notice': 'case-officer' } as const;
/** While the recipient holds evidence under conditions. */
const held = {
  ...putRight,
  ...afterRelease,
  'confirm-receipt': 'requesting-officer',
  collect: 'requesting-officer',
  'record-use': 'requesting-officer',
  'confirm-destruction': 'requesting-officer',
  'record-breach': 'case-officer',
} as const;

export const openActs = {
  received: beforeDecision,
  'information-asked': { ...beforeDecision, 'supply-information': 'requesting-officer' },
  // In its answer to a consultation the asking State may also mend its request.
  consulted: {
    ...beforeDecision,
    'answer-consultation': 'requesting-officer',
    'supply-information': 'requesting-officer',
  },
  postponed: beforeDecision,
  granted: {
    ...beforeRelease,
    'record-findings': 'judge',
    authorise: 'judge',
    // Only where a life or somebody's safety is in danger (art. 41), each once the one before was done.
    'prepare-emergency': 'case-officer',
    'record-call-back': 'second-officer',
    'order-emergency': 'prosecutor',
  },
  // Art. 42: nothing leaves; the data stay where they are until a request for them is decided.
  preserving: {
    ...putRight,
    'extend-preservation': 'case-officer',
    'end-preservation': 'case-officer',
    'follow-up': 'requesting-officer',
    withdraw: 'requesting-officer',
  },
  'preservation-ended': { ...putRight, close: 'case-officer' },
  refused: ended,
  authorised: {
    ...beforeRelease,
    ...afterOrder,
    'serve-order': 'case-officer',
    'extend-duty': 'case-officer',
    revoke: 'judge',
    extend: 'judge',
  },
  served: {
    ...beforeRelease,
    ...afterOrder,
    produce: 'provider',
    challenge: 'provider',
    'extend-duty': 'case-officer',
    revoke: 'judge',
    extend: 'judge',
  },
  challenged: { ...beforeRelease, ...afterOrder, 'decide-challenge': 'judge', revoke: 'judge' },
  'set-aside': ended,
  lapsed: { ...ended, ...afterOrder, withdraw: 'requesting-officer' },
  'authorisation-refused': ended,
  produced: {
    ...beforeRelease,
    ...afterOrder,
    release: 'case-officer',
    'extend-duty': 'case-officer',
    revoke: 'judge',
  },
  // A court may authorise anew, over another text.
  'authorisation-revoked': { ...beforeRelease, 'record-findings': 'judge', authorise: 'judge' },
  released: { ...putRight, ...afterRelease, collect: 'requesting-officer', 'extend-duty': 'case-officer' },
  collected: {
    ...putRight,
    ...afterRelease,
    collect: 'requesting-officer',
    'confirm-receipt': 'requesting-officer',
    'accept-conditions': 'requesting-officer',
    'record-breach': 'case-officer',
    close: 'case-officer',
    'destroy-evidence': 'case-officer',
  },
  accepted: { ...held, 'ask-consent': 'requesting-officer' },
  'consent-asked': { ...held, 'answer-consent': 'case-officer' },
  'consent-proposed': { ...held, 'rule-consent': 'judge' },
  destroyed: { ...putRight, ...afterRelease, 'record-breach': 'case-officer', close: 'case-officer' },
  // What is owed for an emergency is owed when the case is closed too.
  closed: { ...putRight, ...afterRelease, reopen: 'case-officer', 'destroy-evidence': 'case-officer' },
  withdrawn: { ...putRight, 'destroy-evidence': 'case-officer' },
  // A judge refused what was disclosed in an emergency.
  'deletion-owed': { 'confirm-deletion': 'requesting-officer', 'give-notice': 'case-officer' },
  deleted: { 'give-notice': 'case-officer' },
} as const satisfies Record<CaseState, Partial<Record<Act, Role>>>;

/** Whose role an act needs in a state; `undefined` where it is not open. */
export function roleFor(state: CaseState, act: Act): Role | undefined {
  const open: Partial<Record<Act, Role>> = openActs[state];
  return open[act];
}

/** What officers may do about who opens a case, whatever its state: give it to others, or open one that is not theirs. */
export const accessActs = {
  assign: ['case-officer', 'requesting-officer'],
  'break-glass': ['case-officer', 'second-officer', 'requesting-officer'],
} as const satisfies Record<string, readonly Role[]>;
export type AccessAct = keyof typeof accessActs;

export const isAccessAct = (act: Act | AccessAct | SecrecyAct): act is AccessAct => Object.hasOwn(accessActs, act);

/** What seals and opens the leaves of a case in the public log, whatever its state. */
export const secrecyActs = {
  'order-secrecy': ['judge'],
  'open-sealed': ['case-officer'],
} as const satisfies Record<string, readonly Role[]>;
export type SecrecyAct = keyof typeof secrecyActs;

const isSecrecyAct = (act: Act | AccessAct | SecrecyAct): act is SecrecyAct => Object.hasOwn(secrecyActs, act);

/** Whose role an act needs now; nobody's where it is not open. */
export function rolesFor(state: CaseState, act: Act | AccessAct | SecrecyAct): readonly Role[] {
  if (isSecrecyAct(act)) return secrecyActs[act];
  if (isAccessAct(act)) return accessActs[act];
  const role = roleFor(state, act);
  return role === undefined ? [] : [role];
}
/** Acts that are done once in a case. */
const doneOnce: Partial<Record<Act | AccessAct | SecrecyAct, (subject: Case) => boolean>> = {
  acknowledge: ({ acknowledged }) => acknowledged !== undefined,
  'destroy-evidence': ({ produced, evidenceDestroyed }) => produced === undefined || evidenceDestroyed !== undefined,
  'follow-up': ({ preservation }) => preservation?.followedBy !== undefined,
  'confirm-receipt': ({ receiptConfirmed }) => receiptConfirmed !== undefined,
};

const isEmergencyAct = (act: Act | AccessAct | SecrecyAct): act is EmergencyAct => Object.hasOwn(phaseAllows, act);

/**
 * Whether an act is not open in this case, whatever its state: it is done once and was done, or it belongs to an emergency
 * that this case is not, or that is not so far.
 */
export const wasDone = (subject: Case, act: Act | AccessAct | SecrecyAct): boolean =>
  doneOnce[act]?.(subject) === true || (isEmergencyAct(act) && !phaseAllows[act](subject));

/** Acts that are open beside what a case waits for; nobody waits for one of them. */
export const besides: readonly Act[] = [
  'ask-consent',
  'record-use',
  'record-breach',
  'withdraw',
  'revoke',
  'correct',
  'note-correction',
  'extend-duty',
  'postpone',
  'destroy-evidence',
  'close',
  'reopen',
  'preserve',
  'extend-preservation',
  'end-preservation',
];

/** For whom a case waits. Others may have acts open meanwhile; `undefined` where it waits for nobody. */
export const waitsFor: Readonly<Record<CaseState, Role | undefined>> = {
  received: 'case-officer',
  'information-asked': 'requesting-officer',
  consulted: 'requesting-officer',
  granted: 'judge',
  refused: undefined,
  authorised: 'case-officer',
  served: 'provider',
  challenged: 'judge',
  'set-aside': undefined,
  lapsed: undefined,
  postponed: 'case-officer',
  closed: undefined,
  preserving: 'requesting-officer',
  'preservation-ended': undefined,
  'authorisation-refused': undefined,
  'authorisation-revoked': 'judge',
  produced: 'case-officer',
  released: 'requesting-officer',
  collected: 'requesting-officer',
  accepted: 'requesting-officer',
  'consent-asked': 'case-officer',
  'consent-proposed': 'judge',
  destroyed: 'case-officer',
  withdrawn: undefined,
  'deletion-owed': 'requesting-officer',
  deleted: undefined,
};
