import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The recipient confirms what it received, by the SHA-256 that it computed of the sealed evidence. Another digest than that
 * of the release is not recorded: what came is not what was sent, and is to be collected again.
 */
export async function confirmReceipt(
  input: ActOnCase & Readonly<{ sealedSha256: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { sealedSha256 } = input;
  return perform('confirm-receipt', input, { sealedSha256 }, tools, ({ subject }) => {
    if (subject.released?.body.sealedSha256 !== sealedSha256) return refused('digest-differs');
    return {
      state: subject.state,
      body: { kind: 'receipt-confirmed', sealedSha256 },
      outbox: [{ recipient: subject.parties.authority, body: { notice: 'receipt-confirmed', caseId: subject.id } }],
      value: { sealedSha256 },
    };
  });
}
