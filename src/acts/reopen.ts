import { holds } from '../authorisation/mandate.ts';
import { stateAfter } from '../request/case.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * A case that had ended is looked at again, with reasons, by another officer than the one who decided it last where the
 * authority has one. What was decided and ordered has no effect any more; a new decision and authorisation are needed.
 * Evidence that left cannot be called back, so a case in which it did is not reopened.
 */
export async function reopen(
  input: ActOnCase & Readonly<{ reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { reasons } = input;
  return perform('reopen', input, { reasons }, tools, async ({ subject, mandate, at }) => {
    if (subject.released !== undefined) return refused('not-open');
    const mandates = await tools.store.mandates();
    const decider = mandates.find(({ id }) => id === subject.decided?.by);
    const others = mandates.filter(
      (each) =>
        each.role === mandate.role &&
        each.authority === mandate.authority &&
        each.person !== mandate.person &&
        holds(each, at),
    );
    if (decider?.person === mandate.person && others.length > 0)
      return refused('another-officer', others.map(({ name }) => name)); // prettier-ignore
    const body = { kind: 'reopened', reasons } as const;
    return {
      state: stateAfter(subject, body),
      body,
      outbox: [
        { recipient: subject.parties.requestingAuthority, body: { notice: 'reopened', caseId: subject.id, reasons } },
      ],
      value: null,
    };
  });
}
