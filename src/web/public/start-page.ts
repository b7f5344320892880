import type { Door } from '../door.ts';
import { html } from '../html.ts';
import { section } from '../parts/blocks.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';

/** What this is, how a request travels, what is promised, and how to check it. */
export function startPage({ words }: Door, logSize: number): PageContent {
  const text = words.start;
  const pairs = (list: readonly (readonly string[])[]): readonly ReturnType<typeof html>[] =>
    list.map(([strong = '', rest = '']) => html`<li><strong>${strong}</strong> ${rest}</li>`);
  return {
    heading: text.heading,
    main: html`<p class="p-lead">${text.lead}</p>
      <p><a class="ds-button" href="${paths.signIn}">${text.signIn}</a></p>
      ${section(
        'walk',
        text.walkHeading,
        html`<ol class="p-walk">
          ${pairs(text.walk)}
        </ol>`,
      )}
      ${section(
        'promises',
        text.promisesHeading,
        html`<ul class="p-lines">
          ${pairs(text.promises)}
        </ul>`,
      )}
      ${section(
        'check',
        text.checkHeading,
        html`<p>${text.check(logSize)}</p>
          <p><a class="ds-link" href="${paths.log}">${text.checkLink}</a></p>`,
      )}`,
  };
}
