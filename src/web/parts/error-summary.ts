import type { Words } from '../../catalogue/en.ts';
import type { FieldProblem } from '../form.ts';
import { html, type Html } from '../html.ts';

/** At the top of a form that was sent back: every problem, each leading to its field. */
export const errorSummary = (words: Words, problems: readonly FieldProblem[]): Html | false =>
  problems.length > 0 &&
  html`<div class="ds-error-summary" role="alert" aria-labelledby="problems" data-color="danger">
    <h2 class="ds-heading" id="problems">${words.errors.summary(problems.length)}</h2>
    <ul class="ds-list">
      ${problems.map(({ field, text }) => html`<li><a class="ds-link" href="#${field}">${text}</a></li>`)}
    </ul>
  </div>`;
