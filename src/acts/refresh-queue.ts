import type { PolicyName } from '../../law/law.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import type { Case } from '../request/case.ts';
import { dutiesOf, isPending, type Duty } from '../request/duty.ts';
import { waitsFor } from '../request/open-acts.ts';
import { searchable } from '../request/searchable.ts';
import { dimensions } from '../law/triage.ts';
import type { MadeLine, Queue } from '../store/queue.ts';
import type { Reader } from '../store/reader.ts';
import { assessCase } from './assess-case.ts';

/**
 * Brings the queue up to what the events say, so many cases at most. Nothing but the events and the law decides a line:
 * it can be made again at will, by anybody, in any order.
 * @returns how many lines were made; fewer than `limit` when nothing is behind any more
 */
export async function refreshQueue(
  limit: number,
  tools: { store: Pick<Reader, 'caseById' | 'mandates'>; queue: Queue; policy: PolicyName },
): Promise<number> {
  const behind = await tools.queue.behind(limit);
  if (behind.length === 0) return 0;
  const mandates = await tools.store.mandates();
  for (const caseId of behind) {
    const subject = await tools.store.caseById(caseId);
    if (subject !== undefined) await tools.queue.put(lineFor(subject, { policy: tools.policy, mandates }));
  }
  return behind.length;
}

function lineFor(subject: Case, by: { policy: PolicyName; mandates: readonly Mandate[] }): MadeLine {
  const { id, version, state, parties, events, latest } = subject;
  const { triage } = assessCase(subject, by);
  const { request } = latest.body;
  const waits = waitsFor[state];
  const pending = dutiesOf(subject).filter(isPending);
  const due = soonest(pending.filter(({ owner }) => owner.role === waits));
  return {
    caseId: id,
    version,
    state,
    measure: request.measure ?? null,
    requestingState: request.requestingState,
    requestedState: parties.requestedState,
    authority: parties.authority,
    requestingAuthority: parties.requestingAuthority,
    provider: parties.provider,
    waitsFor: waits ?? null,
    due: due === undefined ? null : { kind: due.kind, at: due.due },
    nextDueAt: soonest(pending)?.due ?? null,
    weight: triage.weight,
    because: dimensions.flatMap((dimension) => triage[dimension].because),
    assigned: [...new Set(Object.values(subject.assigned).flat())],
    openedAt: subject.received.at,
    changedAt: events.at(-1)?.at ?? subject.received.at,
    words: {
      requested: searchable(subject, 'requested'),
      requesting: searchable(subject, 'requesting'),
      provider: parties.provider === null ? null : searchable(subject, 'provider'),
    },
  };
}

const soonest = (duties: readonly Duty[]): Duty | undefined => duties.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0];
