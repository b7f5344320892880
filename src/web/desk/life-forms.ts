import type { Hono } from 'hono';
import { limits } from '../../limits.ts';
import { inDays } from '../../request/duty-table.ts';
import type { Door, Http } from '../door.ts';
import { html } from '../html.ts';
import { momentText } from '../parts/moment.ts';
import { paths } from '../paths.ts';
import { plainForm, type Question } from '../plain-form.ts';

/** How a case rests, ends, begins again and is put right: five short forms. */
export function lifeForms(app: Hono<Http>, door: Door): void {
  const { words } = door;
  const { life } = words;
  const reasons = (text: { reasons: string; reasonsHelp: string }): Question => ({
    id: 'reasons',
    kind: 'text',
    label: text.reasons,
    help: text.reasonsHelp,
  });
  plainForm(app, door, {
    act: 'postpone',
    path: paths.postponement,
    name: 'postponement',
    words: life.postpone,
    above: ({ view }) =>
      html`<p><a class="ds-link" href="${paths.consultation(view.case.id)}">${life.postpone.consult}</a></p>`,
    questions: () => [
      {
        id: 'until',
        kind: 'moment',
        label: life.postpone.until,
        help: life.postpone.untilHelp(momentText(words, inDays(door.now(), limits.postponementDays))),
      },
      reasons(life.postpone),
    ],
    input: (answers) => ({ until: answers.text('until'), reasons: answers.text('reasons') }),
    perform: (input) => door.acts.postpone(input),
  });
  plainForm<{ sealedSha256: string }>(app, door, {
    act: 'confirm-receipt',
    path: paths.receipt,
    name: 'receipt',
    words: life['confirm-receipt'],
    questions: () => [{ id: 'sealedSha256', kind: 'line', label: life['confirm-receipt'].digest, help: life['confirm-receipt'].digestHelp }], // prettier-ignore
    input: (answers) => {
      const sealedSha256 = answers.text('sealedSha256').replaceAll(/\s/g, '').toLowerCase();
      if (!/^[0-9a-f]{64}$/.test(sealedSha256)) return [{ field: 'sealedSha256', text: life['confirm-receipt'].wrong }];
      return { sealedSha256 };
    },
    perform: (input) => door.acts.confirmReceipt(input),
  });
  for (const act of ['close', 'reopen'] as const)
    plainForm(app, door, {
      act,
      path: act === 'close' ? paths.closing : paths.reopening,
      name: act,
      words: life[act],
      questions: () => [reasons(life[act])],
      input: (answers) => ({ reasons: answers.text('reasons') }),
      perform: (input) => (act === 'close' ? door.acts.close(input) : door.acts.reopen(input)),
    });
  noteForm(app, door);
}

/** A note to an event of the own authority. */
function noteForm(app: Hono<Http>, door: Door): void {
  const { words } = door;
  const { life } = words;
  plainForm(app, door, {
    act: 'note-correction',
    path: paths.correctionNote,
    name: 'correction-note',
    words: life['note-correction'],
    questions: ({ case: subject, people, mandate }) => [
      {
        id: 'number',
        kind: 'one',
        label: life['note-correction'].event,
        options: subject.events
          .filter(({ by }) => people.get(by)?.authority === mandate.authority)
          .map(({ number, at, body }) => ({
            value: String(number),
            label: `${words.case.timeline.events[body.kind]}, ${momentText(words, at)}`,
          })),
      },
      { id: 'text', kind: 'text', label: life['note-correction'].text, help: life['note-correction'].textHelp },
    ],
    input: (answers) => ({ number: Number(answers.text('number')), text: answers.text('text') }),
    perform: (input) => door.acts.noteCorrection(input),
  });
}
