import type { Hono } from 'hono';
import type { CaseView } from '../../acts/see-case.ts';
import { dutiesOf, latestExtension } from '../../request/duty.ts';
import type { Door, Http } from '../door.ts';
import { html } from '../html.ts';
import type { Option } from '../parts/field.ts';
import { moment, momentText } from '../parts/moment.ts';
import { paths } from '../paths.ts';
import { plainForm } from '../plain-form.ts';

/** The date of a duty is put off, with reasons. */
export function extendForm(app: Hono<Http>, door: Door): void {
  const { words } = door;
  const text = words.life['extend-duty'];
  const { names } = words.life.duties;
  const options = ({ case: subject }: CaseView): Option[] =>
    dutiesOf(subject).flatMap((duty) => {
      const latest = latestExtension(duty, subject);
      if (latest === undefined) return [];
      const help = text.latest(momentText(words, latest));
      return [{ value: duty.id, label: html`${names[duty.kind]}, ${moment(words, duty.due)}`, help }];
    });
  plainForm(app, door, {
    act: 'extend-duty',
    path: paths.extension,
    name: 'extension',
    words: text,
    above: ({ view }) => options(view).length === 0 && html`<p>${text.none}</p>`,
    questions: (view) => [
      { id: 'duty', kind: 'one', label: text.duty, options: options(view) },
      { id: 'until', kind: 'moment', label: text.until, help: text.untilHelp },
      { id: 'reasons', kind: 'text', label: text.reasons, help: text.reasonsHelp },
    ],
    input: (answers) => ({
      duty: answers.text('duty'),
      until: answers.text('until'),
      reasons: answers.text('reasons'),
    }),
    perform: (input) => door.acts.extendDuty(input),
  });
}
