import { isTestState } from '../src/request/fields.ts';
import { states, stateOf } from './states/states.ts';
import type { State } from './states/state.ts';

/**
 * Whether the Convention binds two States on a date. Art. 65: it enters into force on the 90th day after the 40th instrument, an
 * organisation's instrument not counted (SEEN); for a later State, 30 days after its own (65(2), MEM+, model: UNCAC art. 68(2)).
 * Computed from the deposits in law/states; nothing here is set by hand.
 */
const instruments = 40;
const daysAfterFortieth = 90;
const daysAfterOwn = 30;

/** The day for which the status was last looked at, in all sources together. */
export const statusAsOf = '2026-08-01';

export type Deposit = Readonly<{ code: string; organisation: boolean; on: string }>;
export type Treaty = Readonly<{
  /** `YYYY-MM-DD`; undefined as long as there are fewer than forty instruments. */
  entryIntoForce: string | undefined;
  /** Code -> the day from which the Convention binds that State. */
  bindsFrom: ReadonlyMap<string, string>;
}>;

/** @param deposits one for each State; days as `YYYY-MM-DD` */
export function treatyFrom(deposits: readonly Deposit[]): Treaty {
  const days = deposits.filter(({ organisation }) => !organisation).map(({ on }) => on);
  const fortieth = days.toSorted()[instruments - 1];
  if (fortieth === undefined) return { entryIntoForce: undefined, bindsFrom: new Map() };
  const entryIntoForce = plusDays(fortieth, daysAfterFortieth);
  const bindsFrom = deposits.map(({ code, on }): readonly [string, string] => {
    const own = plusDays(on, daysAfterOwn);
    return [code, on <= fortieth || own < entryIntoForce ? entryIntoForce : own];
  });
  return { entryIntoForce, bindsFrom: new Map(bindsFrom) };
}

const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** A month is taken as its last day: nobody is bound earlier than is known. */
function depositOf({ code, kind, acts }: State): readonly Deposit[] {
  const found = acts.find(({ act }) => act === 'deposit');
  if (found === undefined || kind === 'test') return [];
  const on = /^\d{4}-\d\d$/.test(found.on)
    ? `${found.on}-${String(Temporal.PlainYearMonth.from(found.on).daysInMonth)}`
    : found.on;
  return [{ code, organisation: kind === 'organisation', on }];
}

/** Every deposit that is known of a real State. */
export const deposits: readonly Deposit[] = Object.freeze(states.flatMap(depositOf));
export const treaty: Treaty = Object.freeze(treatyFrom(deposits));

/** @param on the date asked about, `YYYY-MM-DD` or an instant. @returns the answer, and how it is known, in words. */
export function inForceBetween(first: string, second: string, on: string): Readonly<{ value: boolean; how: string }> {
  if (isTestState(first) && isTestState(second)) {
    return { value: true, how: `${first} and ${second} are test States, taken to be Parties` };
  }
  const day = on.slice(0, 10);
  const unbound = [first, second].filter((code) => !bound(code, day));
  const force =
    treaty.entryIntoForce === undefined
      ? `not in force: ${deposits.length} of ${instruments} instruments are known`
      : `in force from ${treaty.entryIntoForce}`;
  const why = unbound.length === 0 ? 'binds both' : `does not bind ${unbound.map(described).join(' and ')}`;
  return { value: unbound.length === 0, how: `status of the Convention as of ${statusAsOf}: ${force}; ${why}` };
}

const bound = (code: string, day: string): boolean => {
  const from = treaty.bindsFrom.get(code);
  return from !== undefined && from <= day;
};

function described(code: string): string {
  if (isTestState(code)) return `${code} (a test State)`;
  const acts = stateOf(code)?.acts.map(({ act }) => act) ?? [];
  if (acts.includes('deposit')) return `${code} (deposited)`;
  if (acts.includes('ratification-reported')) return `${code} (ratification reported, deposit not confirmed)`;
  return acts.includes('signature') ? `${code} (signed)` : `${code} (no act is known)`;
}
