import type { Hono } from 'hono';
import { caseForm } from '../case-form.ts';
import type { Door, Http } from '../door.ts';
import { html } from '../html.ts';
import { details } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button } from '../parts/field.ts';
import { paths } from '../paths.ts';
import { answerField, questionFields, questionsFor, readAnswers } from './questions.ts';

/** The questions that the law leaves to judgement, asked of the case officer, each with its reasons (mission B1). */
export function findingsForm(app: Hono<Http>, door: Door): void {
  const text = door.words.desk.findings;
  caseForm(app, door, {
    act: 'record-findings',
    page: paths.findings(':id'),
    post: paths.findings(':id'),
    name: 'findings',
    load: () => Promise.resolve({}),
    render: (shown) => {
      const { view, form, problems } = shown;
      const { open, answered } = questionsFor(view);
      const fields = open.map((question, index) =>
        questionFields(door, question, form, problems, text.question(index + 1, open.length)),
      );
      const again = answered.map((question) => questionFields(door, question, form, problems, text.again));
      const body = html`<p>${open.length > 0 ? text.lead : text.none}</p>
        ${fields}
        ${
          again.length > 0 &&
          details(
            text.change(again.length),
            html`${again}`,
            answered.some(({ fact }) => form.names().includes(answerField(fact))),
          )
        }
        ${button(text.save)}`;
      return actPage(shown, text.heading, actForm(shown, paths.findings(view.case.id), body));
    },
    read: ({ form }, view) => {
      const { open, answered } = questionsFor(view);
      const asked = [...open, ...answered];
      const { findings, problems } = readAnswers(door, asked, form);
      const [first] = asked;
      if (problems.length > 0) return { problems };
      if (findings.length > 0 || first === undefined) return { input: { findings } };
      return { problems: [{ field: answerField(first.fact), text: text.nothing }] };
    },
    perform: (input) => door.acts.recordFindings(input),
  });
}
