import type { LeafKind } from '../transparency/leaf.ts';
import type { Check } from './check.ts';

/** What one kind of leaf owes: one of these must follow in the same case, at the latest so many months later. */
export type Debt = Readonly<{ code: string; paidBy: readonly string[]; months: number }>;

/**
 * Debts by the leaf that makes them. A kind with an outcome is named with it, as `decision refused`; a kind that is not
 * here owes nothing. Months, because a leaf says no day: the last whole month in which it may be paid.
 */
export const debts: Readonly<Partial<Record<LeafKind, Debt>>> = {};

type Owed = Debt & Readonly<{ index: number; kind: LeafKind; until: string }>;

/** Debts that nobody paid in time, case by case. @param table for tests; `debts` by default */
export function checkDebts(table: Readonly<Partial<Record<LeafKind, Debt>>> = debts): Check {
  const cases = new Map<string, Owed[]>();
  return {
    see: ({ case: link, kind, outcome, month }, index) => {
      if (link === undefined) return [];
      const names = outcome === undefined ? [kind] : [kind, `${kind} ${outcome}`];
      const open = cases.get(link) ?? [];
      const paid = open.filter(({ paidBy }) => paidBy.some((name) => names.includes(name)));
      const left = open.filter((each) => !paid.includes(each));
      const debt = table[kind];
      if (debt !== undefined) left.push({ ...debt, index, kind, until: monthsLater(month, debt.months) });
      if (left.length > 0) cases.set(link, left);
      else cases.delete(link);
      return paid
        .filter(({ until }) => month > until)
        .map(({ code, until, kind: owed }) => ({ index, code: `late-${code}`, says: `the ${owed} was to be followed by ${until}` })); // prettier-ignore
    },
    end: (month) =>
      [...cases.values()]
        .flat()
        .filter(({ until }) => until < month)
        .map(({ index, code, kind, until }) => ({ index, code: `overdue-${code}`, says: `the ${kind} was to be followed by ${until}, and was not` })), // prettier-ignore
  };
}

function monthsLater(month: string, months: number): string {
  const [year = '', number = ''] = month.split('-');
  const total = Number(year) * 12 + Number(number) - 1 + months;
  return `${String(Math.floor(total / 12))}-${String((total % 12) + 1).padStart(2, '0')}`;
}
