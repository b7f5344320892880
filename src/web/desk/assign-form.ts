import type { Hono } from 'hono';
import { refused } from '../../acts/answer.ts';
import type { CaseLine } from '../../acts/see-line.ts';
import { limits } from '../../limits.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door, Http } from '../door.ts';
import { formPage, problemOf, sheet, type FormShown } from '../form-page.ts';
import type { FieldProblem, Form } from '../form.ts';
import { html } from '../html.ts';
import { button, choiceField, textField } from '../parts/field.ts';
import type { PageContent } from '../parts/page.ts';
import { shortId } from '../parts/say.ts';
import { paths } from '../paths.ts';

/** Gives a case to officers of one's own authority. It shows nothing of the case but its line. */
export function assignForm(app: Hono<Http>, door: Door): void {
  formPage(app, door, {
    path: paths.assignment(':id'),
    load: async ({ mandate, param }) => {
      const line = await door.acts.seeLine({ mandate, caseId: param('id') });
      return line.kind === 'refused' || line.open.includes('assign') ? line : refused('not-assigned');
    },
    version: ({ version }: CaseLine) => version,
    render: assignPage,
    read: (form) => {
      const problems = faults(door, form);
      if (problems.length > 0) return { problems };
      return { input: { officers: form.all('officers'), reasons: form.text('reasons') } };
    },
    perform: (input, { caseId }) => door.acts.assign({ ...input, caseId }),
    done: ({ leafIndex }, { caseId }) => `${paths.case(caseId)}?done=${leafIndex}`,
  });
}

function faults({ words }: Door, form: Form): FieldProblem[] {
  const [officers, reasons] = [form.all('officers'), form.text('reasons')];
  const wrong = officers.length === 0 || officers.length > limits.assignedOfficers;
  return [
    ...(wrong ? [{ field: 'officers', text: words.access.assign.missing }] : []),
    ...(reasons === '' ? [{ field: 'reasons', text: words.errors.reasons }] : []),
    ...(isCleanText(reasons) ? [] : [{ field: 'reasons', text: words.errors.text(limits.textCharacters) }]),
  ];
}

function assignPage(shown: FormShown<CaseLine>): PageContent {
  const { door, extra: line, form, again, problems } = shown;
  const { words } = door;
  const text = words.access.assign;
  const chosen = again ? form.all('officers') : line.officers.map(({ id }) => id);
  const options = line.choice.map(({ id, name, role }) => ({
    value: id,
    label: text.officer(name, words.roles[role]),
  }));
  return sheet(shown, {
    heading: text.heading,
    above: words.case.heading(shortId(line.caseId)),
    back: { href: paths.case(line.caseId), text: words.problems.toCase },
    lead: html`<p>${text.lead}</p>`,
    fields: html`${choiceField({ kind: 'checkbox', id: 'officers', label: text.officers, options, chosen, problem: problemOf(problems, 'officers') })}
    ${textField({ id: 'reasons', label: text.reasons, help: text.reasonsHelp, value: form.text('reasons'), problem: problemOf(problems, 'reasons') })}
    ${button(text.send)}`,
  });
}
