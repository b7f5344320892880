import type { PolicyName } from '../../law/law.ts';
import type { Writer } from '../store/writer.ts';
import type { ActOnCase } from './act-input.ts';
import { refused, type Answer } from './answer.ts';
import { assessConsent, consentFinding } from './assess-consent.ts';
import { courtOf } from './court-of.ts';
import type { Random } from './leaf-for.ts';
import { perform } from './perform.ts';

export type AnswerConsent = ActOnCase &
  Readonly<{
    outcome: 'granted' | 'refused';
    /** Whether the recipient would protect the data, or the other use is compatible: what only a person can find. */
    finding: boolean;
    reasons: string;
    /** What the consent is bound to; may be empty. */
    conditions: string;
  }>;

/**
 * The sending authority answers a question for consent, with what it found and why. What the law bars is not granted; where
 * the law wants an independent authority, a grant is a proposal to the court and has no effect before the court’s own word.
 */
export async function answerConsent(
  input: AnswerConsent,
  tools: { store: Writer; now: () => string; random: Random; policy: PolicyName },
): Promise<Answer<{ outcome: string }>> {
  const { outcome, finding: value, reasons, conditions } = input;
  return perform(
    'answer-consent',
    input,
    { outcome, value, reasons, conditions },
    tools,
    async ({ subject, mandate, at }) => {
      const asked = subject.afterwards.consents.at(-1)?.asked.body;
      if (asked === undefined) return refused('not-open');
      const mandates = await tools.store.mandates();
      const law = assessConsent(subject, asked, { value, reasons, by: mandate, at }, { ...tools, mandates });
      if (outcome === 'granted' && law.bars.length > 0) return refused('barred', law.bars);
      if (outcome === 'granted' && law.owed.length + law.questions.length > 0)
        return refused(
          'needs-facts',
          [...law.owed, ...law.questions].map(({ fact }) => fact),
        );
      const given = outcome === 'granted' && law.authorise.length > 0 ? 'proposed' : outcome;
      const told = given === 'proposed' ? await courtOf(subject, tools.store) : [subject.parties.requestingAuthority];
      return {
        state: given === 'proposed' ? 'consent-proposed' : 'accepted',
        body: {
          kind: 'consent-answered',
          outcome: given,
          finding: { fact: consentFinding[asked.matter], value },
          reasons,
          conditions,
        },
        outbox: told.map((recipient) => ({ recipient, body: { notice: 'consent-answered', caseId: subject.id } })),
        value: { outcome: given },
      };
    },
  );
}
