import type { Order } from '../authorisation/order.ts';
import { limits } from '../limits.ts';
import { inDays } from './duty-table.ts';
import type { EvidenceRequest } from './request.ts';

/** What the sending State asks for in return for its evidence. It travels with the evidence, signed (evidence/conditions.ts). */
export type Terms = Readonly<{
  /** Art. 40(19): used for this request and nothing else, unless the sending authority consents first. */
  speciality: Readonly<{ requestId: string; purpose: string; cites: '40(19)' }>;
  /** Art. 36(3): passed on to nobody, unless the sending authority consents first. */
  onwardTransfer: Readonly<{ consentOf: string; cites: '36(3)' }>;
  /** Until when it is kept (UTC): destroyed by then, with a signed receipt. `request`: as the asking State itself said. */
  retention: Readonly<{ until: string; source: 'request' | 'ours' }>;
  /** What the decision and the court ask for beside. */
  assurances: readonly Readonly<{ rule: string; text: string }>[];
}>;

/**
 * @param request the document on which the decision rests
 * @param authority the sending authority, which consents
 * @param at the instant of the release: from then on the days of retention count
 */
export function termsOf(request: EvidenceRequest, order: Order, authority: string, at: string): Terms {
  const days = request.dataProtection?.retentionDays;
  return {
    speciality: { requestId: order.requestId, purpose: request.purpose ?? '', cites: '40(19)' },
    onwardTransfer: { consentOf: authority, cites: '36(3)' },
    retention: {
      until: inDays(at, Math.min(days ?? limits.retentionDays, limits.longestRetentionDays)),
      source: days === undefined || days > limits.longestRetentionDays ? 'ours' : 'request',
    },
    assurances: order.conditions,
  };
}
