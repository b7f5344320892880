import { limits } from '../limits.ts';
import { inDays } from '../request/duty-table.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The officer ends a preservation. Not before the 60 days in which the asking State may send its request (art. 42(8)), and
 * not while a request that followed is undecided.
 */
export async function endPreservation(
  input: ActOnCase & Readonly<{ reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { reasons } = input;
  return perform('end-preservation', input, { reasons }, tools, async ({ subject, at }) => {
    const { preservation } = subject;
    const floor = inDays(preservation?.ordered.at ?? at, limits.preservationFloorDays);
    const followed =
      preservation?.followedBy === undefined ? undefined : await tools.store.caseById(preservation.followedBy);
    if (followed === undefined && at < floor) return refused('preservation-floor', [floor]);
    if (followed !== undefined && followed.decided === undefined && followed.state !== 'withdrawn')
      return refused('request-pending');
    const { provider, requestingAuthority } = subject.parties;
    const body = { kind: 'preservation-ended', reasons } as const;
    return {
      state: 'preservation-ended',
      body,
      outbox: [requestingAuthority, ...(provider === null ? [] : [provider])].map((recipient) => ({
        recipient,
        body: { notice: body.kind, caseId: subject.id },
      })),
      value: null,
    };
  });
}
