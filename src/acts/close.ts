import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** The officer closes a case in which nothing more is expected; of evidence that left, only once its receipt was confirmed. */
export async function close(
  input: ActOnCase & Readonly<{ reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { reasons } = input;
  return perform('close', input, { reasons }, tools, ({ subject }) => {
    if (subject.state === 'collected' && subject.receiptConfirmed === undefined) return refused('receipt-open');
    const { provider, requestingAuthority } = subject.parties;
    return {
      state: 'closed',
      body: { kind: 'closed', reasons },
      outbox: [requestingAuthority, ...(provider === null ? [] : [provider])].map((recipient) => ({
        recipient,
        body: { notice: 'closed', caseId: subject.id },
      })),
      value: null,
    };
  });
}
