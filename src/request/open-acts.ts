import type { Role } from '../authorisation/mandate.ts';
import type { CaseState } from './case.ts';

/** What may be done to a case in each state, and by whom. What is absent is refused. */

export const acts = [
  'record-findings',
  'ask-information',
  'decide',
  'authorise',
  'produce',
  'release',
  'collect',
] as const;
export type Act = (typeof acts)[number];

export const openActs = {
  received: { 'record-findings': 'case-officer', 'ask-information': 'case-officer', decide: 'case-officer' },
  granted: { 'record-findings': 'judge', authorise: 'judge' },
  refused: {},
  authorised: { produce: 'provider' },
  'authorisation-refused': {},
  produced: { release: 'case-officer' },
  released: { collect: 'requesting-officer' },
  collected: { collect: 'requesting-officer' },
} as const satisfies Record<CaseState, Partial<Record<Act, Role>>>;

/** Whose role an act needs in a state; `undefined` where it is not open. */
export function roleFor(state: CaseState, act: Act): Role | undefined {
  const open: Partial<Record<Act, Role>> = openActs[state];
  return open[act];
}
