import type { Hono } from 'hono';
import type { CaseView } from '../../acts/see-case.ts';
import { consultFirst, groundInfo, grounds, reservedIn, type Ground } from '../../law/grounds.ts';
import { limits } from '../../limits.ts';
import { caseForm, type Shown } from '../case-form.ts';
import { isCleanText } from '../clean-text.ts';
import type { Door, Http } from '../door.ts';
import type { FieldProblem, Form } from '../form.ts';
import { html, type Html } from '../html.ts';
import { section, summaryList, typed } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, choiceField, textField } from '../parts/field.ts';
import { moment } from '../parts/moment.ts';
import { paths } from '../paths.ts';

/** Consultation before a refusal (art. 40(28)): the question of the one State, and the answer of the other. */
export function consultationForms(app: Hono<Http>, door: Door): void {
  const { consult, answerConsultation } = door.words.desk;
  caseForm(app, door, {
    act: 'consult',
    page: paths.consultation(':id'),
    post: paths.consultation(':id'),
    name: 'consultation',
    load: () => Promise.resolve({}),
    render: (shown) =>
      actPage(
        shown,
        consult.heading,
        html`<p>${consult.lead}</p>
          ${questionForm(shown)}`,
      ),
    read: ({ form }, view) => {
      const chosen = form.all('grounds');
      const offered: readonly string[] = offeredFor(view);
      const problems = messageProblems(door, form);
      if (chosen.length === 0 || chosen.some((ground) => !offered.includes(ground)))
        problems.unshift({ field: 'grounds', text: consult.groundMissing });
      return problems.length > 0 ? { problems } : { input: { grounds: chosen, message: form.text('message') } };
    },
    perform: (input) => door.acts.consult(input),
  });
  caseForm(app, door, {
    act: 'answer-consultation',
    page: paths.consultationAnswer(':id'),
    post: paths.consultationAnswer(':id'),
    name: 'consultation-answer',
    load: () => Promise.resolve({}),
    render: (shown) => actPage(shown, answerConsultation.heading, answerPage(shown)),
    read: ({ form }) => {
      const problems = messageProblems(door, form);
      return problems.length > 0 ? { problems } : { input: { message: form.text('message') } };
    },
    perform: (input) => door.acts.answerConsultation(input),
  });
}

const offeredFor = ({ case: { latest }, assessment }: CaseView): readonly Ground[] =>
  latest.body.request.measure === undefined
    ? []
    : consultFirst(latest.body.request.measure, reservedIn(assessment.facts));

function messageProblems({ words: { errors } }: Door, form: Form): FieldProblem[] {
  const message = form.text('message');
  if (message === '') return [{ field: 'message', text: errors.missing }];
  return isCleanText(message) ? [] : [{ field: 'message', text: errors.text(limits.textCharacters) }];
}

const problemOf = ({ problems }: Shown<object>, field: string): string | undefined =>
  problems.find((each) => each.field === field)?.text;

function questionForm(shown: Shown<object>): Html {
  const { door, view, form } = shown;
  const { consult: text, decide } = door.words.desk;
  const offered = offeredFor(view);
  if (offered.length === 0) return html`<p>${text.none}</p>`;
  const options = offered.map((ground) => ({ value: ground, label: decide.ground(ground, groundInfo(ground).says) }));
  const body = html`${choiceField({ id: 'grounds', kind: 'checkbox', label: text.grounds, options, chosen: form.all('grounds'), problem: problemOf(shown, 'grounds') })}
    ${textField({ id: 'message', label: text.message, help: text.messageHelp, value: form.text('message'), problem: problemOf(shown, 'message'), rows: 6 })}
    <p class="p-small">${text.after(limits.consultationDays)}</p>
    ${button(text.send)}`;
  return actForm(shown, paths.consultation(view.case.id), body);
}

function answerPage(shown: Shown<object>): Html {
  const { door, view, form } = shown;
  const { words } = door;
  const text = words.desk.answerConsultation;
  const open = view.case.consultations.filter(({ answered }) => answered === undefined);
  const questions = open.map(({ consulted: { body } }) =>
    summaryList([
      [words.case.decision.grounds, body.grounds.map((ground) => groundLine(door, ground)).join('; ')],
      [text.theirs, typed(body.message)],
      [text.answerBy, moment(words, body.answerBy)],
    ]),
  );
  const field = textField({ id: 'message', label: text.message, help: text.messageHelp, value: form.text('message'), problem: problemOf(shown, 'message'), rows: 6 }); // prettier-ignore
  return html`<p>${text.lead}</p>
    ${section('asked', text.asked, html`${questions}`)}
    ${actForm(shown, paths.consultationAnswer(view.case.id), html`${field}${button(text.send)}`)}
    <p><a class="ds-link" href="${paths.supply(view.case.id)}">${text.supply}</a></p>`;
}

function groundLine({ words }: Door, ground: string): string {
  const { article, ground: line } = words.desk.decide;
  const known = Object.hasOwn(grounds, ground);
  return known ? line(ground, groundInfo(ground as Ground).says) : article(ground);
}
