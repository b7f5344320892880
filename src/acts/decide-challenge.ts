import type { ChallengeDecided } from '../request/service.ts';
import { stateAfter } from '../request/case.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

export type DecideChallenge = ActOnCase &
  Readonly<{
    outcome: ChallengeDecided['outcome'];
    reasons: string;
    /** With `upheld`: the new date of production (UTC), at the latest when the order ends. */
    produceBy?: string;
  }>;

/**
 * The court answers a challenge: it upholds its order, has it made smaller (the smaller text is then signed on the order's
 * own page, and served again), or sets it aside for good. What it wrote before has no effect in the last two cases.
 */
export async function decideChallenge(
  input: DecideChallenge,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { outcome, reasons, produceBy } = input;
  const matter = { outcome, reasons, produceBy: produceBy ?? null };
  return perform('decide-challenge', input, matter, tools, ({ subject, at }) => {
    const validUntil = subject.authorised?.body.validUntil ?? at;
    if (outcome === 'upheld' && (produceBy === undefined || produceBy <= at || produceBy > validUntil))
      return refused(at < validUntil ? 'bad-date' : 'order-expired', [at, validUntil]);
    const body: ChallengeDecided = {
      kind: 'challenge-decided',
      outcome,
      reasons,
      ...(outcome === 'upheld' && produceBy !== undefined && { produceBy }),
    };
    const { authority, provider, requestingAuthority } = subject.parties;
    // The asking State is told what it means for its request, not what the provider said.
    const told = [authority, ...(provider === null ? [] : [provider]), ...(outcome === 'set-aside' ? [requestingAuthority] : [])]; // prettier-ignore
    return {
      state: stateAfter(subject, body),
      body,
      outbox: told.map((recipient) => ({ recipient, body: { notice: body.kind, outcome, caseId: subject.id } })),
      value: outcome,
    };
  });
}
