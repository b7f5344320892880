import type { PolicyName } from '../../law/law.ts';
import { stateAfter } from '../request/case.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import { assessCase } from './assess-case.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** Asks the other State for what its request lacks, all of it at once (art. 40(16)). Refused when it lacks nothing. */
export async function askInformation(
  input: ActOnCase & Readonly<{ message: string }>,
  tools: { store: Writer; now: () => string; random: Random; policy: PolicyName },
): Promise<Answer> {
  return perform('ask-information', input, input.message, tools, async ({ subject }) => {
    const assessment = assessCase(subject, { ...tools, mandates: await tools.store.mandates() });
    const owed = [...assessment.owed.map(({ fact }) => fact), ...assessment.asks];
    if (owed.length === 0) return refused('needs-facts', []);
    const body = { kind: 'information-asked', facts: owed, message: input.message } as const;
    return {
      state: stateAfter(subject, body),
      body,
      outbox: [
        { recipient: subject.parties.requestingAuthority, body: { notice: 'information-asked', caseId: subject.id } },
      ],
      value: owed,
    };
  });
}
