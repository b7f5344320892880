import type { Authorised, CaseEvent, Decided, FindingRecorded, Produced, Released, RequestReceived } from './event.ts';

/** A case is what its events add up to. Pure: the same events, the same case. */

export type CaseState =
  'received' | 'granted' | 'refused' | 'authorised' | 'authorisation-refused' | 'produced' | 'released' | 'collected';

type At<Body> = Readonly<{ at: string; by: string; leafIndex: number; body: Body }>;

export type Case = Readonly<{
  id: string;
  state: CaseState;
  /** The number of events; an act names the version that its person saw, and a later one refuses it. */
  version: number;
  received: At<RequestReceived>;
  /** The latest finding on each fact. */
  findings: ReadonlyMap<string, At<FindingRecorded>>;
  decided?: At<Decided>;
  authorised?: At<Authorised>;
  produced?: At<Produced>;
  released?: At<Released>;
  /** Custody lines in order, as they were signed. */
  custody: readonly string[];
  events: readonly CaseEvent[];
}>;

/** @throws Error for a history that does not begin with a request: the store would be broken. */
export function caseOf(id: string, events: readonly CaseEvent[]): Case {
  const [first] = events;
  if (first?.body.kind !== 'request-received') throw new Error(`case ${id} does not begin with a request`);
  let state: Case = {
    id,
    state: 'received',
    version: events.length,
    received: { ...first, body: first.body },
    findings: new Map(),
    custody: [],
    events,
  };
  for (const event of events.slice(1)) state = { ...state, ...change(state, event) };
  return state;
}

/** What one event changes. */
function change(before: Case, event: CaseEvent): Partial<Case> {
  const { body } = event;
  switch (body.kind) {
    case 'request-received':
      throw new Error(`case ${before.id} is received twice`);
    case 'finding-recorded':
      return { findings: new Map(before.findings).set(body.fact, { ...event, body }) };
    case 'information-asked':
      return {};
    case 'decided':
      return { decided: { ...event, body }, state: body.outcome === 'grant' ? 'granted' : 'refused' };
    case 'authorised':
      return { authorised: { ...event, body }, state: 'authorised' };
    case 'authorisation-refused':
      return { state: 'authorisation-refused' };
    case 'produced':
      return { produced: { ...event, body }, state: 'produced', custody: [...before.custody, ...body.custody] };
    case 'released':
      return { released: { ...event, body }, state: 'released', custody: [...before.custody, ...body.custody] };
    case 'collected':
      return { state: 'collected' };
  }
}
