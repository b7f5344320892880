import type { Hono } from 'hono';
import type { CaseLine } from '../../acts/see-line.ts';
import { limits } from '../../limits.ts';
import type { Door, Http } from '../door.ts';
import { formPage, problemOf, sheet, type FormShown } from '../form-page.ts';
import { html, type Html } from '../html.ts';
import { summaryList, tag } from '../parts/blocks.ts';
import { button, textField } from '../parts/field.ts';
import { moment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { shortId, stateName } from '../parts/say.ts';
import { paths } from '../paths.ts';
import { readReasons } from '../reasons.ts';
import { stateTone } from './case-page.ts';

/** A case that is not one's own: its line, who has it, and how to open it all the same. */
export function glassForm(app: Hono<Http>, door: Door): void {
  formPage(app, door, {
    path: paths.glass(':id'),
    load: ({ mandate, param }) => door.acts.seeLine({ mandate, caseId: param('id') }),
    version: ({ version }: CaseLine) => version,
    elsewhere: ({ basis, caseId }) => (basis === undefined ? undefined : paths.case(caseId)),
    render: glassPage,
    read: (form) => readReasons(door, form),
    perform: (input, { caseId }) => door.acts.breakGlass({ ...input, caseId }),
    done: ({ leafIndex }, { caseId }) => `${paths.case(caseId)}?done=${leafIndex}`,
  });
}

function glassPage(shown: FormShown<CaseLine>): PageContent {
  const { door, extra: line, form, problems } = shown;
  const { words } = door;
  const { glass, ...text } = words.access;
  return sheet(shown, {
    heading: text.heading,
    above: words.case.heading(shortId(line.caseId)),
    back: { href: paths.cases, text: words.case.back },
    lead: html`<p>${text.lead}</p>
      ${facts(door, line)}
      ${line.open.includes('assign') && html`<p><a class="ds-link" href="${paths.assignment(line.caseId)}">${text.assign.link}</a></p>`}
      <h2 class="ds-heading" data-size="sm">${glass.heading}</h2>
      <p>${glass.lead(limits.glassHours)}</p>`,
    fields: html`${textField({ id: 'reasons', label: glass.reasons, help: glass.reasonsHelp, value: form.text('reasons'), problem: problemOf(problems, 'reasons') })}
    ${button(glass.send, 'danger')}`,
  });
}

function facts({ words }: Door, line: CaseLine): Html {
  const text = words.access;
  return summaryList([
    [text.state, tag(words.case.states[line.state], stateTone[line.state])],
    [text.from, stateName(words, line.requestingState)],
    [text.received, moment(words, line.receivedAt)],
    [text.officers, line.officers.map(({ name }) => name).join(', ') || text.nobody],
  ]);
}
