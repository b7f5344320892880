import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The authority puts right what one of its officers wrote in an earlier event. The event stays; nothing that was decided or
 * authorised changes by it: for that, the case is decided anew.
 */
export async function noteCorrection(
  input: ActOnCase & Readonly<{ /** The event, by its number in the case. */ number: number; text: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { number, text } = input;
  return perform('note-correction', input, { number, text }, tools, async ({ subject, mandate }) => {
    const event = subject.events.find((each) => each.number === number);
    const author = event && (await tools.store.mandate(event.by));
    if (author?.authority !== mandate.authority) return refused('not-your-event');
    return {
      state: subject.state,
      body: { kind: 'correction-noted', number, text },
      outbox: [
        { recipient: subject.parties.requestingAuthority, body: { notice: 'correction-noted', caseId: subject.id } },
      ],
      value: null,
    };
  });
}
