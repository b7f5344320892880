import { dutiesOf, isPending } from '../request/duty.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** Tells the asking State, once, that its request is here and until when a decision is due (art. 40(26)). */
export async function acknowledge(
  input: ActOnCase & Readonly<{ /** May be empty. */ message: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  return perform('acknowledge', input, { message: input.message }, tools, ({ subject }) => {
    const pending = dutiesOf(subject).filter(isPending);
    // While the asking State owes an answer no decision is due: then it is told of its own date.
    const [next] = ['decide', 'supply-information', 'answer-consultation'].flatMap((kind) => pending.filter((duty) => duty.kind === kind)); // prettier-ignore
    if (next === undefined) return refused('not-open');
    return {
      state: subject.state,
      body: { kind: 'acknowledged', next: next.kind, by: next.due, message: input.message },
      outbox: [
        {
          recipient: subject.parties.requestingAuthority,
          body: { notice: 'acknowledged', caseId: subject.id, next: next.kind, by: next.due },
        },
      ],
      value: { by: next.due },
    };
  });
}
