import type { DataCategory, Period } from '../request/request.ts';
import type { Scope } from '../request/scope.ts';

/** What a court leaves of a scope. Nothing here can make it wider. */
export type Narrowing = Readonly<{
  /** Which targets stay, by their place in the scope, from 0. All, where absent. */
  targets?: readonly number[];
  dataCategories?: readonly DataCategory[];
  period?: Period;
  /** Conditions that the court adds to those of the decision. */
  conditions?: readonly string[];
  /** An earlier end of the order itself. */
  validUntil?: string;
}>;

/** What stands in place of a rule beside a condition that the court added. */
export const addedByCourt = 'court';

/** The smaller scope; `undefined` where the narrowing would reach further than the scope, or leave nothing. */
export function narrow(scope: Scope, narrowing: Narrowing): Scope | undefined {
  const { targets, dataCategories, period } = narrowing;
  if (targets?.some((place) => scope.targets[place] === undefined)) return undefined;
  if (dataCategories?.some((category) => !scope.dataCategories.includes(category))) return undefined;
  if (period && (period.from < scope.period.from || period.until > scope.period.until || period.from >= period.until))
    return undefined;
  const left: Scope = {
    targets: scope.targets.filter((_, place) => targets?.includes(place) ?? true),
    dataCategories: scope.dataCategories.filter((category) => dataCategories?.includes(category) ?? true),
    period: period ?? scope.period,
  };
  return left.targets.length === 0 || left.dataCategories.length === 0 ? undefined : left;
}

/** What `whole` has and `part` has not, in words for the order (English; the order names its own language). */
export function leftOut(whole: Scope, part: Scope): string[] {
  const targets = whole.targets
    .filter((target) => !part.targets.some(({ kind, value }) => kind === target.kind && value === target.value))
    .map(({ kind, value }) => `${kind} ${value}`);
  const categories = whole.dataCategories.filter((category) => !part.dataCategories.includes(category));
  const period = [
    ...(part.period.from > whole.period.from ? [`before ${part.period.from}`] : []),
    ...(part.period.until < whole.period.until ? [`from ${part.period.until} onwards`] : []),
  ];
  return [...targets, ...categories.map((category) => `${category} data`), ...period];
}
