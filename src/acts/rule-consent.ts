import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import type { Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/** The court on a consent that the sending authority proposes: it decides as it decided on the evidence. */
export async function ruleConsent(
  input: ActOnCase & Readonly<{ outcome: 'granted' | 'refused'; reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  const { outcome, reasons } = input;
  return perform('rule-consent', input, { outcome, reasons }, tools, ({ subject }) => {
    const { authority, requestingAuthority } = subject.parties;
    return {
      state: 'accepted',
      body: { kind: 'consent-ruled', outcome, reasons },
      outbox: [authority, requestingAuthority].map((recipient) => ({
        recipient,
        body: { notice: 'consent-ruled', caseId: subject.id },
      })),
      value: null,
    };
  });
}
