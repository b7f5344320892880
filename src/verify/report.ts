import type { Verification } from './check-package.ts';
import type { ProofVerification } from './check-proof.ts';
import type { ShowingVerification } from './check-showing.ts';
import type { TimeVerification } from './check-time.ts';
import type { Terms } from '../request/terms.ts';
import type { Step } from './step.ts';

/** The answer as a person reads it: a line per step, the conditions, then what was not looked at. */
export function verificationText({ ok, steps, terms, notes }: Verification): string {
  const verdict = ok ? 'The hand-over is proven in every step.' : 'The hand-over is NOT proven.';
  const conditions = terms === undefined ? [] : termsText(terms);
  return lines(steps, [...conditions, ...notes.map((note) => `Note: ${note}`), verdict]);
}

/** Every condition in plain words, with its article. */
function termsText({ speciality, onwardTransfer, retention, assurances }: Terms): string[] {
  const { purpose } = speciality;
  return [
    `Condition: used for request ${speciality.requestId}${purpose === '' ? '' : ` (${purpose})`} and nothing else without consent (art. ${speciality.cites})`,
    `Condition: passed on to nobody without the consent of ${onwardTransfer.consentOf} (art. ${onwardTransfer.cites})`,
    `Condition: destroyed by ${retention.until}, with a signed receipt`,
    ...assurances.map(({ rule, text }) => `Condition: ${text} (${rule})`),
  ];
}

/** The answer about one leaf of the log. */
export function proofText({ ok, steps, notes }: ProofVerification): string {
  const verdict = ok ? 'The leaf is in the log.' : 'It is NOT proven that the leaf is in the log.';
  return lines(steps, [...notes.map((note) => `Note: ${note}`), verdict]);
}

/** The answer about when one leaf was recorded. */
export function timeText({ ok, steps, notes }: TimeVerification): string {
  const verdict = ok ? 'It is proven when the leaf was recorded.' : 'It is NOT proven when the leaf was recorded.';
  return lines(steps, [...notes.map((note) => `Note: ${note}`), verdict]);
}

/** The answer about one withheld item. */
export function showingText({ ok, steps, notes }: ShowingVerification): string {
  const verdict = ok ? 'The item was produced, and was withheld.' : 'It is NOT proven that the item was withheld.';
  return lines(steps, [...notes.map((note) => `Note: ${note}`), verdict]);
}

function lines(steps: readonly Step<string>[], rest: readonly string[]): string {
  const width = Math.max(...steps.map(({ step }) => step.length));
  const said = steps.map((each) => {
    const says = each.ok ? each.says : `${each.says} [${each.code}: ${each.file}]`;
    return `${each.ok ? 'ok    ' : 'FAILED'}  ${each.step.padEnd(width)}  ${says}`;
  });
  return [...said, '', ...rest, ''].join('\n');
}
