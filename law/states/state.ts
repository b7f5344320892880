/**
 * What is known of a State and the Convention. Every statement carries its source, how sure it is and the day for which somebody last
 * looked. What nobody knows is `noData`, which is never the same as none: an empty list says that somebody looked and found nothing.
 */
export const noData = 'no data';
export type NoData = typeof noData;

/** How sure a statement is; the marks of law/README.md. */
export type Sure = 'SEEN' | 'SEC' | 'MEM+' | 'MEM?';

export type Source = Readonly<{
  /** Who says so, in words: a register, a newspaper, our own decision for a test State. */
  from: string;
  sure: Sure;
  /** The day for which the source speaks, or on which it was last looked at, `YYYY-MM-DD` or `YYYY-MM`. */
  asOf: string;
}>;

export type Known<T> = Readonly<{ value: T; source: Source }>;

/** What a State did about the Convention. Only a deposit counts for entry into force (art. 65). */
export type StatusAct = Readonly<{
  act: 'signature' | 'ratification-reported' | 'deposit';
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is known; "no data" where only `by` is known. */
  on: string;
  /** The latest day or month by which the act was done, where the day itself is not known. */
  by?: string;
  note?: string;
  source: Source;
}>;

/** Where the Convention itself opens a reservation; and arts 14 to 16, on which there is practice but no clause (MEM?). */
export const reservationPlaces = ['11(3)', '23(3)(a)', '23(3)(b)', '42(5)', '63(3)', 'arts-14-16'] as const;
export type ReservationPlace = (typeof reservationPlaces)[number];

export type Reservation = Readonly<{ place: ReservationPlace; says: string }>;

/** Paragraphs by which a State may ask for more before an offence is made out in its own law. No declaration is needed. */
export const narrowingPlaces = [
  ...(['7(2)', '8(2)', '9(2)', '12(2)', '14(3)', '14(4)', '15(2)', '15(4)', '16(5)', '17(2)(e)', '19(2)'] as const),
] as const;
export type NarrowingPlace = (typeof narrowingPlaces)[number];

/** A statement at signature or deposit that is not a reservation the Convention names. */
export type Declaration = Readonly<{ about: string; says: string }>;

export type State = Readonly<{
  /** ISO 3166-1 alpha-2; EU for the European Union; XA to XZ, without XK, for test States. */
  code: string;
  /** As the depositary publishes it. */
  name: Known<string>;
  kind: 'state' | 'organisation' | 'test';
  acts: readonly StatusAct[];
  reservations: Known<readonly Reservation[]> | NoData;
  narrows: Known<readonly NarrowingPlace[]> | NoData;
  declarations: Known<readonly Declaration[]> | NoData;
  /** Art. 40(12). */
  centralAuthority: Known<string> | NoData;
  /** Art. 40(13); ISO 639-1. */
  languages: Known<readonly string[]> | NoData;
  /** How requests reach it: its 24/7 point of contact (art. 41), INTERPOL, diplomatic channel. */
  channels: Known<readonly string[]> | NoData;
  /** Which policy of law/policies its authorities have switched on. */
  policy: Known<string> | NoData;
}>;

/** A State of which nothing is known beyond what is given. */
export const stateOfWhich = (known: Pick<State, 'code' | 'name' | 'kind' | 'acts'> & Partial<State>): State =>
  Object.freeze({
    reservations: noData,
    narrows: noData,
    declarations: noData,
    centralAuthority: noData,
    languages: noData,
    channels: noData,
    policy: noData,
    ...known,
  });
