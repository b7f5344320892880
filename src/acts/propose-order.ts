import { sha256Hex } from '../canonical.ts';
import { addedByCourt, leftOut, narrow, type Narrowing } from '../authorisation/narrow.ts';
import type { Mandate } from '../authorisation/mandate.ts';
import { orderText } from '../authorisation/order-text.ts';
import type { Order } from '../authorisation/order.ts';
import type { PolicyName } from '../../law/law.ts';
import type { Case } from '../request/case.ts';
import { askedScope } from '../request/scope.ts';
import { widestOrder } from '../request/service.ts';
import type { Reader } from '../store/reader.ts';
import { refused, type Refused } from './answer.ts';
import { assessCase } from './assess-case.ts';
import { admit } from './perform.ts';

/** An order may be used for this long after the decision that it rests on. */
export const orderDays = 30;

export type ProposedOrder = Readonly<{ kind: 'shown'; order: Order; text: string; sha256: string }>;

/**
 * The order that a court would sign now, as it left it or narrowed it. Reading it changes nothing; the same case and
 * narrowing give the same bytes, so that what was shown can be compared with what is signed.
 */
export async function proposeOrder(
  input: { mandate: string; caseId: string; narrowing?: Narrowing },
  tools: { store: Reader; now: () => string; policy: PolicyName },
): Promise<ProposedOrder | Refused> {
  const admitted = await admit('authorise', input, tools);
  if ('kind' in admitted) return admitted;
  return orderFor(admitted.subject, admitted.mandate, input.narrowing ?? {}, tools);
}

/** The order of a granted case, for one court. */
export async function orderFor(
  subject: Case,
  judge: Mandate,
  narrowing: Narrowing,
  tools: { store: Reader; policy: PolicyName },
): Promise<ProposedOrder | Refused> {
  const { received, latest, decided } = subject;
  const widest = widestOrder(subject);
  if (decided?.body.scope === undefined || widest === undefined) return refused('not-open');
  const scope = narrow(widest, narrowing);
  const furthest = new Date(Date.parse(decided.at) + orderDays * 86_400_000).toISOString();
  const validUntil = narrowing.validUntil ?? furthest;
  if (scope === undefined || validUntil > furthest) return refused('too-wide');
  const mandates = await tools.store.mandates();
  const officer = mandates.find(({ id }) => id === decided.by);
  const provider = mandates.find(({ authority }) => authority === decided.body.provider);
  if (officer === undefined || provider === undefined) return refused('no-mandate');
  const { request, requestSha256 } = latest.body;
  const { questions, grounds } = assessCase(subject, { ...tools, mandates });
  const order: Order = {
    format: 'proviso-order/1',
    caseId: subject.id,
    requestSha256,
    requestId: request.id,
    requestingState: request.requestingState,
    requestingAuthority: request.requestingAuthority?.name ?? received.body.requestingAuthority,
    requestedState: judge.state,
    measure: request.measure ?? 'stored-data',
    provider: provider.authorityName,
    scope,
    notAuthorised: leftOut(askedScope(request) ?? decided.body.scope, scope),
    reasons: decided.body.reasons,
    conditions: [
      ...decided.body.conditions,
      ...(narrowing.conditions ?? []).map((text) => ({ rule: addedByCourt, text })),
    ],
    openFindings: [
      ...questions.map(({ fact }) => `question not answered: ${fact}`),
      ...grounds.map((rule) => `ground not used: ${rule}`),
      ...foundBefore(subject).map((fact) => `found before the request was changed: ${fact}`),
    ],
    notice: noticeOf(subject, decided.at),
    ...(subject.authorised && { follows: subject.authorised.body.orderTextSha256 }),
    decidedBy: `${officer.name} (${officer.id})`,
    authorisingCourt: judge.authorityName,
    validUntil,
  };
  const text = orderText(order);
  return { kind: 'shown', order, text, sha256: sha256Hex(text) };
}

/** Facts whose finding is about the request as it was before: the court reads that it was not looked at again. */
const foundBefore = ({ findings }: Case): string[] =>
  [...findings.values()].filter(({ beforeChange }) => beforeChange).map(({ finding }) => finding.fact);

/** Notice is the rule; delay needs a reason and an end that is still to come (mission C3). */
function noticeOf(subject: Case, at: string): Order['notice'] {
  const { notice } = subject.latest.body.request;
  return notice?.position === 'delay' && notice.until !== undefined && notice.until > at && notice.reason !== undefined
    ? { position: 'delay', until: notice.until, reason: notice.reason }
    : { position: 'notify' };
}
