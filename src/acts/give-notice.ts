import { noticeDue } from '../remedy/notice.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { storedOrder } from './stored-order.ts';

/** The authority tells the person concerned that their data were disclosed in an emergency, and records how. Not before a delay has ended. */
export async function giveNotice(
  input: ActOnCase & Readonly<{ how: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { how } = input;
  return perform('give-notice', input, { how }, tools, async ({ subject, at }) => {
    const stored = await storedOrder(subject, at, tools.store);
    if (stored !== undefined && !noticeDue(stored.order.notice, at)) return refused('notice-delayed');
    return { state: subject.state, body: { kind: 'notice-given', how }, value: null };
  });
}
