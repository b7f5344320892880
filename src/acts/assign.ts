import { assignedRoles, assignedTo, basisOf } from '../authorisation/access.ts';
import { holds, type Mandate } from '../authorisation/mandate.ts';
import type { Case } from '../request/case.ts';
import { limits } from '../limits.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * Gives a case to officers of one's own authority: to these and to no others of it. Whoever has the case may give it on;
 * so may who broke the glass, and anybody of the role while nobody who has it holds a mandate any more.
 */
export async function assign(
  input: ActOnCase & Readonly<{ officers: readonly string[]; reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const officers = [...new Set(input.officers)].toSorted();
  return perform('assign', input, { officers, reasons: input.reasons }, tools, async ({ subject, mandate, at }) => {
    const mandates = await tools.store.mandates();
    if (!mayAssign(mandate, subject, mandates, at)) return refused('not-assigned');
    const choice = new Map(officersOf(mandate.authority, mandates, at).map((each) => [each.id, each]));
    const strangers = officers.filter((id) => !choice.has(id));
    if (strangers.length > 0) return refused('not-an-officer', strangers);
    // Somebody must be able to act on it: a case with second officers only would wait for ever.
    if (!officers.some((id) => choice.get(id)?.role === mandate.role) || officers.length > limits.assignedOfficers)
      return refused('not-an-officer');
    const assigned = { ...subject.assigned, [mandate.authority]: officers };
    return {
      state: subject.state,
      body: { kind: 'assigned', authority: mandate.authority, officers, reasons: input.reasons },
      assigned: Object.values(assigned).flat(),
      value: officers,
    };
  });
}

/** Whether this person may give the case to others. */
export function mayAssign(mandate: Mandate, subject: Case, mandates: readonly Mandate[], at: string): boolean {
  if (basisOf(mandate, subject, mandates, at) !== undefined) return true;
  const has = new Set(assignedTo(subject, mandate.authority));
  return !mandates.some((each) => has.has(each.id) && each.role === mandate.role && holds(each, at));
}

/** Those of an authority to whom a case can be given now. */
export const officersOf = <M extends Mandate>(authority: string, mandates: readonly M[], at: string): readonly M[] =>
  mandates.filter(
    (each) =>
      each.authority === authority && (assignedRoles as readonly string[]).includes(each.role) && holds(each, at),
  );
