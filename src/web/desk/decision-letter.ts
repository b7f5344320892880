import type { CaseView } from '../../acts/see-case.ts';
import type { Door } from '../door.ts';
import { html, type Html } from '../html.ts';
import { section } from '../parts/blocks.ts';

/** The decision as it went to the asking State, byte for byte as it is kept. */
export function decisionLetter({ words }: Door, { letter }: CaseView): Html | undefined {
  if (letter === undefined) return undefined;
  const text = words.case.decision;
  const shown = html`<div class="p-order" role="region" aria-label="${text.letterText}" tabindex="0">
    <pre>${letter}</pre>
  </div>`;
  return section('letter', text.letter, shown);
}
