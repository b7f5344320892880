import type { Element } from '../../xml.ts';
import type { Draft } from './draft.ts';
import { state } from './draft.ts';
import { entryOf, etsiValue, partsOf } from './elements.ts';
import type { Notes } from './elements.ts';

/**
 * `IsTest` is carried over, so that a test is never counted. `IsEmergency` is not: it says that a national emergency
 * procedure was used, not that a life is in danger (art. 2(o)), and the emergency path has fewer checks. Who needs
 * that path states the danger, in our own form.
 */
export function stateFlags(
  flags: Element | undefined,
  name: 'auth:AuthorisationFlag' | 'task:TaskFlag' | 'task:LDTaskFlag',
  draft: Draft,
  notes: Notes,
): void {
  if (flags === undefined) return;
  for (const flag of partsOf(flags, { [name]: 'many' }, notes)[name] ?? []) {
    if (etsiValue(entryOf(flag, notes), name.slice(5)) === 'IsTest') state(draft, 'isTest', true, flag);
    else notes.unread.push(flag.path);
  }
}
