import type { PreservationEnded } from './preservation.ts';
import type { Case, CaseState } from './case.ts';
import type { ClockEvent } from './clock-events.ts';
import { dutiesOf, isPending, type Duty, type DutyOwner } from './duty.ts';

/**
 * What is to happen in a case at an instant. A reminder is sent; anything else becomes an event. Timers are derived from the
 * events: once the event of a timer is there, the timer is not.
 */
export type Timer = Readonly<
  { /** Unique within its case; another date is another timer. */ id: string; at: string } & (
    | { kind: 'reminder'; duty: Duty }
    | { kind: 'event'; body: ClockEvent | PreservationEnded; /** Of an overdue duty. */ owner?: DutyOwner }
  )
>;

/** States in which an order waits to be executed. */
const underOrder: readonly CaseState[] = ['authorised', 'served', 'challenged', 'produced'];

/** Every timer of a case that has not become an event yet. Pure. */
export function timersOf(subject: Case): readonly Timer[] {
  const timers: Timer[] = dutiesOf(subject)
    .filter(isPending)
    .flatMap((duty): Timer[] => {
      const { id, due, remindAt } = duty;
      const body = { kind: 'duty-overdue', duty: id, due } as const;
      const reminder: Timer = { id: `reminder ${id} ${due}`, at: remindAt, kind: 'reminder', duty };
      // A preservation that is not renewed ends by itself.
      if (duty.kind === 'keep-preserved') return [reminder];
      return [reminder, { id: `overdue ${id} ${due}`, at: due, kind: 'event', body, owner: duty.owner }];
    });
  const { authorised, state, events } = subject;
  if (authorised !== undefined && underOrder.includes(state)) {
    const { orderTextSha256, validUntil } = authorised.body;
    timers.push({ id: `ended ${orderTextSha256}`, at: validUntil, kind: 'event', body: { kind: 'order-ended', orderTextSha256 } }); // prettier-ignore
  }
  if (state === 'preserving' && subject.preservation !== undefined) {
    const { until } = subject.preservation;
    timers.push({
      id: `preserved ${until}`,
      at: until,
      kind: 'event',
      body: { kind: 'preservation-ended', reasons: '' },
    });
  }
  const happened = new Set(events.flatMap(({ body }) => (body.kind === 'duty-overdue' ? [`overdue ${body.duty} ${body.due}`] : []))); // prettier-ignore
  return timers.filter(({ id }) => !happened.has(id));
}
