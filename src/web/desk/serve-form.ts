import type { Hono } from 'hono';
import { limits } from '../../limits.ts';
import { inDays } from '../../request/duty-table.ts';
import type { Door, Http } from '../door.ts';
import { inputMoment, momentText } from '../parts/moment.ts';
import { paths } from '../paths.ts';
import { plainForm } from '../plain-form.ts';

/** The order is served on the provider, with a date. */
export function serveForm(app: Hono<Http>, door: Door): void {
  const { words } = door;
  const text = words.life['serve-order'];
  plainForm(app, door, {
    act: 'serve-order',
    path: paths.service,
    name: 'service',
    words: text,
    questions: ({ case: { authorised } }) => {
      const latest = authorised?.body.validUntil ?? door.now();
      const usual = inDays(door.now(), limits.productionDays);
      return [
        {
          id: 'produceBy',
          kind: 'moment',
          label: text.produceBy,
          help: text.produceByHelp(momentText(words, latest)),
          value: inputMoment(usual < latest ? usual : latest),
        },
        { id: 'message', kind: 'text', label: text.message, help: text.messageHelp, optional: true },
      ];
    },
    input: (answers) => ({ produceBy: answers.text('produceBy'), message: answers.text('message') }),
    perform: (input) => door.acts.serveOrder(input),
  });
}
