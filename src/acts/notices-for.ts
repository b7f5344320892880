import { holds } from '../authorisation/mandate.ts';
import { noticeDue } from '../remedy/notice.ts';
import type { Period } from '../request/request.ts';
import type { Reader } from '../store/reader.ts';
import { storedOrder } from './stored-order.ts';

/** What the person concerned is told: who asked, which court allowed it and when, what left. */
export type Notice = Readonly<{
  caseId: string;
  requestingState: string;
  authority: string;
  court: string;
  orderedAt: string;
  releasedAt: string;
  measure: string;
  dataCategories: readonly string[];
  period: Period;
}>;

/** At most this many notices on one page. */
const longest = 100;

/**
 * The notices that are due to a person (mission C3): evidence was released and no order delays the notice beyond now.
 * In the sandbox its one person concerned stands for whoever a case is about.
 */
export async function noticesFor(
  input: { mandate: string },
  tools: { store: Reader; now: () => string },
): Promise<Notice[]> {
  const at = tools.now();
  const mandate = await tools.store.mandate(input.mandate);
  if (mandate?.role !== 'person-concerned' || !holds(mandate, at)) return [];
  const cases = await tools.store.cases({ by: 'requestedState', is: mandate.state }, longest);
  const notices: Notice[] = [];
  for (const { id, state } of cases) {
    if (state !== 'released' && state !== 'collected') continue;
    const subject = await tools.store.caseById(id);
    const stored = subject && (await storedOrder(subject, at, tools.store));
    const releasedAt = subject?.released?.at;
    if (stored === undefined || releasedAt === undefined || !noticeDue(stored.order.notice, at)) continue;
    const { order, judge } = stored;
    notices.push({
      caseId: id,
      requestingState: order.requestingState,
      authority: order.requestingAuthority,
      court: judge.authorityName,
      orderedAt: subject?.authorised?.at ?? '',
      releasedAt,
      measure: order.measure,
      dataCategories: order.scope.dataCategories,
      period: order.scope.period,
    });
  }
  return notices;
}
