/** What the clock writes into a case: a date passed. Nobody did it, and nobody can be asked to do it again. */

/** Who made an event that no person made. */
export const clock = 'clock';

/** A duty was not met on its date. It stays pending; the public log counts it. */
export type DutyOverdue = Readonly<{ kind: 'duty-overdue'; duty: string; due: string }>;

/** The order ended before it was executed: under it nothing is produced or released any more. */
export type OrderEnded = Readonly<{ kind: 'order-ended'; orderTextSha256: string }>;

export type ClockEvent = DutyOverdue | OrderEnded;
