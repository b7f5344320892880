import { challengeGrounds, type ChallengeGround } from '../request/service.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import { courtOf } from './court-of.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** What a provider says against an order: codes of src/request/service.ts, and its reasons. */
export type Challenge = ActOnCase & Readonly<{ grounds: readonly string[]; reasons: string }>;

/** The provider challenges the order before the court (mission E5). Until the court has answered nothing is produced. */
export async function challenge(
  input: Challenge,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { reasons } = input;
  return perform('challenge', input, { grounds: input.grounds, reasons }, tools, async ({ subject }) => {
    const grounds = challengeGrounds.filter((ground) => input.grounds.includes(ground));
    if (grounds.length === 0 || grounds.length !== new Set(input.grounds).size)
      return refused('no-ground', challengeGrounds);
    const body = { kind: 'challenged', grounds: grounds satisfies readonly ChallengeGround[], reasons } as const;
    const told = [...(await courtOf(subject, tools.store)), subject.parties.authority];
    return {
      state: 'challenged',
      body,
      outbox: told.map((recipient) => ({ recipient, body: { notice: 'challenged', caseId: subject.id } })),
      value: null,
    };
  });
}
