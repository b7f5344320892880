import type { Role } from '../authorisation/mandate.ts';
import type { CaseParties } from '../standing/reach.ts';
import type { Case } from './case.ts';
import type { CaseEvent } from './event.ts';
import { dutyTable, inDays, type DutyKind, type DutyRow, type DutySource } from './duty-table.ts';

/**
 * A duty: somebody must do something in a case until a date, for a reason that can be looked up. Duties are derived from
 * the events of a case and from nothing else; a table of them is a copy that can be made again at will.
 */
export type Duty = Readonly<{
  /** Unique within its case: its kind and the number of the event that opened it, as `decide#1`. */
  id: string;
  kind: DutyKind;
  owner: DutyOwner;
  /** When it must be met, with every extension so far (UTC); and without any. */
  due: string;
  firstDue: string;
  source: DutySource;
  opened: At;
  /** When its owner is reminded of it. */
  remindAt: string;
  extensions: readonly (At & Readonly<{ until: string; reasons: string }>)[];
  /** What met it; or what made an end of it although nobody met it. */
  met?: At;
  ended?: At;
}>;

type At = Readonly<{ number: number; at: string }>;

/** Who owes it: a role at an authority. A court is known by its State alone until one of its judges acts. */
export type DutyOwner = Readonly<{ role: Role; authority?: string }>;

/** `extended` is open with a later date than the first one. Only an instant can tell what is overdue. */
export type DutyState = 'open' | 'extended' | 'overdue' | 'met' | 'ended';

/** How a duty stands at an instant (UTC): overdue from the instant on which it is due. */
export function dutyState(duty: Duty, at: string): DutyState {
  if (duty.met !== undefined) return 'met';
  if (duty.ended !== undefined) return 'ended';
  if (duty.due <= at) return 'overdue';
  return duty.extensions.length > 0 ? 'extended' : 'open';
}

export const isPending = ({ met, ended }: Duty): boolean => met === undefined && ended === undefined;

/**
 * Every duty that the events of a case opened, in that order, with what became of it. Pure: the same events, the same
 * duties. One duty of a kind is pending at a time: opened again, the one before ends.
 */
export function dutiesOf(of: { parties: CaseParties; events: readonly CaseEvent[] }): readonly Duty[] {
  let duties: readonly Duty[] = [];
  for (const event of of.events)
    duties = [...duties.map((duty) => (isPending(duty) ? after(duty, event) : duty)), ...openedBy(event, of.parties)];
  return duties;
}

/** A pending duty after one more event. */
function after(duty: Duty, { number, at, body }: CaseEvent): Duty {
  const row: DutyRow = dutyTable[duty.kind];
  if (body.kind === 'duty-extended' && body.duty === duty.id)
    return dated({
      ...duty,
      due: body.until,
      extensions: [...duty.extensions, { number, at, until: body.until, reasons: body.reasons }],
    });
  if (row.metBy.includes(body.kind)) return { ...duty, met: { number, at } };
  const again = row.opens(body, at) !== undefined;
  return again || row.endedBy.includes(body.kind) ? { ...duty, ended: { number, at } } : duty;
}

function openedBy({ number, at, body }: CaseEvent, parties: CaseParties): Duty[] {
  return Object.entries(dutyTable).flatMap(([kind, row]: [string, DutyRow]) => {
    const opened = row.opens(body, at);
    if (opened === undefined) return [];
    const { due, source = row.source } = opened;
    return [
      dated({
        id: `${kind}#${number}`,
        kind: kind as DutyKind,
        owner: ownerOf(row, parties),
        due,
        firstDue: due,
        source,
        opened: { number, at },
        extensions: [],
      }),
    ];
  });
}

function ownerOf({ owner }: DutyRow, parties: CaseParties): DutyOwner {
  const at: Partial<Record<Role, string | null>> = {
    'case-officer': parties.authority,
    'requesting-officer': parties.requestingAuthority,
    provider: parties.provider,
  };
  return { role: owner, ...(typeof at[owner] === 'string' && { authority: at[owner] }) };
}

const reminderMilliseconds = 3 * 86_400_000;

/** Its owner is reminded three days before it is due, and of a short one when two thirds of its time have passed. */
function dated(duty: Omit<Duty, 'remindAt'>): Duty {
  const [due, opened] = [Date.parse(duty.due), Date.parse(duty.opened.at)];
  const before = Math.min(reminderMilliseconds, Math.max(0, Math.floor((due - opened) / 3)));
  return { ...duty, remindAt: new Date(due - before).toISOString() };
}

/** Until when a pending duty may be put off at most; `undefined` where it may not be at all. */
export function latestExtension(duty: Duty, { authorised }: Pick<Case, 'authorised'>): string | undefined {
  const { extendable }: DutyRow = dutyTable[duty.kind];
  if (extendable === undefined || !isPending(duty)) return undefined;
  const latest = inDays(duty.firstDue, extendable);
  const end = duty.kind === 'produce' ? authorised?.body.validUntil : undefined;
  return end !== undefined && end < latest ? end : latest;
}
