import { limits } from '../limits.ts';
import { debtsOf, type Debt } from '../request/debts.ts';
import type { Reader } from '../store/reader.ts';

/** Orders in emergencies between two States: how often, what judges said, what is overdue. */
export type EmergencyFigures = Readonly<{
  requestingState: string;
  requestedState: string;
  orders: number;
  confirmed: number;
  refused: number;
  open: number;
  overdue: number;
}>;

export type OverdueDebt = Debt & Readonly<{ state: 'overdue'; of: string }>;

export type PublicDebts = Readonly<{
  figures: readonly EmergencyFigures[];
  overdue: readonly OverdueDebt[];
  /** Whether there are more orders than were counted. */
  cut: boolean;
}>;

/**
 * For anybody: nothing here names a case or a person. The numbers are not made coarse, as others are: each order is an
 * entry of the public log, and what is secret is counted at once (decision 0055).
 */
export async function listDebts(
  _input: object,
  tools: { store: Pick<Reader, 'caseById' | 'emergencies'>; now: () => string },
): Promise<PublicDebts> {
  const at = tools.now();
  const ids = await tools.store.emergencies(limits.debtsListed + 1);
  const cases = (await Promise.all(ids.slice(0, limits.debtsListed).map((id) => tools.store.caseById(id)))).flatMap(
    (subject) => subject ?? [],
  );
  const byStates = Map.groupBy(cases, ({ parties }) => `${parties.requestingState} ${parties.requestedState}`);
  const figures = [...byStates.values()].flatMap((own): EmergencyFigures[] => {
    const [first] = own;
    if (first === undefined) return [];
    const phases = own.map(({ emergency }) => emergency?.phase);
    const count = (...wanted: readonly (typeof phases)[number][]): number =>
      phases.filter((phase) => wanted.includes(phase)).length;
    const { requestingState, requestedState } = first.parties;
    return [
      {
        requestingState,
        requestedState,
        orders: own.length,
        confirmed: count('confirmed'),
        refused: count('refused', 'deleted'),
        open: count('ordered'),
        overdue: own.flatMap((each) => debtsOf(each, at)).filter(({ state }) => state === 'overdue').length,
      },
    ];
  });
  const overdue = cases.flatMap((subject) =>
    debtsOf(subject, at).flatMap((debt): OverdueDebt[] => {
      const { requestingState, requestedState } = subject.parties;
      const of = debt.owner.role === 'requesting-officer' ? requestingState : requestedState;
      return debt.state === 'overdue' ? [{ ...debt, state: 'overdue', of }] : [];
    }),
  );
  return {
    figures: figures.toSorted((a, b) => b.orders - a.orders),
    overdue: overdue.toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    cut: ids.length > limits.debtsListed,
  };
}
