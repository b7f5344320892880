import type { Hono } from 'hono';
import type { ActOnCase } from '../../acts/act-input.ts';
import type { PrepareEmergency } from '../../acts/prepare-emergency.ts';
import type { RecordCallBack } from '../../acts/record-call-back.ts';
import type { CaseView } from '../../acts/see-case.ts';
import { callBackOutcomes, dataForNeed, emergencyNeeds } from '../../request/emergency.ts';
import { dataCategories, type DataCategory } from '../../request/request.ts';
import type { Door, Http } from '../door.ts';
import { html, type Html } from '../html.ts';
import { summaryList, typed } from '../parts/blocks.ts';
import { valueText } from '../parts/say.ts';
import { paths } from '../paths.ts';
import { plainForm } from '../plain-form.ts';

/** The desk's part of an emergency: ask for disclosure at once, call back, say that it is deleted, tell the person. */
export function emergencyForms(app: Hono<Http>, door: Door): void {
  prepareForm(app, door);
  callBackForm(app, door);
  const { deletion, notice } = door.words.emergency;
  plainForm(app, door, {
    act: 'confirm-deletion',
    path: paths.deletion,
    name: 'deletion',
    words: deletion,
    danger: true,
    above: ({ view }) => {
      const reasons = view.case.emergency?.refused?.body.reasons;
      return reasons === undefined ? undefined : summaryList([[deletion.because, typed(reasons)]]);
    },
    questions: () => [{ id: 'statement', kind: 'text', label: deletion.statement, help: deletion.statementHelp }],
    input: (answers) => ({ statement: answers.text('statement') }),
    perform: (input) => door.acts.confirmDeletion(input),
  });
  plainForm(app, door, {
    act: 'give-notice',
    path: paths.personNotice,
    name: 'notice',
    words: notice,
    questions: () => [{ id: 'how', kind: 'text', label: notice.how, help: notice.howHelp }],
    input: (answers) => ({ how: answers.text('how') }),
    perform: (input) => door.acts.giveNotice(input),
  });
}

function prepareForm(app: Hono<Http>, door: Door): void {
  const { words, law } = door;
  const text = words.emergency.prepare;
  const granted = ({ case: { decided } }: CaseView): readonly DataCategory[] =>
    decided?.body.scope?.dataCategories ?? [];
  plainForm<Omit<PrepareEmergency, keyof ActOnCase>>(app, door, {
    act: 'prepare-emergency',
    path: paths.emergency,
    name: 'emergency',
    words: text,
    danger: true,
    questions: (view) => [
      { id: 'danger', kind: 'text', label: text.danger, help: text.dangerHelp },
      {
        id: 'needs',
        kind: 'some',
        label: text.needs,
        options: emergencyNeeds.map((value) => {
          const [label = '', help = ''] = text.need[value];
          return { value, label, help };
        }),
      },
      {
        id: 'dataCategories',
        kind: 'some',
        label: text.categories,
        help: text.categoriesHelp,
        optional: true,
        options: granted(view).map((value) => ({
          value,
          label: valueText(words, law, 'stated.dataCategories', value),
        })),
      },
      { id: 'beyond', kind: 'text', label: text.beyond, help: text.beyondHelp, optional: true },
      { id: 'noJudge', kind: 'text', label: text.noJudge, help: text.noJudgeHelp },
    ],
    input: (answers, view) => {
      const needs = emergencyNeeds.filter((need) => answers.all('needs').includes(need));
      const chosen = dataCategories.filter((each) => answers.all('dataCategories').includes(each));
      const narrowest = granted(view).filter((each) => needs.some((need) => dataForNeed[need].includes(each)));
      const asked = chosen.length > 0 ? chosen : narrowest;
      if (asked.length === 0) return [{ field: 'dataCategories', text: text.none }];
      const [danger, beyond, noJudge] = [answers.text('danger'), answers.text('beyond'), answers.text('noJudge')];
      return { danger, needs, dataCategories: asked, beyond, noJudge };
    },
    perform: (input) => door.acts.prepareEmergency(input),
  });
}

function callBackForm(app: Hono<Http>, door: Door): void {
  const text = door.words.emergency.callBack;
  plainForm<Omit<RecordCallBack, keyof ActOnCase>>(app, door, {
    act: 'record-call-back',
    path: paths.callBack,
    name: 'call-back',
    words: text,
    above: ({ view }) => whomToCall(door, view),
    questions: () => [
      {
        id: 'outcome',
        kind: 'one',
        label: text.outcome,
        options: callBackOutcomes.map((value) => {
          const [label = '', help = ''] = text.outcomes[value];
          return { value, label, help };
        }),
      },
      { id: 'address', kind: 'line', label: text.address, help: text.addressHelp },
      { id: 'spokeWith', kind: 'line', label: text.spokeWith, optional: true },
      { id: 'notes', kind: 'text', label: text.notes },
    ],
    input: (answers) => {
      const outcome = callBackOutcomes.find((each) => each === answers.text('outcome')) ?? 'not-reached';
      const [address, spokeWith, notes] = [answers.text('address'), answers.text('spokeWith'), answers.text('notes')];
      if (outcome !== 'not-reached' && spokeWith === '')
        return [{ field: 'spokeWith', text: door.words.errors.missing }];
      return { outcome, address, spokeWith, notes };
    },
    perform: (input) => door.acts.recordCallBack(input),
  });
}

/** The channel of the register, and nothing that the request says of itself. */
function whomToCall({ words }: Door, { case: { emergency }, people }: CaseView): Html | undefined {
  if (emergency === undefined) return undefined;
  const text = words.emergency.callBack;
  const { callBack, danger } = emergency.prepared.body;
  return summaryList([
    [text.channel, html`<strong dir="ltr">${callBack.address}</strong><br />${text.channels[callBack.channel]}`],
    [text.preparedBy, people.get(emergency.prepared.by)?.name ?? emergency.prepared.by],
    [text.danger, typed(danger)],
  ]);
}
