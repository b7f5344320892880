import type { Hono } from 'hono';
import { limits } from '../../limits.ts';
import { caseForm } from '../case-form.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door, Http } from '../door.ts';
import { html } from '../html.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, textField } from '../parts/field.ts';
import { factLabel, ruleLine } from '../parts/say.ts';
import { paths } from '../paths.ts';

/** Asks the asking State for everything that its request lacks, at once (art. 40(16)). */
export function informationForm(app: Hono<Http>, door: Door): void {
  const { words, law } = door;
  const text = words.desk.information;
  caseForm(app, door, {
    act: 'ask-information',
    page: paths.information(':id'),
    post: paths.information(':id'),
    name: 'information',
    load: () => Promise.resolve({}),
    render: (shown) => {
      const { owed, asks } = shown.view.assessment;
      const lines = [
        ...owed.map(({ fact }) => html`<li>${factLabel(law, fact)}</li>`),
        ...asks.map((rule) => html`<li>${ruleLine(words, law, rule, 'follows')}</li>`),
      ];
      const form = html`${textField({ id: 'message', label: text.message, help: text.messageHelp, value: shown.form.text('message'), problem: shown.problems[0]?.text, rows: 6 })}${button(text.send)}`;
      const main = html`<p>${text.lead}</p>
        <ul class="ds-list">
          ${lines}
        </ul>
        ${actForm(shown, paths.information(shown.view.case.id), form)}`;
      return actPage(shown, text.heading, lines.length > 0 ? main : html`<p>${text.nothing}</p>`);
    },
    read: ({ form }) => {
      const message = form.text('message');
      if (message === '') return { problems: [{ field: 'message', text: words.errors.missing }] };
      if (!isCleanText(message))
        return { problems: [{ field: 'message', text: words.errors.text(limits.textCharacters) }] };
      return { input: { message } };
    },
    perform: (input) => door.acts.askInformation(input),
  });
}
