import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The asking State says which of its requests is the one that it announced (art. 42(3)(f)): another case of its own, to the
 * same authority, for data of at least one of the same accounts. From here on the data stay until that one is decided.
 */
export async function followUp(
  input: ActOnCase & Readonly<{ followingCaseId: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { followingCaseId } = input;
  return perform('follow-up', input, { followingCaseId }, tools, async ({ subject }) => {
    const following = await tools.store.caseById(followingCaseId);
    const kept = subject.preservation?.ordered.body.scope.targets ?? [];
    const same =
      following !== undefined &&
      following.id !== subject.id &&
      following.parties.requestingAuthority === subject.parties.requestingAuthority &&
      following.parties.authority === subject.parties.authority &&
      following.latest.body.request.measure !== 'preservation' &&
      (following.latest.body.request.targets ?? []).some((target) => kept.some(({ kind, value }) => kind === target.kind && value === target.value)); // prettier-ignore
    if (!same) return refused('not-following');
    return {
      state: subject.state,
      body: { kind: 'request-followed', caseId: following.id },
      outbox: [{ recipient: subject.parties.authority, body: { notice: 'request-followed', caseId: subject.id } }],
      value: null,
    };
  });
}
