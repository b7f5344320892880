import { canonicalBytes, sha256Hex } from '../canonical.ts';
import { encodeAssertion, type Assertion } from '../authorisation/assertion.ts';
import { checkAuthorisation, signAuthorisation, signedAt } from '../authorisation/authorised.ts';
import { addedByCourt, leftOut, type Narrowing } from '../authorisation/narrow.ts';
import { handsIn, isSeparate } from '../authorisation/separation.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer, type Refused } from './answer.ts';
import type { PolicyName } from '../../law/law.ts';
import type { Random } from './leaf-for.ts';
import { perform, type Admitted } from './perform.ts';
import { orderFor, type ProposedOrder } from './propose-order.ts';

/** What a judge's own device made: a C2SP note, or the parts of a passkey's assertion (base64url). */
export type CourtSignature =
  | Readonly<{ form: 'note'; bytes: Uint8Array }>
  | (Readonly<{ form: 'assertion' }> &
      Pick<Assertion, 'credentialId' | 'authenticatorData' | 'clientDataJSON' | 'signature'>);

export type Authorise = ActOnCase &
  Readonly<{
    narrowing?: Narrowing;
    /** SHA-256 of the text that the court was shown. */
    shownSha256: string;
    /** Absent only in a sandbox, which signs for its invented judges. */
    signature?: CourtSignature;
  }>;

/**
 * A court authorises: it signs over the hash of exactly the text that it was shown. Where that is no longer the text
 * that this case and narrowing give, nothing counts. A text that was authorised once is never authorised again: the next
 * one names it, so that no signature can be used twice.
 */
export const authorise = (input: Authorise, tools: CourtTools & Readonly<{ policy: PolicyName }>): Promise<Answer> =>
  signOrder('authorise', input, tools, ({ subject, mandate }) =>
    orderFor(subject, mandate, input.narrowing ?? {}, tools),
  );

export type CourtTools = Readonly<{
  store: Writer;
  now: () => string;
  random: Random;
  /** The keys of invented judges; no other installation holds a judge's key. */
  courtSigner?: (mandate: string) => SignerKey;
}>;

/** The court's signature over an order that is proposed to it, checked before it counts. */
export async function signOrder(
  act: 'authorise' | 'extend',
  input: Authorise,
  tools: CourtTools,
  propose: (admitted: Admitted) => Promise<ProposedOrder | Refused>,
): Promise<Answer> {
  const { shownSha256, narrowing = null, signature } = input;
  const matter = { shownSha256, narrowing, ...(signature && { signature: fingerprintOf(signature) }) };
  return perform(act, input, matter, tools, async ({ subject, mandate, at }) => {
    const proposed = await propose({ subject, mandate, at });
    if (proposed.kind === 'refused') return proposed;
    if (proposed.sha256 !== shownSha256) return refused('shown-changed');
    if (subject.narrowWithin && leftOut(subject.narrowWithin, proposed.order.scope).length === 0)
      return refused('not-narrower');
    const provider = subject.decided?.body.provider ?? '';
    const others = handsIn(subject, await tools.store.mandates());
    if (!isSeparate(mandate, others)) return refused('separation');
    const { order, text } = proposed;
    if (at >= order.validUntil) return refused('order-expired');
    const note = signatureOver(input, text, at, tools);
    if (note === undefined) return refused('not-signed');
    // The court's own signature is checked as everybody will check it, before it counts; ended keys sign nothing.
    const keys = (await tools.store.keysOf(mandate.person)).flatMap(({ key, endedAt }) => (endedAt ? [] : [key]));
    const evidence = { order, text, note, judge: mandate, keys, others, usedAt: at };
    if (checkAuthorisation(evidence).some(({ holds }) => !holds)) return refused('not-signed');
    if ((signedAt(evidence) ?? '') < (subject.decided?.at ?? at)) return refused('not-signed');
    const orderBytes = canonicalBytes(order);
    const textBytes = new TextEncoder().encode(text);
    const body = {
      kind: 'authorised',
      orderSha256: sha256Hex(orderBytes),
      orderTextSha256: proposed.sha256,
      noteSha256: sha256Hex(note),
      scope: order.scope,
      narrowed:
        leftOut(subject.decided?.body.scope ?? order.scope, order.scope).length > 0 ||
        order.conditions.some(({ rule }) => rule === addedByCourt),
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

const fingerprintOf = (signature: CourtSignature): unknown =>
  signature.form === 'note' ? sha256Hex(signature.bytes) : signature;

/** What is kept of the signature; `undefined` where nobody signed. */
export function signatureOver(
  { signature, mandate }: Pick<Authorise, 'signature' | 'mandate'>,
  text: string,
  at: string,
  { courtSigner }: { courtSigner?: (mandate: string) => SignerKey },
): Uint8Array | undefined {
  if (signature === undefined) return courtSigner && signAuthorisation(text, { id: mandate }, at, courtSigner(mandate));
  if (signature.form === 'note') return signature.bytes;
  const { credentialId, authenticatorData, clientDataJSON } = signature;
  return encodeAssertion({
    by: mandate,
    at,
    credentialId,
    authenticatorData,
    clientDataJSON,
    signature: signature.signature,
  });
}
