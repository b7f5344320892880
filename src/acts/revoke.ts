import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

/**
 * The court takes its authorisation back, with reasons. From then on nothing is produced or released under it; a new
 * authorisation is a new signature over another text, which names the one that it follows.
 */
export async function revoke(
  input: ActOnCase & Readonly<{ reasons: string }>,
  tools: { store: Writer; now: () => string; random: Random },
): Promise<Answer> {
  return perform('revoke', input, { reasons: input.reasons }, tools, ({ subject }) => {
    const { authorised, parties } = subject;
    if (authorised === undefined) return refused('not-open');
    const { orderTextSha256 } = authorised.body;
    const notice = { notice: 'authorisation-revoked', caseId: subject.id };
    const recipients = [
      parties.authority,
      parties.requestingAuthority,
      ...(parties.provider === null ? [] : [parties.provider]),
    ];
    return {
      state: 'authorisation-revoked',
      body: { kind: 'authorisation-revoked', orderTextSha256, reasons: input.reasons },
      outbox: recipients.map((recipient) => ({ recipient, body: notice })),
      value: { orderTextSha256 },
    };
  });
}
