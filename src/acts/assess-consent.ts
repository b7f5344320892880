import type { PolicyName } from '../../law/law.ts';
import { assess, type Assessment } from '../law/assessment.ts';
import type { Fact } from '../law/facts.ts';
import { foundFact } from '../law/findings-file.ts';
import type { ConsentAsked, ConsentMatter } from '../request/aftermath.ts';
import type { Case } from '../request/case.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import { assessCase } from './assess-case.ts';

/** What a person must find before consent can be given (arts 36(3), 40(19)). */
export const consentFinding = {
  'onward-transfer': 'found.dataProtection.recipientSafe',
  'other-use': 'found.consent.compatible',
} as const satisfies Record<ConsentMatter, string>;

/**
 * What the law says of a question for consent: the facts of the case as they stand, with what is asked in place of the
 * measure, and what the person who answers finds.
 */
export function assessConsent(
  subject: Case,
  asked: ConsentAsked,
  finding: Readonly<{ value: boolean; reasons: string; by: RegisteredMandate; at: string }>,
  tools: { policy: PolicyName; mandates: readonly RegisteredMandate[] },
): Assessment {
  const known = assessCase(subject, tools);
  const { by, at, value, reasons } = finding;
  const stated = (name: string, of: unknown): Fact => ({ name, value: of, source: { by: 'request' } }) as Fact;
  const fact = consentFinding[asked.matter];
  const ours = [
    stated('stated.measure', asked.matter),
    stated('stated.purpose', true),
    stated('stated.consent.earlier', true),
    stated('stated.consent.recipient', true),
    stated('stated.consent.exculpatory', asked.exculpatory),
    foundFact({ fact, value, reasons, person: by.name, mandate: 'case-officer', at }),
  ];
  const names = new Set<string>(ours.map(({ name }) => name));
  return assess({
    facts: [...known.facts.filter(({ name }) => !names.has(name)), ...ours],
    policy: tools.policy,
    on: subject.received.at,
  });
}
