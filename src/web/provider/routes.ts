import type { Hono } from 'hono';
import type { Refused } from '../../acts/answer.ts';
import type { CheckedOrder } from '../../acts/check-order.ts';
import { limits } from '../../limits.ts';
import type { Upload } from '../../store/uploads.ts';
import { caseForm, type Shown } from '../case-form.ts';
import { receiveOwnForm, showProblem, type Door, type Http } from '../door.ts';
import type { FieldProblem } from '../form.ts';
import { html, type Html } from '../html.ts';
import { hash, notice, section, summaryList, tag, typed } from '../parts/blocks.ts';
import { actForm, actPage } from '../parts/case-form-frame.ts';
import { button, fileField } from '../parts/field.ts';
import { moment } from '../parts/moment.ts';
import { paths } from '../paths.ts';
import { challengeForm } from './challenge-form.ts';

/** The provider learns whether the order is genuine before anything else (mission E5), then hands over the files. */
export function providerRoutes(app: Hono<Http>, door: Door): void {
  challengeForm(app, door);
  const { words } = door;
  const text = words.walk.production;
  caseForm(app, door, {
    act: 'produce',
    page: paths.production(':id'),
    post: paths.production(':id'),
    name: 'production',
    limit: limits.formProductionBytes,
    load: (of) => load(of, door),
    render: (shown) => {
      const { checks } = shown.extra;
      const genuine = checks.length > 0 && checks.every(({ holds }) => holds);
      const main = html`${genuineSection(shown, genuine)}${genuine && upload(shown)}`;
      const script = genuine ? { script: shown.door.assets.uploadScript } : {};
      return { ...actPage(shown, text.heading, main, true), ...script };
    },
    read: ({ uploads, form }) => {
      const problems: FieldProblem[] = [];
      const before = form.all('upload').map((uploadId) => ({ uploadId }));
      if (uploads.length === 0 && before.length === 0) problems.push({ field: 'files', text: words.errors.file });
      if (new Set(uploads.map(({ name }) => name)).size < uploads.length || uploads.some(({ name }) => name === '')) {
        problems.push({ field: 'files', text: words.errors.fileName });
      }
      if (problems.length > 0) return { problems };
      return { input: { exhibits: [...before, ...uploads.map(({ name, bytes }) => ({ name, bytes }))] } };
    },
    perform: (input) => door.acts.produce(input),
  });
  app.post(paths.uploadRemoval(':id'), async (c) => {
    const sent = await receiveOwnForm(c, door);
    if (sent instanceof Response) return sent;
    const caseId = c.req.param('id') ?? '';
    const frame = { mandate: sent.session.mandate.id, caseId, uploadId: sent.form.text('upload') };
    const dropped = await door.acts.dropUpload(frame);
    if (dropped.kind === 'refused') return showProblem(c, door, { ...dropped, kind: 'refused', caseId });
    return c.redirect(paths.production(caseId), 303);
  });
}

type Extra = CheckedOrder & Readonly<{ uploads: readonly Upload[] }>;

/** Uploads are shown where the order is genuine; otherwise there is nothing to take them for. */
async function load(
  { mandate, caseId }: Readonly<{ mandate: string; caseId: string }>,
  door: Door,
): Promise<Extra | Refused> {
  // prettier-ignore
  const order = await door.acts.checkOrder({ mandate, caseId });
  if (order.kind === 'refused') return order;
  const seen = await door.acts.seeUploads({ mandate, caseId });
  return { ...order, uploads: seen.kind === 'refused' ? [] : seen.uploads };
}

function genuineSection({ door: { words }, extra }: Shown<Extra>, genuine: boolean): Html {
  const text = words.walk.production;
  const { judge } = extra;
  return section(
    'genuine',
    text.checksHeading,
    html`${genuine ? notice('success', text.genuine) : notice('danger', text.notGenuine)}
      <ol class="p-checks">
        ${extra.checks.map(({ name, holds }) => {
          const [title = '', yes = '', no = ''] = text.checks[name];
          return html`<li>
            <div>
              <strong>${title}</strong>
              <p class="p-small">${holds ? yes : no}</p>
            </div>
            ${holds ? tag(text.holds, 'success') : tag(text.fails, 'danger')}
          </li>`;
        })}
      </ol>
      ${summaryList([
        [text.signedBy, html`${judge.name}, ${judge.authorityName}`],
        ...(extra.signedAt === '' ? [] : [[text.signedAt, moment(words, extra.signedAt)] as const]),
        [text.validUntil, moment(words, extra.order.validUntil)],
        [text.logEntry, extra.leafIndex],
        [text.hash, hash(extra.sha256)],
      ])}
      <div class="p-order" role="region" aria-label="${text.text}" tabindex="0"><pre>${extra.text}</pre></div>`,
  );
}

function upload(shown: Shown<Extra>): Html {
  const { words } = shown.door;
  const text = words.walk.production;
  const caseId = shown.view.case.id;
  const whole = shown.extra.uploads.filter(({ sha256 }) => sha256 !== undefined);
  const problem = shown.problems.find(({ field }) => field === 'files')?.text;
  const body = html`${whole.map(({ id }) => html`<input type="hidden" name="upload" value="${id}" />`)}
    ${fileField({ id: 'files', label: text.files, help: text.filesHelp, multiple: true, problem })}
    <ul class="p-lines" id="upload-progress" data-failed="${text.uploadFailed}" hidden></ul>
    ${button(text.send)}`;
  const form = actForm(shown, paths.production(caseId), body, { upload: true, uploads: paths.uploads(caseId) });
  return html`${shown.extra.uploads.length > 0 && section('uploaded', text.uploadedHeading, uploaded(shown))}
  ${section(
    'hand-over',
    text.files,
    html`${form}
      <p><a class="ds-link" href="${paths.challenge(caseId)}">${text.challenge}</a></p>`,
  )}`;
}

/** What lies here already: handed in with the form below, or taken back. */
function uploaded({ door: { words }, extra, hidden, view }: Shown<Extra>): Html {
  const text = words.walk.production;
  return html`<p>${text.uploadedLead}</p>
    <ul class="p-lines">
      ${extra.uploads.map(
        ({ id, name, announced, received, sha256 }) =>
          html`<li>
            <p><strong>${typed(name)}</strong></p>
            <p>${sha256 === undefined ? text.uploadedPart(received, announced) : text.uploadedWhole(announced)}</p>
            ${sha256 !== undefined && html`<p>${text.hashOf} ${hash(sha256)}</p>`}
            <form method="post" action="${paths.uploadRemoval(view.case.id)}">
              <input type="hidden" name="csrf" value="${hidden.csrf}" />
              <input type="hidden" name="upload" value="${id}" />
              <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
                ${text.takeBack(name)}
              </button>
            </form>
          </li>`,
      )}
    </ul>`;
}
