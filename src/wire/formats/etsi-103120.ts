import { evidenceRequest } from '../../request/request.ts';
import type { EvidenceRequest } from '../../request/request.ts';
import { onePerField, refused } from '../field-error.ts';
import type { Refused } from '../field-error.ts';
import { fieldErrorsOf, plainWords } from '../plain-issues.ts';
import { readXml } from '../xml.ts';
import type { Element } from '../xml.ts';
import { stateAuthorisation } from './etsi/authorisation.ts';
import { inTheMessage, state } from './etsi/draft.ts';
import type { Draft } from './etsi/draft.ts';
import { endpointOf, fault, namespaces, partsOf, textOf } from './etsi/elements.ts';
import type { Notes } from './etsi/elements.ts';
import { objectsOf } from './etsi/objects.ts';
import type { Hi1Object } from './etsi/objects.ts';
import { headerShape, messageShape } from './etsi/shapes.ts';
import { stateDisclosure, stateInterception } from './etsi/tasks.ts';

/**
 * ETSI TS 103 120 V1.12.1 (XML): a message that creates one task, with at most one authorisation, becomes an evidence
 * request with what it states and nothing else. Facts the format has no place for (offence, necessity, ...) stay
 * absent; the law then asks for them. A signature is not checked: `unread` names it, and who asked is not proven.
 */

export type EtsiRequest = Readonly<{
  ok: true;
  kind: 'request';
  request: EvidenceRequest;
  /** Paths of elements that say something for which our request has no field, in the order of the message. */
  unread: readonly string[];
}>;

export function readEtsi103120(bytes: Uint8Array): EtsiRequest | Refused {
  const document = readXml(bytes);
  if (!document.ok) return document;
  const notes: Notes = { errors: [], unread: [] };
  const draft: Draft = { request: { format: 'proviso-request/1' }, sources: new Map() };
  stateMessage(document.root, draft, notes);
  if (notes.errors.length > 0) return refused(onePerField(notes.errors));
  const result = evidenceRequest.safeParse(draft.request, { error: plainWords });
  if (result.success) return { ok: true, kind: 'request', request: result.data, unread: notes.unread };
  return refused(inTheMessage(fieldErrorsOf(result.error.issues, draft.request), draft.sources));
}

function stateMessage(root: Element, draft: Draft, notes: Notes): void {
  if (root.name !== 'HI1Message' || root.namespace !== namespaces.core) {
    fault(notes, root, `HI1Message of ETSI TS 103 120, namespace ${namespaces.core}`);
    return;
  }
  const parts = partsOf(root, messageShape, notes);
  const [header] = parts['core:Header'];
  const [payload] = parts['core:Payload'];
  if (header === undefined || payload === undefined) return;
  const sender = stateHeader(header, draft, notes);
  const objects = objectsOf(payload, notes);
  const tasks = objects.filter(({ kind }) => kind !== 'AuthorisationObject');
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) {
    if (notes.errors.length === 0) fault(notes, payload, `one task in one message; this one has ${tasks.length}`);
    return;
  }
  stateTask(task, draft, notes);
  const authorisations = objects.filter(({ kind }) => kind === 'AuthorisationObject');
  for (const [index, authorisation] of authorisations.entries()) {
    if (index > 0) fault(notes, authorisation.element, 'at most one authorisation in one message');
    else if (!task.associated.includes(authorisation.id)) {
      fault(notes, authorisation.element, 'an authorisation that the task names among its AssociatedObjects');
    } else stateAuthorisation(authorisation, draft, notes);
  }
  for (const object of objects) checkOwner(object, sender, notes);
}

type Sender = Readonly<Record<'country' | 'name', string | undefined>>;

function stateHeader(header: Element, draft: Draft, notes: Notes): Sender {
  const parts = partsOf(header, headerShape, notes);
  const sender = endpointOf(parts['core:SenderIdentifier'][0], notes);
  const receiver = endpointOf(parts['core:ReceiverIdentifier'][0], notes);
  const [country, name] = [textOf(sender?.country, notes), textOf(sender?.name, notes)];
  state(draft, 'requestingState', country, sender?.country);
  state(draft, 'requestingAuthority.name', name, sender?.name);
  state(draft, 'requestedState', textOf(receiver?.country, notes), receiver?.country);
  const [sent] = parts['core:Timestamp'];
  state(draft, 'issuedAt', textOf(sent, notes), sent);
  return { country, name };
}

/** The id is the task's own ObjectIdentifier: it stays when the same request is sent in another transaction. */
function stateTask(task: Hi1Object, draft: Draft, notes: Notes): void {
  state(draft, 'id', task.id, task.element);
  if (task.kind === 'LITaskObject') stateInterception(task, draft, notes);
  else stateDisclosure(task, draft, notes);
}

/** Two names for who asks in one message are one too many: the reader of each would trust another. */
function checkOwner({ element }: Hi1Object, sender: Sender, notes: Notes): void {
  for (const child of element.children.filter(({ namespace }) => namespace === namespaces.core)) {
    if (child.name === 'CountryCode' && child.text !== sender.country) fault(notes, child, "the sender's CountryCode");
    if (child.name === 'OwnerIdentifier' && child.text !== sender.name) {
      fault(notes, child, "the sender's UniqueIdentifier");
    }
  }
}
