import type { Measure } from '../request/request.ts';
import type { Scope } from '../request/scope.ts';

/**
 * The order: what the court is shown and signs. Structured here, shown as the text that `orderText` writes, signed
 * over the SHA-256 of that text (mission C1). Both travel in the hand-over; the verifier writes the text again.
 */
export type Order = Readonly<{
  format: 'proviso-order/1';
  caseId: string;
  /** SHA-256 (hex) of the request document as it was received. */
  requestSha256: string;
  requestId: string;
  requestingState: string;
  requestingAuthority: string;
  requestedState: string;
  measure: Measure;
  provider: string;
  scope: Scope;
  /** What the request asked for and this order leaves out, in words. */
  notAuthorised: readonly string[];
  /** Why: the reasons of the person who decided, as recorded. */
  reasons: string;
  /** Conditions that travel with the evidence, each with the rule that asks for it. */
  conditions: readonly Readonly<{ rule: string; text: string }>[];
  /** Rules whose question is still open when the order is shown. */
  openFindings: readonly string[];
  /** When the person concerned is told: at release, or on a date. */
  notice: Readonly<{ position: 'notify' } | { position: 'delay'; until: string; reason: string }>;
  /**
   * Ordered by a prosecutor in an emergency, before any judge (art. 41): for what, why no judge could be waited for, who
   * was called back when, and until when a judge has to look.
   */
  emergency?: Readonly<{
    danger: string;
    needs: readonly string[];
    /** Why kinds of data beyond these needs are ordered; empty where none is. */
    beyond: string;
    noJudge: string;
    calledBackAt: string;
    calledBackBy: string;
    confirmBy: string;
  }>;
  /** SHA-256 of the text of the order of this case that this one follows: no two orders of a case have one text. */
  follows?: string;
  decidedBy: string;
  authorisingCourt: string;
  /** The order may be executed until then. */
  validUntil: string;
}>;
