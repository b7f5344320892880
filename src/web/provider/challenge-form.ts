import type { Hono } from 'hono';
import { challengeGrounds } from '../../request/service.ts';
import type { Door, Http } from '../door.ts';
import { paths } from '../paths.ts';
import { plainForm } from '../plain-form.ts';

/** The provider challenges the order before the court (mission E5). */
export function challengeForm(app: Hono<Http>, door: Door): void {
  const text = door.words.life.challenge;
  plainForm(app, door, {
    act: 'challenge',
    path: paths.challenge,
    name: 'challenge',
    words: text,
    questions: () => [
      {
        id: 'grounds',
        kind: 'some',
        label: text.grounds,
        options: challengeGrounds.map((value) => ({ value, label: text.names[value] })),
      },
      { id: 'reasons', kind: 'text', label: text.reasons, help: text.reasonsHelp },
    ],
    input: (answers) => ({ grounds: answers.all('grounds'), reasons: answers.text('reasons') }),
    perform: (input) => door.acts.challenge(input),
  });
}
