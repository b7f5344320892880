import type { Shown } from '../case-form.ts';
import { attributes, html, type Html, type Part } from '../html.ts';
import { notice } from './blocks.ts';
import { errorSummary } from './error-summary.ts';
import { hiddenFields } from './field.ts';
import type { PageContent } from './page.ts';
import { aboutLine, caseLine, shortId } from './say.ts';
import { timeline } from './timeline.ts';
import { paths } from '../paths.ts';

/** What stands above every form on a case: what is wrong with it, why it was refused, what changed meanwhile. */
export function troubles<Extra>({ door, problems, refusal, changes, view }: Shown<Extra>): Html {
  const { words, law } = door;
  const refused = refusal && refusal.code !== 'stale' && words.refusals[refusal.code];
  return html`${errorSummary(words, problems)}
  ${
    refused &&
    notice(
      'danger',
      refused.heading,
      html`<p>${refused.body}</p>
        ${
          refusal.about &&
          html`<ul class="p-lines">
            ${refusal.about.map((each) => html`<li>${aboutLine(words, law, each)}</li>`)}
          </ul>`
        }`,
    )
  }
  ${
    changes.length > 0 &&
    notice(
      'warning',
      words.desk.changed.heading,
      html`<p>${words.desk.changed.body}</p>
        ${timeline(words, changes, view.people)}`,
    )
  }`;
}

/** A form that acts on a case. @param more `uploads`: where a script may send its files in pieces */
export const actForm = <Extra>(
  { hidden }: Shown<Extra>,
  action: string,
  body: Part,
  more: Readonly<{
    upload?: boolean;
    uploads?: string;
    fields?: Readonly<Record<string, string | number | undefined>>;
  }> = {},
): Html => {
  const kind = attributes({
    enctype: more.upload === true && 'multipart/form-data',
    'data-uploads': more.uploads,
  });
  return html`<form method="post" action="${action}" class="p-form" novalidate ${kind}>
    ${hiddenFields({ ...hidden, ...more.fields })}${body}
  </form>`;
};

/** The frame of a page for one act on a case. */
export const actPage = <Extra>(shown: Shown<Extra>, heading: string, main: Part, wide = false): PageContent => {
  const { door, view } = shown;
  const { words } = door;
  const { request } = view.case.latest.body;
  return {
    heading,
    failed: shown.problems.length > 0 || shown.refusal !== undefined,
    above: `${words.case.heading(shortId(view.case.id))}. ${caseLine(words, request)}`,
    back: { href: paths.case(view.case.id), text: words.problems.toCase },
    main: html`${troubles(shown)}${main}`,
    wide,
  };
};
