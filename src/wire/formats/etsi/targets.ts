import type { TargetKind } from '../../../request/target.ts';
import type { Element } from '../../xml.ts';
import type { Draft } from './draft.ts';
import { state } from './draft.ts';
import { fault, partsOf, textOf } from './elements.ts';
import type { Notes } from './elements.ts';

/** Identifier formats (ETSI TS 103 280) of which we have the kind. A target of another format refuses the message. */
const kinds: Readonly<Record<string, TargetKind>> = {
  InternationalE164: 'phone',
  EmailAddress: 'email',
  InternationalizedEmailAddress: 'email',
  IPv4Address: 'ip',
  IPv6Address: 'ip',
};

/** Targets (clauses 8.2.6 and 8.3.5): `values` holds elements `name`, each a format and a value. */
export function stateTargets(
  values: Element | undefined,
  name: 'task:RequestValue' | 'task:TargetIdentifierValue',
  draft: Draft,
  notes: Notes,
): void {
  if (values === undefined) return;
  const found = (partsOf(values, { [name]: 'many' }, notes)[name] ?? []).map((value) => targetOf(value, notes));
  state(
    draft,
    'targets',
    found.map(({ kind, value }) => ({ kind, value })),
    values,
  );
  for (const [index, { element }] of found.entries()) draft.sources.set(`targets[${index}]`, element);
}

type Found = Readonly<{ kind: TargetKind | undefined; value: string; element: Element }>;

function targetOf(element: Element, notes: Notes): Found {
  const parts = partsOf(element, { 'task:FormatType': 'one', 'task:Value': 'one' }, notes);
  const value = textOf(parts['task:Value'][0], notes) ?? '';
  const [format] = parts['task:FormatType'];
  if (format === undefined) return { kind: undefined, value, element };
  const { 'task:FormatOwner': owner, 'task:FormatName': name } = partsOf(
    format,
    { 'task:FormatOwner': 'one', 'task:FormatName': 'one' },
    notes,
  );
  const known = textOf(owner[0], notes) === 'ETSI';
  const kind = known ? new Map(Object.entries(kinds)).get(textOf(name[0], notes) ?? '') : undefined;
  if (kind === undefined) fault(notes, format, `an ETSI format out of: ${Object.keys(kinds).join(', ')}`);
  return { kind, value, element };
}
