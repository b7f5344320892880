import type { Hono } from 'hono';
import type { ActOnCase } from '../../acts/act-input.ts';
import type { DecideChallenge } from '../../acts/decide-challenge.ts';
import { limits } from '../../limits.ts';
import { inDays } from '../../request/duty-table.ts';
import { rulings } from '../../request/service.ts';
import type { Door, Http } from '../door.ts';
import { html, type Part } from '../html.ts';
import { section, typed } from '../parts/blocks.ts';
import { inputMoment, momentText } from '../parts/moment.ts';
import { paths } from '../paths.ts';
import { plainForm } from '../plain-form.ts';

/** The court answers a challenge of its order. */
export function rulingForm(app: Hono<Http>, door: Door): void {
  const { life } = door.words;
  const text = life['decide-challenge'];
  plainForm<Omit<DecideChallenge, keyof ActOnCase>>(app, door, {
    act: 'decide-challenge',
    path: paths.ruling,
    name: 'ruling',
    words: text,
    above: ({ view: { case: subject } }): Part => {
      const { grounds = [], reasons = '' } = subject.challenged?.body ?? {};
      return section(
        'challenge',
        text.challenge,
        html`<ul class="p-lines">
            ${grounds.map((ground) => html`<li>${life.challenge.names[ground]}</li>`)}
          </ul>
          <p>${typed(reasons)}</p>`,
      );
    },
    questions: ({ case: { authorised } }) => {
      const latest = authorised?.body.validUntil ?? door.now();
      const usual = inDays(door.now(), limits.productionDays);
      return [
        {
          id: 'outcome',
          kind: 'one',
          label: text.outcome,
          options: rulings.map((value) => {
            const [label = '', help = ''] = text.outcomes[value];
            return { value, label, help };
          }),
        },
        {
          id: 'produceBy',
          kind: 'moment',
          label: text.produceBy,
          help: life['serve-order'].produceByHelp(momentText(door.words, latest)),
          value: inputMoment(usual < latest ? usual : latest),
          optional: true,
        },
        { id: 'reasons', kind: 'text', label: text.reasons, help: text.reasonsHelp },
      ];
    },
    input: (answers) => {
      const outcome = rulings.find((each) => each === answers.text('outcome')) ?? 'set-aside';
      const produceBy = answers.text('produceBy');
      if (outcome === 'upheld' && produceBy === '') return [{ field: 'produceBy', text: text.dateNeeded }];
      return { outcome, reasons: answers.text('reasons'), ...(outcome === 'upheld' && { produceBy }) };
    },
    perform: (input) => door.acts.decideChallenge(input),
  });
}
