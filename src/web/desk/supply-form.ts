import type { Hono } from 'hono';
import type { Case } from '../../request/case.ts';
import { caseForm, type Shown } from '../case-form.ts';
import type { Door, Http } from '../door.ts';
import { emptyForm } from '../form.ts';
import { html, type Html } from '../html.ts';
import { section, typed } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, fileField, textField } from '../parts/field.ts';
import { aboutLine } from '../parts/say.ts';
import { paths } from '../paths.ts';
import { readSentRequest } from './sent-request.ts';

/** The asking State supplies what was asked of it (art. 40(16)), or puts its request right: the whole request again. */
export function supplyForm(app: Hono<Http>, door: Door): void {
  wholeRequest(app, door, 'supply-information', paths.supply);
  wholeRequest(app, door, 'correct', paths.correction);
}

function wholeRequest(
  app: Hono<Http>,
  door: Door,
  act: 'supply-information' | 'correct',
  path: (id: string) => string,
): void {
  const text = act === 'correct' ? { ...door.words.desk.supply, ...door.words.life.correct } : door.words.desk.supply;
  caseForm(app, door, {
    act,
    page: path(':id'),
    post: path(':id'),
    name: act === 'correct' ? 'correction' : 'supply',
    load: () => Promise.resolve({}),
    render: (shown) =>
      actPage(
        shown,
        text.heading,
        html`<p>${text.lead}</p>
          ${act !== 'correct' && asked(shown)}${form(shown, path, text.send)}`,
      ),
    read: (sent, view) => {
      const untouched = sent.form.text('document') === editable(view.case).trim();
      const read = readSentRequest(door, untouched && sent.uploads.length > 0 ? { ...sent, form: emptyForm } : sent);
      return 'problems' in read ? read : { input: read };
    },
    perform: (input) => (act === 'correct' ? door.acts.correct(input) : door.acts.supplyInformation(input)),
  });
}

/** What was asked for, all of it, with the officer's message. */
function asked({ door: { words, law }, view }: Shown<object>): Html | false {
  const question = view.case.informationAsked?.body;
  const text = words.desk.supply;
  return (
    question !== undefined &&
    section(
      'asked',
      text.asked,
      html`<ul class="p-lines">
          ${question.facts.map((fact) => html`<li>${aboutLine(words, law, fact)}</li>`)}
        </ul>
        <p><strong>${text.message}:</strong> ${typed(question.message)}</p>`,
    )
  );
}

function form(shown: Shown<object>, path: (id: string) => string, send: string): Html {
  const { door, view, form: sent, problems } = shown;
  const text = door.words.desk.supply;
  const { fileHelp, checked } = door.words.desk.newRequest;
  const of = (field: string): string | undefined =>
    problems.some((each) => each.field === field) ? checked : undefined;
  const value = sent.all('document')[0] ?? editable(view.case);
  const body = html`${fileField({ id: 'file', label: text.file, help: fileHelp, accept: '.json,.xml,application/json,application/xml,text/xml', problem: of('file') })}
  ${textField({ id: 'document', label: text.document, help: text.documentHelp, value, rows: 16, code: true, problem: of('document') })}
  ${button(send)}`;
  return actForm(shown, path(view.case.id), body, { upload: true });
}

/** The request as it stands, to be changed; nothing for a document whose form is not the text of one request. */
const editable = ({ latest: { body } }: Case): string =>
  body.form === 'proviso-request/1' ? JSON.stringify(body.request, null, 2) : '';
