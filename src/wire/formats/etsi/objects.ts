import type { Element } from '../../xml.ts';
import { actionShape } from './shapes.ts';
import { fault, namespaces, partsOf, textOf } from './elements.ts';
import type { Notes } from './elements.ts';

/** The objects that a message creates (ETSI TS 103 120 V1.12.1 clauses 6.4 and 7.1). Other actions are not requests. */

export const objectKinds = ['AuthorisationObject', 'LDTaskObject', 'LITaskObject'] as const;
export type ObjectKind = (typeof objectKinds)[number];

export type Hi1Object = Readonly<{ kind: ObjectKind; id: string; associated: readonly string[]; element: Element }>;

export function objectsOf(payload: Element, notes: Notes): readonly Hi1Object[] {
  const { 'core:RequestPayload': requests } = partsOf(
    payload,
    { 'core:RequestPayload': 'maybe', 'core:ResponsePayload': 'maybe' },
    notes,
  );
  const [request] = requests;
  if (request === undefined) {
    fault(notes, payload, 'a RequestPayload: this message is not a request');
    return [];
  }
  const [actions] = partsOf(request, { 'core:ActionRequests': 'one' }, notes)['core:ActionRequests'];
  if (actions === undefined) return [];
  const shape = { 'core:ActionRequest': 'many' } as const;
  const found = partsOf(actions, shape, notes)['core:ActionRequest'].map((action) => createdBy(action, notes));
  const objects = found.filter((object) => object !== undefined);
  const seen = new Set<string>();
  for (const { id, element } of objects) {
    if (seen.has(id)) fault(notes, element, 'an ObjectIdentifier of its own');
    seen.add(id);
  }
  return objects;
}

function createdBy(action: Element, notes: Notes): Hi1Object | undefined {
  const { 'core:ActionIdentifier': number, ...verbs } = partsOf(action, actionShape, notes);
  const [verb, second] = Object.values(verbs).flat();
  if (number.length !== 1 || verb === undefined || second !== undefined) {
    fault(notes, action, 'one action');
    return undefined;
  }
  if (verb.name !== 'CREATE') {
    fault(notes, verb, 'CREATE, a new request');
    return undefined;
  }
  const [object] = partsOf(verb, { 'core:HI1Object': 'one' }, notes)['core:HI1Object'];
  return object === undefined ? undefined : identified(object, notes);
}

function identified(object: Element, notes: Notes): Hi1Object | undefined {
  const kind = kindOf(object);
  if (kind === undefined) {
    fault(notes, object, `xsi:type ${objectKinds.join(', ')}; no other object is taken`);
    return undefined;
  }
  const child = (name: string): Element | undefined =>
    object.children.find((each) => each.name === name && each.namespace === namespaces.core);
  const id = textOf(child('ObjectIdentifier'), notes);
  if (id === undefined) {
    fault(notes, object, 'an element core:ObjectIdentifier in it');
    return undefined;
  }
  const list = child('AssociatedObjects');
  const associated = list === undefined ? [] : partsOf(list, { 'core:AssociatedObject': 'many' }, notes);
  const ids = 'core:AssociatedObject' in associated ? associated['core:AssociatedObject'] : [];
  return { kind, id, associated: ids.map((each) => textOf(each, notes) ?? ''), element: object };
}

/** The type of an object is a qualified name, so its prefix is looked up where it stands. */
function kindOf(object: Element): ObjectKind | undefined {
  const type = object.attributes.find(({ name, namespace }) => name === 'type' && namespace === namespaces.xsi);
  const [, prefix = '', local = ''] = /^(?:([^:]+):)?([^:]+)$/.exec(type?.value.trim() ?? '') ?? [];
  const kind = objectKinds.find((known) => known === local);
  const home = kind === 'AuthorisationObject' ? namespaces.auth : namespaces.task;
  return object.namespaceOf(prefix) === home ? kind : undefined;
}
