import type { CaseState } from '../../request/case.ts';
import { waitsFor } from '../../request/open-acts.ts';
import { measures, type Measure } from '../../request/request.ts';
import { limits } from '../../limits.ts';
import type { QueuePlace } from '../../store/queue.ts';
import { paths } from '../paths.ts';

/** Which list of cases is asked for: the query of its address, and what a saved view keeps. Words are never in it. */
export type ListQuery = Readonly<{
  /** `mine` is ordered by urgency, the others by the last change; nothing is the desk with both. */
  show?: 'mine' | 'all' | 'overdue';
  state?: CaseState;
  measure?: Measure;
  /** A State on either side: ISO 3166-1 alpha-2, or a test State. */
  with?: string;
}>;

export const caseStates = Object.keys(waitsFor) as readonly CaseState[];

type Given = (name: string) => string | undefined;

/** What is no value of a filter is left out: an old link still leads to a list. */
export function readListQuery(given: Given): ListQuery {
  const show = (['mine', 'all', 'overdue'] as const).find((each) => each === given('show'));
  const state = caseStates.find((each) => each === given('state'));
  const measure = measures.find((each) => each === given('measure'));
  const other = /^[A-Z]{2}$/.exec(given('with') ?? '')?.[0];
  return {
    ...(show && { show }),
    ...(state && { state }),
    ...(measure && { measure }),
    ...(other !== undefined && { with: other }),
  };
}

/** The same list always has the same address. */
export const writeListQuery = ({ show, state, measure, with: other }: ListQuery): string =>
  new URLSearchParams(
    Object.entries({ show, state, measure, with: other }).filter((each): each is [string, string] => each[1] !== undefined),
  ).toString(); // prettier-ignore

export function listPath(query: ListQuery, after?: QueuePlace): string {
  const text = new URLSearchParams(writeListQuery(query));
  if (after !== undefined) text.set('after', writePlace(after));
  return text.size === 0 ? paths.cases : `${paths.cases}?${text.toString()}`;
}

/** Whether a filter narrows the list beyond the three that stand above it. */
export const isNarrowed = ({ state, measure, with: other }: ListQuery): boolean =>
  state !== undefined || measure !== undefined || other !== undefined;

export const writePlace = (place: QueuePlace): string => place.join('~');

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)); // prettier-ignore

/** @param byUrgency which of the two orders the place is in @returns where the page begins; `undefined`: at the top */
export function readPlace(text: string | undefined, byUrgency: boolean): QueuePlace | undefined {
  if (text === undefined || text.length > limits.searchCharacters) return undefined;
  const place = text.split('~');
  const id = place.at(-1) ?? '';
  const moments = place.slice(byUrgency ? 1 : 0, -1);
  const whole = place.length === (byUrgency ? 4 : 2) && (!byUrgency || /^\d$/.test(place[0] ?? ''));
  return whole && uuid.test(id) && moments.every(isInstant) ? place : undefined;
}
