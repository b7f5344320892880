import { parseCanonical } from '../canonical.ts';
import {
  authorised,
  checkAuthorisation,
  type AuthorisationEvidence,
  type Authorised,
} from '../authorisation/authorised.ts';
import { handsIn } from '../authorisation/separation.ts';
import type { Order } from '../authorisation/order.ts';
import type { Case } from '../request/case.ts';
import type { Reader } from '../store/reader.ts';
import type { RegisteredMandate } from '../store/rows.ts';

/** An order as a case keeps it, with all that is needed to check it. */
export type StoredOrder = AuthorisationEvidence &
  Readonly<{ judge: RegisteredMandate; sha256: string; leafIndex: number; orderBytes: Uint8Array }>;

/** What a case holds of its authorisation, ready to be checked. `undefined` for a case that no court authorises (any more). */
export async function storedOrder(subject: Case, usedAt: string, store: Reader): Promise<StoredOrder | undefined> {
  const { authorised: event, revoked } = subject;
  if (event === undefined || revoked !== undefined) return undefined;
  const { orderSha256, orderTextSha256, noteSha256 } = event.body;
  const [orderBytes, text, note, mandates] = await Promise.all([
    store.document(orderSha256),
    store.document(orderTextSha256),
    store.document(noteSha256),
    store.mandates(),
  ]);
  const judge = mandates.find(({ id }) => id === event.by);
  if (!orderBytes || !text || !note || !judge) throw new Error(`the order of case ${subject.id} is not in the store`);
  return {
    order: parseCanonical(orderBytes) as Order,
    orderBytes,
    text: new TextDecoder().decode(text),
    note,
    judge,
    keys: (await store.keysOf(judge.person)).map(({ key }) => key),
    // In an emergency who ordered is a prosecutor, and a hand like others; a judge is none.
    others: handsIn(subject, mandates).filter(({ id }) => id !== judge.id),
    usedAt,
    sha256: orderTextSha256,
    leafIndex: event.leafIndex,
  };
}

export type ProvenOrder = StoredOrder & Readonly<{ authorised: Authorised }>;

/** The case's authorisation with its proof; `undefined` where there is none, or where any step of the check fails. */
export async function provenOrder(subject: Case, usedAt: string, store: Reader): Promise<ProvenOrder | undefined> {
  const stored = await storedOrder(subject, usedAt, store);
  if (stored === undefined || checkAuthorisation(stored).some(({ holds }) => !holds)) return undefined;
  return { ...stored, authorised: authorised(stored) };
}
