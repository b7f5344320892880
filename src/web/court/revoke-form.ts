import type { Hono } from 'hono';
import { limits } from '../../limits.ts';
import { caseForm } from '../case-form.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door, Http } from '../door.ts';
import { html } from '../html.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, textField } from '../parts/field.ts';
import { paths } from '../paths.ts';

/** The court takes its authorisation back, with reasons. */
export function revokeForm(app: Hono<Http>, door: Door): void {
  const { errors, court } = door.words;
  const text = court.revoke;
  caseForm(app, door, {
    act: 'revoke',
    page: paths.revocation(':id'),
    post: paths.revocation(':id'),
    name: 'revocation',
    load: () => Promise.resolve({}),
    render: (shown) => {
      const field = textField({ id: 'reasons', label: text.reasons, help: text.reasonsHelp, value: shown.form.text('reasons'), problem: shown.problems[0]?.text }); // prettier-ignore
      const body = html`${field}${button(text.send, 'danger')}`;
      const main = html`<p>${text.lead}</p>
        ${actForm(shown, paths.revocation(shown.view.case.id), body)}`;
      return actPage(shown, text.heading, main);
    },
    read: ({ form }) => {
      const reasons = form.text('reasons');
      if (reasons === '') return { problems: [{ field: 'reasons', text: errors.reasons }] };
      if (!isCleanText(reasons)) return { problems: [{ field: 'reasons', text: errors.text(limits.textCharacters) }] };
      return { input: { reasons } };
    },
    perform: (input) => door.acts.revoke(input),
  });
}
