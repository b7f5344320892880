import type { Hono } from 'hono';
import { limits } from '../../limits.ts';
import { inDays } from '../../request/duty-table.ts';
import { isUuid } from '../../store/rows.ts';
import type { Door, Http } from '../door.ts';
import { inputMoment, momentText } from '../parts/moment.ts';
import { paths } from '../paths.ts';
import { plainForm, type Question } from '../plain-form.ts';

/** Preservation (art. 42): ordered, extended, ended, and the request that follows. */
export function preservationForms(app: Hono<Http>, door: Door): void {
  const { words } = door;
  const { life } = words;
  const text = life.preserve;
  const reasons: Question = { id: 'reasons', kind: 'text', label: text.reasons, help: text.reasonsHelp };
  const until = (): Question => {
    const latest = inDays(door.now(), limits.preservationDays);
    return { id: 'until', kind: 'moment', label: text.until, help: text.untilHelp(momentText(words, latest)), value: inputMoment(latest) }; // prettier-ignore
  };
  for (const act of ['preserve', 'extend-preservation'] as const)
    plainForm<{ until: string; reasons: string }>(app, door, {
      act,
      path: act === 'preserve' ? paths.preservation : paths.longerPreservation,
      name: act,
      words: life[act],
      questions: () => [until(), reasons],
      input: (answers) => ({ until: answers.text('until'), reasons: answers.text('reasons') }),
      perform: (input) => (act === 'preserve' ? door.acts.preserve(input) : door.acts.extendPreservation(input)),
    });
  plainForm(app, door, {
    act: 'end-preservation',
    path: paths.preservationEnd,
    name: 'preservation-end',
    words: life['end-preservation'],
    questions: () => [reasons],
    input: (answers) => ({ reasons: answers.text('reasons') }),
    perform: (input) => door.acts.endPreservation(input),
  });
  const follow = life['follow-up'];
  plainForm<{ followingCaseId: string }>(app, door, {
    act: 'follow-up',
    path: paths.followUp,
    name: 'follow-up',
    words: follow,
    questions: () => [{ id: 'followingCaseId', kind: 'line', label: follow.id, help: follow.idHelp }],
    input: (answers) => {
      const followingCaseId = answers.text('followingCaseId');
      return isUuid(followingCaseId) ? { followingCaseId } : [{ field: 'followingCaseId', text: follow.idHelp }];
    },
    perform: (input) => door.acts.followUp(input),
  });
}
