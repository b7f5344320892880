import type { Assessment } from '../law/assessment.ts';
import type { Catalogue } from '../law/catalogue.ts';
import { grantText } from '../law/grant-text.ts';
import { refusalText } from '../law/refusal-text.ts';
import { heardOn, type Case } from '../request/case.ts';
import type { Decided } from '../request/event.ts';

/** The letter that tells the asking State what was decided, and why (art. 40(25)). It is kept, and the event names its hash. */
export function decisionLetter(
  decided: Decided,
  { subject, at }: { subject: Case; at: string },
  assessment: Assessment,
  words: Catalogue,
): string {
  const { requestingState, requestedState, requestingAuthority } = subject.latest.body.request;
  const common = {
    requestingState,
    requestedState,
    reference: requestingAuthority?.reference,
    reasons: decided.reasons,
  };
  const { scope, leftOut = [], conditions, grounds } = decided;
  if (decided.outcome === 'refuse' || scope === undefined) {
    const heard = heardOn(subject, at);
    const consulted = grounds.some((ground) => heard.includes(ground));
    return refusalText(words, assessment, { ...common, grounds, consulted });
  }
  const granted = [
    ...scope.targets.map(({ kind, value }) => `${kind} ${value}`),
    `kinds of data: ${scope.dataCategories.join(', ')}`,
    `from ${scope.period.from} (included) until ${scope.period.until} (not included)`,
  ];
  return grantText({ ...common, granted, leftOut, conditions });
}
