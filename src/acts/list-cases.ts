import { needsAssignment, sameOffice } from '../authorisation/access.ts';
import { holds, type Mandate, type Role } from '../authorisation/mandate.ts';
import { limits } from '../limits.ts';
import type { PolicyName } from '../../law/law.ts';
import { fold, type Audience } from '../request/searchable.ts';
import { reach } from '../standing/reach.ts';
import type { Queue, QueueFilter, QueuePage, QueuePlace } from '../store/queue.ts';
import type { Reader } from '../store/reader.ts';
import { refreshQueue } from './refresh-queue.ts';

/** What a person asks of the list. Nothing given: every case within reach, last changed first. */
export type ListCases = Readonly<{
  mandate: string;
  /** Only what waits for this person, by urgency: for their role, and of officers in the cases that they have. */
  mine?: boolean;
  overdue?: boolean;
  state?: string;
  measure?: string;
  /** A State on either side. */
  with?: string;
  /** Words as a person types them; only what this person may read of a case is searched. */
  words?: string;
  after?: QueuePlace;
}>;

/** A page of the list, with how many wait for this person and how many have something overdue (up to `limits.counted`). */
export type CaseList = QueuePage &
  Readonly<{
    /** The mandates of this person to which cases are assigned; absent for who needs no assignment. */
    own?: readonly string[];
    waiting: number;
    overdue: number;
    /** How many hold the words that were searched for (up to `limits.counted`). */
    found?: number;
  }>;

/** Which words of a case each role may search; a role that is absent finds nothing. */
const audienceOf: Partial<Record<Role, Audience>> = {
  'case-officer': 'requested',
  'second-officer': 'requested',
  judge: 'requested',
  'requesting-officer': 'requesting',
  provider: 'provider',
};

/** The cases that a mandate reaches. None for a mandate that does not hold. The search terms are kept nowhere. */
export async function listCases(
  input: ListCases,
  tools: {
    store: Pick<Reader, 'mandate' | 'mandates' | 'caseById'>;
    queue: Queue;
    policy: PolicyName;
    now: () => string;
  },
): Promise<CaseList> {
  const none = { lines: [], waiting: 0, overdue: 0 };
  const now = tools.now();
  const mandate = await tools.store.mandate(input.mandate);
  if (mandate === undefined || !holds(mandate, now)) return none;
  const within = reach(mandate);
  if (within === undefined) return none;
  const own = ownCases(mandate, await tools.store.mandates());
  const filter = filterOf(input, mandate.role, own, now);
  if (filter === undefined) return none;
  // Whoever acts and then looks at the list sees what they did.
  await refreshQueue(limits.queueRefreshed, tools);
  const { queue } = tools;
  const [page, waiting, overdue, found] = await Promise.all([
    queue.page(within, filter, limits.casesPerPage, input.after),
    queue.count(within, { waitsFor: mandate.role, ...own }, limits.counted),
    queue.count(within, { overdueAt: now }, limits.counted),
    filter.words === undefined ? undefined : queue.count(within, filter, limits.counted),
  ]);
  return {
    ...page,
    waiting,
    overdue,
    ...(own.assignedTo && { own: own.assignedTo }),
    ...(found !== undefined && { found }),
  };
}

/** Officers work on the cases that they have, also under an earlier mandate; who holds another office, on all within reach. */
const ownCases = (mandate: Mandate, mandates: readonly Mandate[]): Pick<QueueFilter, 'assignedTo'> =>
  needsAssignment(mandate.role) ? { assignedTo: [...sameOffice(mandate, mandates)] } : {};

/** @returns what to ask the queue; `undefined` where this role searches nothing */
function filterOf(
  input: ListCases,
  role: Role,
  own: Pick<QueueFilter, 'assignedTo'>,
  now: string,
): QueueFilter | undefined {
  const { state, measure, with: other, mine, overdue, words } = input;
  const text = fold(words ?? '').trim();
  const audience = audienceOf[role];
  if (text !== '' && audience === undefined) return undefined;
  return {
    ...(state !== undefined && { state }),
    ...(measure !== undefined && { measure }),
    ...(other !== undefined && { with: other }),
    ...(mine === true && { waitsFor: role }),
    // Of a case that an officer does not have they see its line, and find nothing in it.
    ...((mine === true || text !== '') && own),
    ...(overdue === true && { overdueAt: now }),
    ...(text !== '' && audience !== undefined && { words: { audience, text } }),
  };
}
