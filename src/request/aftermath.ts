import type { At, Case, CaseState } from './case.ts';
import type { EventBody } from './event.ts';

/** The part of a case's life after the evidence has left: conditions accepted, consent, use, destruction, breach, end. */

/** The recipient binds itself to the conditions, with a signed receipt. */
export type ConditionsAccepted = Readonly<{
  kind: 'conditions-accepted';
  conditionsSha256: string;
  receiptSha256: string;
  /** Until when the evidence may be kept (UTC). */
  retainUntil: string;
  custody: readonly string[];
}>;

/** For what consent can be asked: matters of which the law says something (arts 36(3), 40(19)). */
export const consentMatters = ['onward-transfer', 'other-use'] as const;
export type ConsentMatter = (typeof consentMatters)[number];

/** What consent is asked for: one recipient or one proceeding, one purpose. */
export type ConsentAsked = Readonly<{
  kind: 'consent-asked';
  matter: ConsentMatter;
  /** The third State or organisation, or the other proceeding. */
  recipient: string;
  purpose: string;
  /** Facts that exonerate a person (art. 40(19)). */
  exculpatory: boolean;
}>;

/** What the sending authority finds and wants; a consent has no effect until a court has given its own, where the law asks for one. */
export type ConsentAnswered = Readonly<{
  kind: 'consent-answered';
  outcome: 'granted' | 'refused' | 'proposed';
  /** The finding that the law asks for: what was answered to it. */
  finding: Readonly<{ fact: string; value: boolean }>;
  reasons: string;
  /** What the consent is bound to; may be empty. */
  conditions: string;
}>;

/** The court on a consent that the sending authority proposes. */
export type ConsentRuled = Readonly<{ kind: 'consent-ruled'; outcome: 'granted' | 'refused'; reasons: string }>;

/** The recipient says what it used the evidence for, with a signed receipt. */
export type UseRecorded = Readonly<{ kind: 'use-recorded'; use: string; receiptSha256: string }>;

/** The recipient destroyed the evidence, with a signed receipt. */
export type DestructionConfirmed = Readonly<{
  kind: 'destruction-confirmed';
  how: string;
  receiptSha256: string;
  custody: readonly string[];
}>;

/** In which way conditions were broken. */
export const breaches = ['other-use', 'onward-transfer', 'kept-too-long', 'assurance', 'not-accepted'] as const;
export type Breach = (typeof breaches)[number];

/** The sending authority holds that conditions were broken, with reasons. It counts against the standing of the State. */
export type BreachRecorded = Readonly<{ kind: 'breach-recorded'; breach: Breach; reasons: string }>;

export type Aftermath =
  | ConditionsAccepted
  | ConsentAsked
  | ConsentAnswered
  | ConsentRuled
  | UseRecorded
  | DestructionConfirmed
  | BreachRecorded;

const kinds: readonly EventBody['kind'][] = ['conditions-accepted', 'consent-asked', 'consent-answered', 'consent-ruled', 'use-recorded', 'destruction-confirmed', 'breach-recorded']; // prettier-ignore
export const isAftermath = (body: EventBody): body is Aftermath => kinds.includes(body.kind);

/** One question for consent and what became of it. */
export type Consent = Readonly<{ asked: At<ConsentAsked>; answered?: At<ConsentAnswered>; ruled?: At<ConsentRuled> }>;

/** What happened after the evidence left. */
export type Afterwards = Readonly<{
  accepted?: At<ConditionsAccepted>;
  consents: readonly Consent[];
  uses: readonly At<UseRecorded>[];
  destroyed?: At<DestructionConfirmed>;
  breaches: readonly At<BreachRecorded>[];
}>;

export const nothingAfterwards: Afterwards = { consents: [], uses: [], breaches: [] };

/** How a consent stands: nothing was granted until it says `granted`. */
export const consentState = ({ answered, ruled }: Consent): 'open' | 'proposed' | 'granted' | 'refused' =>
  ruled?.body.outcome ?? answered?.body.outcome ?? 'open';

/** What one of these events changes. */
export function afterRelease(
  { state, afterwards, custody }: Pick<Case, 'state' | 'afterwards' | 'custody'>,
  { body, ...event }: At<Aftermath>,
): Partial<Case> {
  const { consents } = afterwards;
  const last = consents.at(-1);
  const mended = (consent: Partial<Consent>): Afterwards => ({
    ...afterwards,
    consents: last === undefined ? [] : [...consents.slice(0, -1), { ...last, ...consent }],
  });
  switch (body.kind) {
    case 'conditions-accepted':
      return {
        state: 'accepted',
        afterwards: { ...afterwards, accepted: { ...event, body } },
        custody: [...custody, ...body.custody],
      };
    case 'consent-asked':
      return {
        state: 'consent-asked',
        afterwards: { ...afterwards, consents: [...consents, { asked: { ...event, body } }] },
      };
    case 'consent-answered':
      return {
        state: body.outcome === 'proposed' ? 'consent-proposed' : 'accepted',
        afterwards: mended({ answered: { ...event, body } }),
      };
    case 'consent-ruled':
      return { state: 'accepted', afterwards: mended({ ruled: { ...event, body } }) };
    case 'use-recorded':
      return { state, afterwards: { ...afterwards, uses: [...afterwards.uses, { ...event, body }] } };
    case 'destruction-confirmed':
      return {
        state: 'destroyed',
        afterwards: { ...afterwards, destroyed: { ...event, body } },
        custody: [...custody, ...body.custody],
      };
    case 'breach-recorded':
      return { state, afterwards: { ...afterwards, breaches: [...afterwards.breaches, { ...event, body }] } };
  }
}

const afterwardStates: readonly CaseState[] = ['accepted', 'consent-asked', 'consent-proposed', 'destroyed', 'closed'];

/** Whether a case is in the part of its life that is between the two States alone. */
export const isAfterwards = (state: CaseState): boolean => afterwardStates.includes(state);

/** What was collected again stays as far as it had come. */
export const afterCollection = (state: CaseState): CaseState => (state === 'released' ? 'collected' : state);
