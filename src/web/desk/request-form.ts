import type { Hono } from 'hono';
import { receiveForm, show, showProblem, signedIn, type Door, type Http } from '../door.ts';
import { emptyForm, type FieldProblem, type Form } from '../form.ts';
import { html, type Html } from '../html.ts';
import { notice, section } from '../parts/blocks.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { button, fileField, hiddenFields, textField } from '../parts/field.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';
import { refusalStatus } from '../problem-page.ts';
import { readSentRequest } from './sent-request.ts';
import type { Refused } from '../../acts/answer.ts';

type Attempt = Readonly<{ form: Form; problems: readonly FieldProblem[]; refusal?: Refused }>;

/** A requesting officer sends a request: as a file or as text, in any form that the one door reads. */
export function requestForm(app: Hono<Http>, door: Door): void {
  app.get(paths.newRequest, (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    if (session.mandate.role !== 'requesting-officer')
      return showProblem(c, door, { kind: 'refused', code: 'no-mandate' });
    return show(c, door, requestPage(door, session.csrf, { form: emptyForm, problems: [] }));
  });
  app.post(paths.newRequest, async (c) => {
    const sent = await receiveForm(c, door);
    if (sent instanceof Response) return sent;
    const again = (attempt: Omit<Attempt, 'form'>): PageContent =>
      requestPage(door, sent.session.csrf, { form: sent.form, ...attempt });
    const sentRequest = readSentRequest(door, sent);
    if ('problems' in sentRequest) return show(c, door, again(sentRequest), 400);
    const { actId, session } = sent;
    const answer = await door.acts.receiveRequest({ ...sentRequest, actId, mandate: session.mandate.id });
    if (answer.kind === 'refused')
      return show(c, door, again({ problems: [], refusal: answer }), refusalStatus[answer.code]);
    return c.redirect(`${paths.case(answer.value.caseId)}?done=${answer.leafIndex}`, 303);
  });
}

function requestPage(door: Door, csrf: string, { form, problems, refusal }: Attempt): PageContent {
  const { words } = door;
  const text = words.desk.newRequest;
  const failed = problems.length > 0 || refusal !== undefined;
  const of = (field: string): string | undefined =>
    problems.some((each) => each.field === field) ? text.checked : undefined;
  return {
    heading: text.heading,
    failed,
    back: { href: paths.cases, text: words.case.back },
    main: html`${errorSummary(words, problems)}${refusal && refusalNotice(door, refusal)}
      <p>${text.lead}</p>
      <p><a class="ds-button" href="${paths.guidedRequest}">${words.desk.guided.start}</a></p>
      <form method="post" action="${paths.newRequest}" enctype="multipart/form-data" class="p-form" novalidate>
        ${hiddenFields({ csrf, actId: door.newActId() })}
        ${fileField({ id: 'file', label: text.file, help: text.fileHelp, accept: '.json,.xml,application/json,application/xml,text/xml', problem: of('file') })}
        ${textField({ id: 'document', label: text.document, help: text.documentHelp, value: form.all('document')[0] ?? '', rows: 12, code: true, problem: of('document') })}
        <div class="p-actions">
          ${button(text.send)}
          <button class="ds-button" data-variant="secondary" type="submit" formaction="${paths.guidedRequest}">
            ${words.desk.guided.goOn}
          </button>
        </div>
      </form>
      ${section('contents', text.formatHeading, html`<p>${text.format}</p>`)}`,
  };
}

function refusalNotice({ words }: Door, { code, about }: Refused): Html {
  const { heading, body } = words.refusals[code];
  return notice(
    'danger',
    heading,
    html`<p>${body}</p>
      ${about && html`<p>${about.join(', ')}</p>`}`,
  );
}
