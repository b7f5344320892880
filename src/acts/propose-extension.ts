import { sha256Hex } from '../canonical.ts';
import { orderText } from '../authorisation/order-text.ts';
import type { Case } from '../request/case.ts';
import type { Reader } from '../store/reader.ts';
import { refused, type Refused } from './answer.ts';
import { admit } from './perform.ts';
import { orderDays, type ProposedOrder } from './propose-order.ts';
import { storedOrder } from './stored-order.ts';

/** The order again, word for word, for as long once more: what a court would sign to extend it. Changes nothing. */
export async function proposeExtension(
  input: { mandate: string; caseId: string },
  tools: { store: Reader; now: () => string },
): Promise<ProposedOrder | Refused> {
  const admitted = await admit('extend', input, tools);
  return 'kind' in admitted ? admitted : extensionOf(admitted.subject, tools.store);
}

/** The text names the one that it follows, so that it is another text and needs another signature. */
export async function extensionOf(subject: Case, store: Reader): Promise<ProposedOrder | Refused> {
  const stored = await storedOrder(subject, '', store);
  if (stored === undefined) return refused('not-open');
  const validUntil = new Date(Date.parse(stored.order.validUntil) + orderDays * 86_400_000).toISOString();
  const order = { ...stored.order, follows: stored.sha256, validUntil };
  const text = orderText(order);
  return { kind: 'shown', order, text, sha256: sha256Hex(text) };
}
