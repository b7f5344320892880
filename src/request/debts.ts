import { limits } from '../limits.ts';
import type { Case } from './case.ts';
import { dutiesOf, dutyState, type DutyOwner } from './duty.ts';

/** What an order in an emergency owes (src/request/emergency.ts), and how it stands. */

export const debtKinds = ['confirm-emergency', 'confirm-deletion', 'give-notice', 'count'] as const;
export type DebtKind = (typeof debtKinds)[number];

export type Debt = Readonly<{
  kind: DebtKind;
  owner: DutyOwner;
  due: string;
  state: 'open' | 'met' | 'overdue' | 'ended';
}>;

/** The debts of a case at an instant (UTC); none for a case without an order in an emergency. */
export function debtsOf(subject: Case, at: string): readonly Debt[] {
  const ordered = subject.events.findLast(({ body }) => body.kind === 'authorised' && body.emergency !== undefined);
  if (ordered === undefined) return [];
  const duties = dutiesOf(subject).flatMap((duty): Debt[] => {
    const kind = debtKinds.find((each) => each === duty.kind);
    const state = dutyState(duty, at);
    return kind === undefined
      ? []
      : [{ kind, owner: duty.owner, due: duty.due, state: state === 'extended' ? 'open' : state }];
  });
  // Its leaf went into the log with the order itself; the log has promised until when it stands under a signed head.
  const counted = new Date(Date.parse(ordered.at) + limits.promiseSeconds * 1_000).toISOString();
  return [
    ...duties,
    {
      kind: 'count',
      owner: { role: 'prosecutor', authority: ordered.by.split('/')[0] ?? '' },
      due: counted,
      state: 'met',
    },
  ];
}
