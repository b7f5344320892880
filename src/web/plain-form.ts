import type { Hono } from 'hono';
import type { ActOnCase } from '../acts/act-input.ts';
import type { Answer } from '../acts/answer.ts';
import type { CaseView } from '../acts/see-case.ts';
import { limits } from '../limits.ts';
import type { Act } from '../request/open-acts.ts';
import { caseForm, type Shown } from './case-form.ts';
import { isCleanText } from './clean-text.ts';
import type { Door, Http } from './door.ts';
import type { FieldProblem, Form } from './form.ts';
import { html, type Html, type Part } from './html.ts';
import { actForm, actPage } from './parts/case-form-frame.ts';
import { button, choiceField, lineField, textField, type Option } from './parts/field.ts';
import { readInputMoment } from './parts/moment.ts';

/**
 * One question of a short form. `text` is paragraphs, `line` one line, `moment` a date and time in UTC, `one` and `some`
 * choices among the options. An answer is needed unless `optional` says that it is not.
 */
export type Question = Readonly<{
  id: string;
  kind: 'text' | 'line' | 'moment' | 'one' | 'some';
  label: string;
  help?: Part;
  optional?: boolean;
  options?: readonly Option[];
  /** What stands there before anybody typed; of a choice, what is chosen. */
  value?: string;
}>;

/** What was answered, each answer clean and of its kind; a moment is an instant (UTC). An empty text was left out. */
export type Answers = Readonly<{ text: (id: string) => string; all: (id: string) => readonly string[] }>;

export type PlainForm<Input> = Readonly<{
  act: Act;
  path: (id: string) => string;
  /** The name under which the look is recorded. */
  name: string;
  words: Readonly<{ heading: string; lead: string; send: string }>;
  danger?: true;
  /** What the person should know before they answer. */
  above?: (shown: Shown<object>) => Part;
  questions: (view: CaseView) => readonly Question[];
  /** @returns what the act is told, or what is wrong with answers that are each right by themselves. */
  input: (answers: Answers, view: CaseView) => Input | readonly FieldProblem[];
  perform: (input: ActOnCase & Input) => Promise<Answer>;
}>;

/** A page for one act with a few questions: shown, checked field by field, sent back with what is wrong, or done. */
export function plainForm<Input extends object>(app: Hono<Http>, door: Door, of: PlainForm<Input>): void {
  caseForm<object, Input>(app, door, {
    act: of.act,
    page: of.path(':id'),
    post: of.path(':id'),
    name: of.name,
    load: () => Promise.resolve({}),
    render: (shown) => {
      const { heading, lead, send } = of.words;
      const fields = of.questions(shown.view).map((question) => field(question, shown));
      const body = html`${fields}${button(send, of.danger === true ? 'danger' : 'primary')}`;
      const main = html`<p>${lead}</p>
        ${of.above?.(shown)}${actForm(shown, of.path(shown.view.case.id), body)}`;
      return actPage(shown, heading, main);
    },
    read: ({ form }, view) => {
      const problems = of.questions(view).flatMap((question) => wrong(question, form, door));
      if (problems.length > 0) return { problems };
      const input = of.input(answersIn(form, of.questions(view)), view);
      return isProblems(input) ? { problems: input } : { input };
    },
    perform: of.perform,
  });
}

const isProblems = (value: object): value is readonly FieldProblem[] => Array.isArray(value);

function field({ id, kind, label, help, options = [], value }: Question, { form, problems }: Shown<object>): Html {
  const problem = problems.find((each) => each.field === id)?.text;
  const typed = form.names().includes(id) ? form.text(id) : (value ?? '');
  const common = { id, label, problem, ...(help !== undefined && { help }) };
  if (kind === 'text') return textField({ ...common, value: typed, rows: 5 });
  if (kind === 'line') return lineField({ ...common, value: typed });
  if (kind === 'moment') return lineField({ ...common, value: typed, type: 'datetime-local' });
  const sent = form.names().length > 0;
  const chosen = sent ? form.all(id) : value === undefined ? [] : [value];
  return choiceField({ ...common, kind: kind === 'one' ? 'radio' : 'checkbox', options, chosen });
}

/** What is wrong with one answer, if anything is. */
function wrong({ id, kind, optional, options = [] }: Question, form: Form, { words }: Door): readonly FieldProblem[] {
  const { errors } = words;
  const no = (text: string): readonly FieldProblem[] => [{ field: id, text }];
  if (kind === 'one' || kind === 'some') {
    const chosen = form.all(id);
    const offered = chosen.every((each) => options.some(({ value }) => value === each));
    const enough = optional === true || chosen.length > 0;
    return offered && enough && (kind === 'some' || chosen.length <= 1) ? [] : no(errors.choose);
  }
  const value = form.text(id);
  if (value === '') return optional === true ? [] : no(kind === 'moment' ? errors.moment : errors.missing);
  if (kind === 'moment') return readInputMoment(value) === undefined ? no(errors.moment) : [];
  const most = kind === 'line' ? limits.lineCharacters : limits.textCharacters;
  const clean = isCleanText(value) && value.length <= most && (kind === 'text' || !value.includes('\n'));
  return clean ? [] : no(errors.text(most));
}

function answersIn(form: Form, questions: readonly Question[]): Answers {
  const moments = new Set(questions.filter(({ kind }) => kind === 'moment').map(({ id }) => id));
  return {
    text: (id) => (moments.has(id) ? (readInputMoment(form.text(id)) ?? '') : form.text(id)),
    all: (id) => form.all(id),
  };
}
