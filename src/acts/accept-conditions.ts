import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { custodyOfSealed, handOverOf, receiptFor, type Signer } from './receipt-for.ts';

/**
 * The recipient accepts the conditions that travel with the evidence: a signed receipt, an entry of custody, and from now
 * on the retention counts. @param input.shownSha256 of the conditions that the person saw: others are not accepted
 */
export async function acceptConditions(
  input: ActOnCase & Readonly<{ shownSha256: string }>,
  tools: { store: Writer; now: () => string; random: Random; signer: Signer },
): Promise<Answer<{ receiptSha256: string }>> {
  const { shownSha256 } = input;
  return perform('accept-conditions', input, { shownSha256 }, tools, (admitted) => {
    const { subject, mandate } = admitted;
    const of = handOverOf(subject);
    const terms = subject.released?.body.terms;
    if (of === undefined || terms === undefined) return refused('no-proof');
    if (of.conditionsSha256 !== shownSha256) return refused('shown-changed');
    const says = `accepted for ${mandate.authorityName} by ${mandate.name}`;
    const receipt = receiptFor(admitted, of, 'accepted', says, tools.signer);
    const reason = `received under the conditions with SHA-256 ${of.conditionsSha256}`;
    return {
      state: 'accepted',
      body: {
        kind: 'conditions-accepted',
        conditionsSha256: of.conditionsSha256,
        receiptSha256: receipt.sha256,
        retainUntil: terms.retention.until,
        custody: [custodyOfSealed(admitted, 'acknowledged', of, reason, tools.signer)],
      },
      documents: [receipt.bytes],
      outbox: [{ recipient: subject.parties.authority, body: { notice: 'conditions-accepted', caseId: subject.id } }],
      value: { receiptSha256: receipt.sha256 },
    };
  });
}
