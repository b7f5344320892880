import type { DataCategory, Measure } from '../../../request/request.ts';
import type { Element } from '../../xml.ts';
import type { Draft } from './draft.ts';
import { state } from './draft.ts';
import { endpointOf, entryOf, etsiValue, fault, partsOf, textOf } from './elements.ts';
import type { Notes } from './elements.ts';
import { stateFlags } from './flags.ts';
import type { Hi1Object } from './objects.ts';
import { disclosureShape, interceptionShape, requestDetailsShape, timespanShape } from './shapes.ts';
import { stateTargets } from './targets.ts';

/** RequestType (clause 8.3.5.2; the values are those of V1.23.1, V1.12.1 has none). `Other` states no category. */
const categories: ReadonlyMap<string, readonly DataCategory[]> = new Map<string, readonly DataCategory[]>([
  ['SubscriberData', ['subscriber']],
  ['UserIdentifyingData', ['user-identifying']],
  ['TrafficData', ['traffic']],
  ['StoredContentData', ['content']],
  ['SubscriberDataAndUserIdentifyingData', ['subscriber', 'user-identifying']],
  ['TrafficDataAndStoredContentData', ['traffic', 'content']],
]);

/** TaskDeliveryType (clause 8.2.7, table 8.10): IRI is what describes a communication, CC is its content. */
const deliveries: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ['IRIOnly', 'real-time-traffic'],
  ['CCOnly', 'interception'],
  ['IRIandCC', 'interception'],
]);

/** An LDTaskObject (clause 8.3): disclosure of data that the provider holds. */
export function stateDisclosure({ element }: Hi1Object, draft: Draft, notes: Notes): void {
  const parts = partsOf(element, disclosureShape, notes);
  state(draft, 'measure', 'stored-data' satisfies Measure, element);
  stateReference(parts['task:Reference'][0], draft, notes);
  stateProvider(parts['task:CSPID'][0], draft, notes);
  stateFlags(parts['task:Flags'][0], 'task:LDTaskFlag', draft, notes);
  const [details] = parts['task:RequestDetails'];
  if (details === undefined) return;
  const inner = partsOf(details, requestDetailsShape, notes);
  const [type] = inner['task:Type'];
  if (type !== undefined) {
    const named = categories.get(etsiValue(entryOf(type, notes), 'RequestType') ?? '');
    state(draft, 'dataCategories', named, type);
    if (named === undefined) notes.unread.push(type.path);
  }
  statePeriod(details, { start: inner['task:StartTime'][0], end: inner['task:EndTime'][0] }, draft, notes);
  stateTargets(inner['task:RequestValues'][0], 'task:RequestValue', draft, notes);
}

type Times = Readonly<{ start: Element | undefined; end: Element | undefined }>;

/** A period with one end only is no period: it stays absent, and the law asks for it. */
function statePeriod(details: Element, { start, end }: Times, draft: Draft, notes: Notes): void {
  if (start === undefined || end === undefined) {
    notes.unread.push(...[start, end].flatMap((time) => (time === undefined ? [] : [time.path])));
    return;
  }
  state(draft, 'period', { from: textOf(start, notes), until: textOf(end, notes) }, details);
  draft.sources.set('period.from', start);
  draft.sources.set('period.until', end);
}

/** An LITaskObject (clause 8.2): live interception. It is read so that the law can refuse it with its reason. */
export function stateInterception({ element }: Hi1Object, draft: Draft, notes: Notes): void {
  const parts = partsOf(element, interceptionShape, notes);
  const [delivery] = parts['task:DeliveryType'];
  const value = delivery === undefined ? 'IRIandCC' : etsiValue(entryOf(delivery, notes), 'TaskDeliveryType');
  const measure = deliveries.get(value ?? '');
  if (measure === undefined) fault(notes, delivery ?? element, 'IRIOnly, CCOnly or IRIandCC');
  state(draft, 'measure', measure, delivery ?? element);
  stateReference(parts['task:Reference'][0], draft, notes);
  stateProvider(parts['task:CSPID'][0], draft, notes);
  stateFlags(parts['task:Flags'][0], 'task:TaskFlag', draft, notes);
  const [timespan] = parts['task:Timespan'];
  if (timespan !== undefined) {
    const { 'task:StartTime': start, 'task:EndTime': end } = partsOf(timespan, timespanShape, notes);
    state(draft, 'realTime.from', textOf(start[0], notes), start[0]);
    state(draft, 'realTime.until', textOf(end[0], notes), end[0]);
  }
  const [target] = parts['task:TargetIdentifier'];
  if (target === undefined) return;
  const shape = { 'task:TargetIdentifierValues': 'maybe', 'task:ServiceType': 'unread' } as const;
  const [values] = partsOf(target, shape, notes)['task:TargetIdentifierValues'];
  stateTargets(values, 'task:TargetIdentifierValue', draft, notes);
}

function stateReference(reference: Element | undefined, draft: Draft, notes: Notes): void {
  state(draft, 'requestingAuthority.reference', textOf(reference, notes), reference);
}

function stateProvider(provider: Element | undefined, draft: Draft, notes: Notes): void {
  const endpoint = endpointOf(provider, notes);
  const [country, name] = [textOf(endpoint?.country, notes), textOf(endpoint?.name, notes)];
  if (country === undefined || name === undefined) return;
  state(draft, 'provider.name', name, endpoint?.name);
  state(draft, 'provider.id', `${country}-${name}`, provider);
}
