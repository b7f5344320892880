import type { At, Case } from './case.ts';
import type { Scope } from './scope.ts';

/** The part of a case's life between a court's order and the evidence: the order is served, and may be challenged. */

/** The order reaches the provider: which text, and by when it is to be executed. */
export type OrderServed = Readonly<{
  kind: 'order-served';
  orderTextSha256: string;
  produceBy: string;
  /** What the authority adds, for the provider to read; may be empty. */
  message: string;
}>;

/** Why a provider thinks that an order should not be obeyed as it stands (mission E5). */
export const challengeGrounds = [
  'too-wide',
  'not-held',
  'conflict-of-laws',
  'protected-person',
  'privilege',
  'weakens-security',
  'form',
  'other',
] as const;
export type ChallengeGround = (typeof challengeGrounds)[number];

/** The provider objects; it hands over nothing meanwhile. */
export type Challenged = Readonly<{ kind: 'challenged'; grounds: readonly ChallengeGround[]; reasons: string }>;

export const rulings = ['upheld', 'narrowed', 'set-aside'] as const;

/**
 * The court answers: its order stands, with a new date; or it is to be smaller, and has no effect until the court has
 * signed the smaller text; or it is set aside.
 */
export type ChallengeDecided = Readonly<{
  kind: 'challenge-decided';
  outcome: (typeof rulings)[number];
  reasons: string;
  /** With `upheld`. */
  produceBy?: string;
}>;

export type ServiceEvent = OrderServed | Challenged | ChallengeDecided;

/** What one of these events changes. */
export function afterService(before: Case, { body, ...event }: At<ServiceEvent>): Partial<Case> {
  switch (body.kind) {
    case 'order-served':
      return { state: 'served', served: { ...event, body } };
    case 'challenged':
      return { state: 'challenged', challenged: { ...event, body } };
    case 'challenge-decided': {
      if (body.outcome === 'upheld') return { state: 'served' };
      const revoked = { ...event, body };
      if (body.outcome === 'set-aside') return { state: 'set-aside', revoked };
      const { authorised } = before;
      return { state: 'authorisation-revoked', revoked, ...(authorised && { narrowWithin: authorised.body.scope }) };
    }
  }
}

/** The widest that a court may order now: what was granted, or less than what it ordered before a challenge. */
export const widestOrder = ({ decided, narrowWithin }: Case): Scope | undefined => narrowWithin ?? decided?.body.scope;
