import { basisOf } from '../authorisation/access.ts';
import { holds } from '../authorisation/mandate.ts';
import { namesState } from '../standing/reach.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * An officer opens a case of their authority that is not assigned to them, and says why. It stays open to them for
 * `limits.glassHours`, for reading; the log counts it and every overseer of the State is told.
 */
export async function breakGlass(
  input: ActOnCase & Readonly<{ reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  return perform('break-glass', input, { reasons: input.reasons }, tools, async ({ subject, mandate, at }) => {
    const mandates = await tools.store.mandates();
    if (basisOf(mandate, subject, mandates, at) !== undefined) return refused('not-open');
    const overseers = mandates.filter(
      (each) => each.role === 'overseer' && holds(each, at) && namesState(mandate.state, each.state),
    );
    const body = { notice: 'glass-broken', caseId: subject.id, by: mandate.id };
    return {
      state: subject.state,
      body: { kind: 'glass-broken', reasons: input.reasons },
      outbox: [...new Set(overseers.map(({ authority }) => authority))].map((recipient) => ({ recipient, body })),
      value: null,
    };
  });
}
