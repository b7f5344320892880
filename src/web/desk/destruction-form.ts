import type { Hono } from 'hono';
import type { Door, Http } from '../door.ts';
import { paths } from '../paths.ts';
import { plainForm } from '../plain-form.ts';

/** The key of the evidence is destroyed, with reasons; the proof of it stays. */
export function destructionForm(app: Hono<Http>, door: Door): void {
  const text = door.words.life['destroy-evidence'];
  plainForm(app, door, {
    act: 'destroy-evidence',
    path: paths.destruction,
    name: 'destruction',
    words: text,
    questions: () => [{ id: 'reasons', kind: 'text', label: text.reasons, help: text.reasonsHelp }],
    input: (answers) => ({ reasons: answers.text('reasons') }),
    perform: (input) => door.acts.destroyEvidence(input),
  });
}
