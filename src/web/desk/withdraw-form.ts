import type { Hono } from 'hono';
import { caseForm } from '../case-form.ts';
import type { Door, Http } from '../door.ts';
import { html } from '../html.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, textField } from '../parts/field.ts';
import { paths } from '../paths.ts';
import { readReasons } from '../reasons.ts';

/** The asking State takes its request back, with reasons. */
export function withdrawForm(app: Hono<Http>, door: Door): void {
  const text = door.words.desk.withdraw;
  caseForm(app, door, {
    act: 'withdraw',
    page: paths.withdrawal(':id'),
    post: paths.withdrawal(':id'),
    name: 'withdrawal',
    load: () => Promise.resolve({}),
    render: (shown) => {
      const field = textField({ id: 'reasons', label: text.reasons, help: text.reasonsHelp, value: shown.form.text('reasons'), problem: shown.problems[0]?.text }); // prettier-ignore
      const body = html`${field}${button(text.send, 'danger')}`;
      const main = html`<p>${text.lead}</p>
        ${actForm(shown, paths.withdrawal(shown.view.case.id), body)}`;
      return actPage(shown, text.heading, main);
    },
    read: ({ form }) => readReasons(door, form),
    perform: (input) => door.acts.withdraw(input),
  });
}
