import type { Hono } from 'hono';
import type { CaseView } from '../../acts/see-case.ts';
import { breaches, consentMatters } from '../../request/aftermath.ts';
import type { Door, Http } from '../door.ts';
import { summaryList, typed } from '../parts/blocks.ts';
import type { Html } from '../html.ts';
import { paths } from '../paths.ts';
import { plainForm } from '../plain-form.ts';
import { factLabel } from '../parts/say.ts';
import { termsList } from './terms-section.ts';
import { consentFinding } from '../../acts/assess-consent.ts';

/** After the evidence has left: what the recipient binds itself to, asks, says and confirms; what the sender answers. */
export function aftermathForms(app: Hono<Http>, door: Door): void {
  acceptForm(app, door);
  askForm(app, door);
  answerForms(app, door);
  recipientForms(app, door);
  endForms(app, door);
}

function acceptForm(app: Hono<Http>, door: Door): void {
  plainForm(app, door, {
    act: 'accept-conditions',
    path: paths.conditions,
    name: 'conditions',
    words: door.words.aftermath['accept-conditions'],
    above: ({ view }) => termsList(door, view),
    questions: () => [],
    // The version of the case binds the form to the conditions that were shown: they never change after the release.
    input: (_answers, view) => ({ shownSha256: view.case.released?.body.conditionsSha256 ?? '' }),
    perform: (input) => door.acts.acceptConditions(input),
  });
}

function askForm(app: Hono<Http>, door: Door): void {
  const { aftermath: text } = door.words;
  const ask = text['ask-consent'];
  plainForm(app, door, {
    act: 'ask-consent',
    path: paths.consent,
    name: 'consent',
    words: ask,
    questions: () => [
      {
        id: 'matter',
        kind: 'one',
        label: ask.matter,
        options: consentMatters.map((value) => ({ value, label: text.matters[value] })),
      },
      { id: 'recipient', kind: 'line', label: ask.recipient, help: ask.recipientHelp },
      { id: 'purpose', kind: 'text', label: ask.purpose },
      {
        id: 'exculpatory',
        kind: 'some',
        label: ask.special,
        optional: true,
        options: [{ value: 'yes', label: ask.exculpatory }],
      },
    ],
    input: (answers) => ({
      matter: answers.text('matter'),
      recipient: answers.text('recipient'),
      purpose: answers.text('purpose'),
      exculpatory: answers.all('exculpatory').includes('yes'),
    }),
    perform: (input) => door.acts.askConsent(input),
  });
}

function answerForms(app: Hono<Http>, door: Door): void {
  const { aftermath: text } = door.words;
  const answer = text['answer-consent'];
  plainForm(app, door, {
    act: 'answer-consent',
    path: paths.consentAnswer,
    name: 'consent answer',
    words: answer,
    above: ({ view }) => askedList(door, view),
    questions: (view) => [
      { id: 'finding', kind: 'one', label: findingLabel(door, view), options: yesNo(door) },
      { id: 'outcome', kind: 'one', label: answer.outcome, options: outcomes(door) },
      { id: 'reasons', kind: 'text', label: text.reasons, help: text.reasonsHelp },
      { id: 'conditions', kind: 'text', label: answer.conditions, help: answer.conditionsHelp, optional: true },
    ],
    input: (answers) => ({
      finding: answers.text('finding') === 'yes',
      outcome: chosen(answers.text('outcome')),
      reasons: answers.text('reasons'),
      conditions: answers.text('conditions'),
    }),
    perform: (input) => door.acts.answerConsent(input),
  });
  plainForm(app, door, {
    act: 'rule-consent',
    path: paths.consentRuling,
    name: 'consent ruling',
    words: text['rule-consent'],
    above: ({ view }) => askedList(door, view),
    questions: () => [
      { id: 'outcome', kind: 'one', label: answer.outcome, options: outcomes(door) },
      { id: 'reasons', kind: 'text', label: text.reasons, help: text.reasonsHelp },
    ],
    input: (answers) => ({
      outcome: chosen(answers.text('outcome')),
      reasons: answers.text('reasons'),
    }),
    perform: (input) => door.acts.ruleConsent(input),
  });
}

/** What is not clearly a consent is none. */
const chosen = (value: string): 'granted' | 'refused' => (value === 'granted' ? 'granted' : 'refused');

const outcomes = ({ words }: Door) =>
  (['granted', 'refused'] as const).map((value) => ({ value, label: words.aftermath.outcomes[value] }));
const yesNo = ({ words }: Door) =>
  (['yes', 'no'] as const).map((value) => ({ value, label: words.case.request[value] }));

/** The question that only a person can answer before consent is given. */
function findingLabel({ law }: Door, { case: { afterwards } }: CaseView): string {
  const matter = afterwards.consents.at(-1)?.asked.body.matter ?? 'other-use';
  return factLabel(law, consentFinding[matter]);
}

/** What is asked, and what the sending authority proposes, if it did. */
function askedList({ words }: Door, { case: { afterwards } }: CaseView): Html | undefined {
  const consent = afterwards.consents.at(-1);
  if (consent === undefined) return undefined;
  const { aftermath: text } = words;
  const { asked, answered } = consent;
  return summaryList([
    [text['ask-consent'].matter, text.matters[asked.body.matter]],
    [text['ask-consent'].recipient, typed(asked.body.recipient)],
    [text['ask-consent'].purpose, typed(asked.body.purpose)],
    ...(asked.body.exculpatory ? [[text['ask-consent'].special, text['ask-consent'].exculpatory] as const] : []),
    ...(answered === undefined
      ? []
      : ([
          [text.proposed, typed(answered.body.reasons)],
          [text['answer-consent'].conditions, typed(answered.body.conditions)],
        ] as const)),
  ]);
}

function recipientForms(app: Hono<Http>, door: Door): void {
  const { aftermath: text } = door.words;
  plainForm(app, door, {
    act: 'record-use',
    path: paths.use,
    name: 'use',
    words: text['record-use'],
    questions: () => [{ id: 'use', kind: 'text', label: text['record-use'].use, help: text['record-use'].useHelp }],
    input: (answers) => ({ use: answers.text('use') }),
    perform: (input) => door.acts.recordUse(input),
  });
  plainForm(app, door, {
    act: 'confirm-destruction',
    path: paths.destructionReceipt,
    name: 'destruction',
    words: text['confirm-destruction'],
    danger: true,
    questions: () => [
      { id: 'how', kind: 'text', label: text['confirm-destruction'].how, help: text['confirm-destruction'].howHelp },
    ],
    input: (answers) => ({ how: answers.text('how') }),
    perform: (input) => door.acts.confirmDestruction(input),
  });
}

function endForms(app: Hono<Http>, door: Door): void {
  const { aftermath: text } = door.words;
  const reasons = { id: 'reasons', kind: 'text', label: text.reasons, help: text.reasonsHelp } as const;
  plainForm(app, door, {
    act: 'record-breach',
    path: paths.breach,
    name: 'breach',
    words: text['record-breach'],
    danger: true,
    above: ({ view }) => termsList(door, view),
    questions: () => [
      {
        id: 'breach',
        kind: 'one',
        label: text['record-breach'].which,
        options: breaches.map((value) => ({ value, label: text.breaches[value] })),
      },
      reasons,
    ],
    input: (answers) => ({ breach: answers.text('breach'), reasons: answers.text('reasons') }),
    perform: (input) => door.acts.recordBreach(input),
  });
}
