import { limits } from '../limits.ts';
import type { CaseEvent, EventBody } from './event.ts';
import type { EvidenceRequest } from './request.ts';

/** Until when what happens in a case is sealed in the public log, and which of its leaves are. */
export type Secrecy = Readonly<{
  /** The last month, as `2026-06`, in which they are opened or a court extends it. */
  openBy: string;
  /** Indices in the log, in order. */
  leaves: readonly number[];
}>;

/** What one event makes of it; `undefined` where nothing of the case is sealed. */
export function secrecyAfter(before: Secrecy | undefined, { body, leafIndex }: CaseEvent): Secrecy | undefined {
  if (body.kind === 'request-received')
    return body.openBy === undefined ? undefined : { openBy: body.openBy, leaves: [leafIndex] };
  if (body.kind === 'secrecy-ordered') return { openBy: body.openBy, leaves: before?.leaves ?? [leafIndex] };
  if (body.kind !== 'secrecy-opened') return before && { ...before, leaves: [...before.leaves, leafIndex] };
  const opened = new Set(body.openings.map(({ index }) => index));
  const leaves = before?.leaves.filter((index) => !opened.has(index)) ?? [];
  return before === undefined || leaves.length === 0 ? undefined : { ...before, leaves };
}

/**
 * Until which month the leaf of an event is sealed; `undefined` where it is open. That a court extends it and that it is
 * opened is always said openly. After a last month that passed, what happens is to be opened in its own month.
 * @param month of the event
 */
export function sealedUntil(before: Secrecy | undefined, body: EventBody, month: string): string | undefined {
  if (body.kind === 'secrecy-opened') return undefined;
  if (body.kind === 'secrecy-ordered') return before === undefined ? body.openBy : undefined;
  const openBy = body.kind === 'request-received' ? body.openBy : before?.openBy;
  return openBy !== undefined && openBy < month ? month : openBy;
}

/**
 * The last month of secrecy that a request brings with it: a court of the asking State ordered it (art. 42(3)(g) and
 * 40(20) let a State ask for it), and our own limit holds. @param at an instant (UTC)
 */
export function secrecyAsked({ notice }: EvidenceRequest, at: string): string | undefined {
  if (notice?.position !== 'delay' || notice.order === undefined || notice.until === undefined) return undefined;
  const [month, latest] = [notice.until.slice(0, 7), monthsAfter(at.slice(0, 7), limits.sealedMonths)];
  if (month <= at.slice(0, 7)) return undefined;
  return month < latest ? month : latest;
}

/** @returns the month so many months later */
export function monthsAfter(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}
