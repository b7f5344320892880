import { canonicalBytes, sha256Hex } from '../canonical.ts';
import { authorised, signAuthorisation } from '../authorisation/authorised.ts';
import type { Narrowing } from '../authorisation/narrow.ts';
import { handsIn, isSeparate } from '../authorisation/separation.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import type { PolicyName } from '../../law/law.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';
import { orderFor } from './propose-order.ts';

export type Authorise = ActOnCase &
  Readonly<{ narrowing?: Narrowing; /** SHA-256 of the text that the court was shown. */ shownSha256: string }>;

/**
 * A court authorises: it signs over the hash of exactly the text that it was shown. Where that is no longer the text
 * that this case and narrowing give, nothing is signed.
 */
export async function authorise(
  input: Authorise,
  tools: {
    store: Writer;
    now: () => string;
    random: Random;
    policy: PolicyName;
    signer: (mandate: string) => SignerKey;
  },
): Promise<Answer> {
  const matter = { shownSha256: input.shownSha256, narrowing: input.narrowing ?? null };
  return perform('authorise', input, matter, tools, async ({ subject, mandate, at }) => {
    const proposed = await orderFor(subject, mandate, input.narrowing ?? {}, tools);
    if (proposed.kind === 'refused') return proposed;
    if (proposed.sha256 !== input.shownSha256) return refused('shown-changed');
    const provider = subject.decided?.body.provider ?? '';
    const others = handsIn(subject, await tools.store.mandates());
    if (!isSeparate(mandate, others)) return refused('separation');
    const { order, text } = proposed;
    if (at >= order.validUntil) return refused('order-expired');
    const note = signAuthorisation(text, mandate, at, tools.signer(mandate.id));
    // The court's own signature is checked as everybody will check it, before it counts.
    authorised({ order, text, note, judge: mandate, others, usedAt: at });
    const orderBytes = canonicalBytes(order);
    const textBytes = new TextEncoder().encode(text);
    const body = {
      kind: 'authorised',
      orderSha256: sha256Hex(orderBytes),
      orderTextSha256: proposed.sha256,
      noteSha256: sha256Hex(note),
      scope: order.scope,
      narrowed: order.notAuthorised.length > 0,
      validUntil: order.validUntil,
    } as const;
    return {
      state: 'authorised',
      body,
      documents: [orderBytes, textBytes, note],
      provider,
      outbox: [{ recipient: provider, body: { notice: 'authorised', caseId: subject.id } }],
      value: { orderTextSha256: proposed.sha256 },
    };
  });
}
