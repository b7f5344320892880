import type { Hono } from 'hono';
import { dutiesOf, isPending } from '../../request/duty.ts';
import type { Door, Http } from '../door.ts';
import { html, type Part } from '../html.ts';
import { summaryList } from '../parts/blocks.ts';
import { moment } from '../parts/moment.ts';
import { paths } from '../paths.ts';
import { plainForm } from '../plain-form.ts';

/** The asking State is told that its request is here, what happens next and until when. */
export function acknowledgeForm(app: Hono<Http>, door: Door): void {
  const { words } = door;
  const text = words.life.acknowledge;
  const { next } = words.case.timeline;
  plainForm(app, door, {
    act: 'acknowledge',
    path: paths.acknowledgement,
    name: 'acknowledgement',
    words: text,
    above: ({ view }): Part => {
      const told = dutiesOf(view.case).find((duty) => isPending(duty) && next[duty.kind] !== undefined);
      return told && summaryList([[text.next, html`${next[told.kind]} ${moment(words, told.due)}`]]);
    },
    questions: () => [{ id: 'message', kind: 'text', label: text.message, help: text.messageHelp, optional: true }],
    input: (answers) => ({ message: answers.text('message') }),
    perform: (input) => door.acts.acknowledge(input),
  });
}
