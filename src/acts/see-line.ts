import { assignedTo, basisOf, type Basis } from '../authorisation/access.ts';
import { holds } from '../authorisation/mandate.ts';
import type { CaseState } from '../request/case.ts';
import { accessActs, type AccessAct } from '../request/open-acts.ts';
import { reaches } from '../standing/reach.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Reader } from '../store/reader.ts';
import { mayAssign, officersOf } from './assign.ts';
import { refused, type Refused } from './answer.ts';

/** What an officer of the authority sees of a case that is not theirs: its line in the list, and who has it. */
export type CaseLine = Readonly<{
  kind: 'line';
  caseId: string;
  state: CaseState;
  version: number;
  requestingState: string;
  receivedAt: string;
  changedAt: string;
  mandate: RegisteredMandate;
  /** Why it is open to this person; absent where it is not. */
  basis?: Basis;
  /** Who of this person's authority has it. */
  officers: readonly RegisteredMandate[];
  /** To whom of this authority it can be given. */
  choice: readonly RegisteredMandate[];
  open: readonly AccessAct[];
}>;

/** Reads nothing of the case itself, so it is no reading of it. */
export async function seeLine(
  input: { mandate: string; caseId: string },
  tools: { store: Reader; now: () => string },
): Promise<CaseLine | Refused> {
  const at = tools.now();
  const mandate = await tools.store.mandate(input.mandate);
  if (mandate === undefined || !holds(mandate, at)) return refused('no-mandate');
  const subject = await tools.store.caseById(input.caseId);
  if (subject === undefined || !reaches(mandate, subject.parties)) return refused('unknown-case');
  const mandates = await tools.store.mandates();
  const basis = basisOf(mandate, subject, mandates, at);
  const has = new Set(assignedTo(subject, mandate.authority));
  const may: Readonly<Record<AccessAct, boolean>> = {
    assign: mayAssign(mandate, subject, mandates, at),
    'break-glass': basis === undefined,
  };
  return {
    kind: 'line',
    caseId: subject.id,
    state: subject.state,
    version: subject.version,
    requestingState: subject.received.body.request.requestingState,
    receivedAt: subject.received.at,
    changedAt: subject.events.at(-1)?.at ?? subject.received.at,
    mandate,
    ...(basis && { basis }),
    officers: mandates.filter(({ id }) => has.has(id)),
    choice: officersOf(mandate.authority, mandates, at),
    open: (Object.keys(accessActs) as AccessAct[]).filter(
      (act) => may[act] && (accessActs[act] as readonly string[]).includes(mandate.role),
    ),
  };
}
