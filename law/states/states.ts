import { azerbaijan } from './az.ts';
import { canada } from './ca.ts';
import { europeanUnion } from './eu.ts';
import { fiji } from './fj.ts';
import { qatar } from './qa.ts';
import { arvenia, bellmark } from './sandbox.ts';
import { signatories } from './signatories.ts';
import { noData, type Known, type NarrowingPlace, type NoData, type ReservationPlace, type State } from './state.ts';
import { vietNam } from './vn.ts';

/** Every State of which anything is known, by code. docs/spec/states.md */
export const states: readonly State[] = Object.freeze(
  [...signatories, azerbaijan, canada, europeanUnion, fiji, qatar, vietNam, arvenia, bellmark].toSorted((a, b) =>
    a.code < b.code ? -1 : 1,
  ),
);

const byCode: ReadonlyMap<string, State> = new Map(states.map((state) => [state.code, state]));

/** @returns undefined for a State that is in no list: neither signature nor deposit is known. */
export const stateOf = (code: string): State | undefined => byCode.get(code);

/**
 * Signatures that are counted in a source, and where the names come from. Two names of May 2026, and whether Canada is the 76th or 77th,
 * are not known: the table has fewer names than the count.
 */
export const signatureCounts = Object.freeze([
  { asOf: '2025-10-26', count: 72, source: 'UN Treaty Collection, chapter XVIII-16, copy', sure: 'SEEN' },
  { asOf: '2026-01', count: 74, source: 'UN Treaty Collection, as copied by an encyclopedia', sure: 'SEC' },
  { asOf: '2026-05', count: 76, source: 'news digests of 1 August 2026', sure: 'SEC' },
  { asOf: '2026-07', count: noData, source: 'Canada signed: whether as the 76th or 77th is not clear', sure: 'SEC' },
] as const);

/** A list as the law reads it: never empty, since an empty one would not say whether anybody looked. */
type Listed<Place> = readonly (Place | 'none' | 'no-data')[];

/** What a State reserved: `none` where somebody looked and found nothing, `no-data` where nobody knows. */
export const reservesOf = (code: string): Listed<ReservationPlace> =>
  listed(stateOf(code)?.reservations, (each) => each.place);

/** By which options a State narrows the offences in its own law; `none` and `no-data` as above. */
export const narrowsOf = (code: string): Listed<NarrowingPlace> => listed(stateOf(code)?.narrows, (each) => each);

function listed<Entry, Place>(
  known: Known<readonly Entry[]> | NoData | undefined,
  place: (entry: Entry) => Place,
): Listed<Place> {
  if (known === undefined || known === noData) return ['no-data'];
  return known.value.length === 0 ? ['none'] : [...new Set(known.value.map(place))];
}
