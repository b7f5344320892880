import type { CaseView } from '../../acts/see-case.ts';
import { refusalText } from '../../law/refusal-text.ts';
import { heardOn } from '../../request/case.ts';
import type { Door } from '../door.ts';
import { html, type Html } from '../html.ts';
import { section } from '../parts/blocks.ts';

/** A refusal as the treaty has it: measure, grounds, reasons (art. 40(25)), consultation (40(28)), what stays open. */
export function refusalLetter({ words, law }: Door, { case: subject, assessment }: CaseView): Html | undefined {
  const { decided, latest } = subject;
  if (decided?.body.outcome !== 'refuse') return undefined;
  const heard = heardOn(subject, decided.at);
  const { requestingState, requestedState, requestingAuthority } = latest.body.request;
  const letter = refusalText(law, assessment, {
    requestingState,
    requestedState,
    reference: requestingAuthority?.reference,
    grounds: decided.body.grounds,
    reasons: decided.body.reasons,
    consulted: decided.body.grounds.some((ground) => heard.includes(ground)),
  });
  const heading = words.case.decision.letter;
  const shown = html`<div class="p-order" role="region" aria-label="${words.case.decision.letterText}" tabindex="0">
    <pre>${letter}</pre>
  </div>`;
  return section('letter', heading, shown);
}
