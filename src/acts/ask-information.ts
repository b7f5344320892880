import type { Policy } from '../law/policy.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import { assessCase, type Law } from './assess-case.ts';
import { leafFor, type Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** Asks the other State for what its request lacks, all of it at once (art. 40(16)). Refused when it lacks nothing. */
export async function askInformation(
  input: ActOnCase & Readonly<{ message: string }>,
  tools: { store: Writer; now: () => string; random: Random; law: Law; policy: Policy },
): Promise<Answer> {
  return perform('ask-information', input, input.message, tools, async ({ subject, mandate, at }) => {
    const { owed } = await assessCase(subject, tools, at);
    if (owed.length === 0) return refused('needs-facts', []);
    const body = { kind: 'information-asked', facts: owed, message: input.message } as const;
    const { request } = subject.received.body;
    const caseKey = await tools.store.caseKey(subject.id);
    return {
      state: subject.state,
      body,
      leaf: leafFor({ body, request, authority: mandate.authority, at, caseKey, random: tools.random }),
      outbox: [
        { recipient: subject.parties.requestingAuthority, body: { notice: 'information-asked', caseId: subject.id } },
      ],
      value: owed,
    };
  });
}
