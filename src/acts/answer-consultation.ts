import { stateAfter } from '../request/case.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import type { Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** The asking State answers what it was consulted on (art. 40(28)): all of it, where it was consulted more than once. */
export async function answerConsultation(
  input: ActOnCase & Readonly<{ message: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  return perform('answer-consultation', input, input.message, tools, ({ subject }) => {
    const body = { kind: 'consultation-answered', message: input.message } as const;
    return {
      state: stateAfter(subject, body),
      body,
      outbox: [{ recipient: subject.parties.authority, body: { notice: body.kind, caseId: subject.id } }],
      value: null,
    };
  });
}
