import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { handOverOf, receiptFor, type Signer } from './receipt-for.ts';

/** The recipient says what it used the evidence for: a signed receipt for the sending authority. */
export async function recordUse(
  input: ActOnCase & Readonly<{ use: string }>,
  tools: { store: Writer; now: () => string; random: Random; signer: Signer },
): Promise<Answer<{ receiptSha256: string }>> {
  const { use } = input;
  return perform('record-use', input, { use }, tools, (admitted) => {
    const { subject } = admitted;
    const of = handOverOf(subject);
    if (of === undefined) return refused('no-proof');
    const receipt = receiptFor(admitted, of, 'used', use, tools.signer);
    return {
      state: subject.state,
      body: { kind: 'use-recorded', use, receiptSha256: receipt.sha256 },
      documents: [receipt.bytes],
      outbox: [{ recipient: subject.parties.authority, body: { notice: 'use-recorded', caseId: subject.id } }],
      value: { receiptSha256: receipt.sha256 },
    };
  });
}
