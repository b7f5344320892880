import { sha256Hex } from '../canonical.ts';
import { limits } from '../limits.ts';
import { monthsAfter } from '../request/secrecy.ts';
import type { SecrecyReason } from '../request/event.ts';
import type { Writer } from '../store/writer.ts';
import { signNote, type SignerKey } from '../transparency/note.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

export type OrderSecrecy = ActOnCase &
  Readonly<{ openBy: string; reason: SecrecyReason; /** Why, for those who read the case. */ reasons: string }>;

/**
 * A court orders that what happens in a case is sealed in the public log until a month, or that what is sealed stays so
 * for longer. It signs the order. What is sealed is counted at once all the same; what was logged openly stays open.
 */
export async function orderSecrecy(
  input: OrderSecrecy,
  tools: {
    store: Writer;
    now: () => string;
    random: Random;
    /** Only a sandbox holds keys of its judges. */
    courtSigner?: (mandate: string) => SignerKey;
  },
): Promise<Answer<{ openBy: string }>> {
  const { openBy, reason, reasons } = input;
  return perform('order-secrecy', input, { openBy, reason, reasons }, tools, ({ subject, mandate, at }) => {
    const month = at.slice(0, 7);
    const latest = monthsAfter(month, limits.sealedMonths);
    if (openBy <= month || openBy > latest) return refused('secrecy-month', [monthsAfter(month, 1), latest]);
    const before = subject.secrecy;
    // What is late is opened: no court makes it timely afterwards.
    if (before !== undefined && before.openBy < month) return refused('secrecy-over', [before.openBy]);
    const text = [
      'SECRECY ORDER',
      `Case           ${subject.id}`,
      `Court          ${mandate.authorityName}`,
      `Signed at      ${at}`,
      `Sealed until   ${openBy}`,
      `Leaves         ${before === undefined ? 'all that follow' : before.leaves.join(', ')}`,
      `Reason         ${reason}`,
      'REASONS',
      ...reasons.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => `  | ${line}`.trimEnd()),
      '',
    ].join('\n');
    const signer = tools.courtSigner?.(mandate.id);
    if (signer === undefined) return refused('not-signed');
    const note = signNote(text, [signer]);
    const recipients = [subject.parties.authority, subject.parties.requestingAuthority];
    return {
      state: subject.state,
      body: {
        kind: 'secrecy-ordered',
        openBy,
        reason,
        reasons,
        extends: before?.leaves ?? [],
        noteSha256: sha256Hex(note),
      },
      documents: [note],
      outbox: recipients.map((recipient) => ({ recipient, body: { notice: 'secrecy-ordered', caseId: subject.id, openBy } })), // prettier-ignore
      value: { openBy },
    };
  });
}
