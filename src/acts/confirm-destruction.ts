import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { custodyOfSealed, handOverOf, receiptFor, type Signer } from './receipt-for.ts';

/** The recipient destroyed the evidence and every copy of it, and says how: a signed receipt, and the last entry of custody. */
export async function confirmDestruction(
  input: ActOnCase & Readonly<{ how: string }>,
  tools: { store: Writer; now: () => string; random: Random; signer: Signer },
): Promise<Answer<{ receiptSha256: string }>> {
  const { how } = input;
  return perform('confirm-destruction', input, { how }, tools, (admitted) => {
    const { subject } = admitted;
    const of = handOverOf(subject);
    if (of === undefined) return refused('no-proof');
    const receipt = receiptFor(admitted, of, 'destroyed', how, tools.signer);
    return {
      state: 'destroyed',
      body: {
        kind: 'destruction-confirmed',
        how,
        receiptSha256: receipt.sha256,
        custody: [custodyOfSealed(admitted, 'destroyed', of, how, tools.signer)],
      },
      documents: [receipt.bytes],
      outbox: [{ recipient: subject.parties.authority, body: { notice: 'destruction-confirmed', caseId: subject.id } }],
      value: { receiptSha256: receipt.sha256 },
    };
  });
}
