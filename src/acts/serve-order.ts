import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { provenOrder } from './stored-order.ts';

export type ServeOrder = ActOnCase &
  Readonly<{
    /** UTC; at the latest when the order itself ends. */ produceBy: string;
    /** May be empty. */ message: string;
  }>;

/** The authority serves the court's order on the provider: this text, to be executed by then. Nothing is produced before. */
export async function serveOrder(
  input: ServeOrder,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { produceBy, message } = input;
  return perform('serve-order', input, { produceBy, message }, tools, async ({ subject, at }) => {
    const proven = await provenOrder(subject, at, tools.store);
    const { provider } = subject.parties;
    if (proven === undefined || provider === null) return refused('no-proof');
    const { validUntil } = proven.order;
    if (produceBy <= at || produceBy > validUntil) return refused('bad-date', [at, validUntil]);
    return {
      state: 'served',
      body: { kind: 'order-served', orderTextSha256: proven.sha256, produceBy, message },
      outbox: [
        { recipient: provider, body: { notice: 'order-served', caseId: subject.id, produceBy } },
        { recipient: subject.parties.requestingAuthority, body: { notice: 'order-served', caseId: subject.id } },
      ],
      value: { orderTextSha256: proven.sha256, produceBy },
    };
  });
}
