import type { Role } from '../authorisation/mandate.ts';
import type { Case, CaseState } from './case.ts';

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
  'produce',
  'release',
  'collect',
  'withdraw',
  'acknowledge',
  'serve-order',
  'challenge',
  'decide-challenge',
  'extend-duty',
] as const;
export type Act = (typeof acts)[number];

const beforeDecision = {
  'extend-duty': 'case-officer',
  acknowledge: 'case-officer',
  'record-findings': 'case-officer',
  'ask-information': 'case-officer',
  consult: 'case-officer',
  decide: 'case-officer',
  withdraw: 'requesting-officer',
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
  granted: { 'record-findings': 'judge', authorise: 'judge', withdraw: 'requesting-officer' },
  refused: {},
  authorised: {
    'serve-order': 'case-officer',
    'extend-duty': 'case-officer',
    revoke: 'judge',
    withdraw: 'requesting-officer',
  },
  served: {
    produce: 'provider',
    'extend-duty': 'case-officer',
    challenge: 'provider',
    revoke: 'judge',
    withdraw: 'requesting-officer',
  },
  challenged: { 'decide-challenge': 'judge', revoke: 'judge', withdraw: 'requesting-officer' },
  'set-aside': {},
  lapsed: { withdraw: 'requesting-officer' },
  'authorisation-refused': {},
  produced: { release: 'case-officer', 'extend-duty': 'case-officer', revoke: 'judge', withdraw: 'requesting-officer' },
  // A court may authorise anew, over another text.
  'authorisation-revoked': { 'record-findings': 'judge', authorise: 'judge', withdraw: 'requesting-officer' },
  released: { collect: 'requesting-officer', 'extend-duty': 'case-officer' },
  collected: { collect: 'requesting-officer' },
  withdrawn: {},
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
};

/** Whether an act that is done once in a case was done in this one: then it is not open, whatever its state. */
export const wasDone = (subject: Case, act: Act | AccessAct | SecrecyAct): boolean => doneOnce[act]?.(subject) === true;

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
  'authorisation-refused': undefined,
  'authorisation-revoked': 'judge',
  produced: 'case-officer',
  released: 'requesting-officer',
  collected: 'requesting-officer',
  withdrawn: undefined,
};
