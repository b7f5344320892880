import { canonicalBytes, sha256Hex } from '../canonical.ts';
import { checkAuthorisation } from '../authorisation/authorised.ts';
import { leftOut } from '../authorisation/narrow.ts';
import { orderText } from '../authorisation/order-text.ts';
import type { Order } from '../authorisation/order.ts';
import { handsIn, isSeparate } from '../authorisation/separation.ts';
import type { PolicyName } from '../../law/law.ts';
import { limits } from '../limits.ts';
import type { Case } from '../request/case.ts';
import { inDays } from '../request/duty-table.ts';
import type { Reader } from '../store/reader.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import type { Writer } from '../store/writer.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer, type Refused } from './answer.ts';
import { signatureOver, type CourtSignature } from './authorise.ts';
import type { Random } from './leaf-for.ts';
import { admit, perform } from './perform.ts';
import { orderFor, type ProposedOrder } from './propose-order.ts';

export type OrderEmergency = ActOnCase &
  Readonly<{
    /** SHA-256 of the text that the prosecutor was shown. */
    shownSha256: string;
    /** Absent only in a sandbox, which signs for its invented people. */
    signature?: CourtSignature;
  }>;

/** The order that a prosecutor would sign now. Reading it changes nothing. */
export async function proposeEmergencyOrder(
  input: { mandate: string; caseId: string },
  tools: { store: Reader; now: () => string; policy: PolicyName },
): Promise<ProposedOrder | Refused> {
  const admitted = await admit('order-emergency', input, tools);
  if ('kind' in admitted) return admitted;
  return emergencyOrderFor(admitted.subject, admitted.mandate, tools);
}

const inHours = (at: string, hours: number): string => inDays(at, hours / 24);

async function emergencyOrderFor(
  subject: Case,
  prosecutor: RegisteredMandate,
  tools: { store: Reader; now: () => string; policy: PolicyName },
): Promise<ProposedOrder | Refused> {
  const { emergency, decided } = subject;
  const { prepared, calledBack } = emergency ?? {};
  if (!prepared || calledBack?.body.outcome !== 'confirmed' || !decided?.body.scope) return refused('not-open');
  if (inHours(calledBack.at, limits.callBackHours) <= tools.now()) return refused('call-back-too-old');
  const ordinary = await orderFor(subject, prosecutor, {}, tools);
  if (ordinary.kind === 'refused') return ordinary;
  const caller = (await tools.store.mandates()).find(({ id }) => id === calledBack.by);
  const { scope, danger, needs, beyond, noJudge } = prepared.body;
  const order: Order = {
    ...ordinary.order,
    scope,
    notAuthorised: leftOut(decided.body.scope, scope),
    emergency: {
      danger,
      needs,
      beyond,
      noJudge,
      calledBackAt: calledBack.at,
      calledBackBy: `${caller?.name ?? ''} (${calledBack.by})`,
      confirmBy: inHours(calledBack.at, limits.confirmationHours),
    },
    validUntil: inHours(calledBack.at, limits.emergencyOrderHours),
  };
  const text = orderText(order);
  return { kind: 'shown', order, text, sha256: sha256Hex(text) };
}

/**
 * A prosecutor orders disclosure at once, before any judge: over exactly the text that was shown, as one who had no other
 * hand in the case. From that instant on it is owed that a judge looks, that what a judge refuses is deleted, and that the
 * person is told, each with a date.
 */
export async function orderEmergency(
  input: OrderEmergency,
  tools: {
    store: Writer;
    now: () => string;
    random: Random;
    policy: PolicyName;
    courtSigner?: (mandate: string) => SignerKey;
  },
): Promise<Answer> {
  const { shownSha256 } = input;
  return perform('order-emergency', input, { shownSha256 }, tools, async ({ subject, mandate, at }) => {
    const proposed = await emergencyOrderFor(subject, mandate, { ...tools, now: () => at });
    if (proposed.kind === 'refused') return proposed;
    if (proposed.sha256 !== shownSha256) return refused('shown-changed');
    const { order, text } = proposed;
    const others = handsIn(subject, await tools.store.mandates());
    if (!isSeparate(mandate, others)) return refused('separation');
    const note = signatureOver(input, text, at, tools);
    const keys = (await tools.store.keysOf(mandate.person)).flatMap(({ key, endedAt }) => (endedAt ? [] : [key]));
    if (note === undefined) return refused('not-signed');
    const evidence = { order, text, note, judge: mandate, keys, others, usedAt: at };
    if (checkAuthorisation(evidence).some(({ holds }) => !holds)) return refused('not-signed');
    const orderBytes = canonicalBytes(order);
    const provider = subject.decided?.body.provider ?? '';
    const { authority, requestingAuthority } = subject.parties;
    const told = { notice: 'emergency-ordered', caseId: subject.id };
    return {
      state: 'authorised',
      body: {
        kind: 'authorised',
        orderSha256: sha256Hex(orderBytes),
        orderTextSha256: proposed.sha256,
        noteSha256: sha256Hex(note),
        scope: order.scope,
        narrowed: order.notAuthorised.length > 0,
        validUntil: order.validUntil,
        emergency: { confirmBy: order.emergency?.confirmBy ?? at, noticeBy: noticeBy(order, at) },
      },
      documents: [orderBytes, new TextEncoder().encode(text), note],
      provider,
      outbox: [authority, requestingAuthority].map((recipient) => ({ recipient, body: told })),
      value: { orderTextSha256: proposed.sha256 },
    };
  });
}

/** The person is told within our limit from the order, or from the end of a delay that has a reason. */
const noticeBy = ({ notice }: Order, at: string): string =>
  inDays(notice.position === 'delay' && notice.until > at ? notice.until : at, limits.noticeDays);
