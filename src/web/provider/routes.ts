import type { Hono } from 'hono';
import type { CheckedOrder } from '../../acts/check-order.ts';
import { limits } from '../../limits.ts';
import { caseForm, type Shown } from '../case-form.ts';
import type { Door, Http } from '../door.ts';
import type { FieldProblem } from '../form.ts';
import { html, type Html } from '../html.ts';
import { hash, notice, section, summaryList, tag } from '../parts/blocks.ts';
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
    load: ({ mandate, caseId }) => door.acts.checkOrder({ mandate, caseId }),
    render: (shown) => {
      const { checks } = shown.extra;
      const genuine = checks.length > 0 && checks.every(({ holds }) => holds);
      return actPage(shown, text.heading, html`${genuineSection(shown, genuine)}${genuine && upload(shown)}`, true);
    },
    read: ({ uploads }) => {
      const problems: FieldProblem[] = [];
      if (uploads.length === 0) problems.push({ field: 'files', text: words.errors.file });
      if (new Set(uploads.map(({ name }) => name)).size < uploads.length || uploads.some(({ name }) => name === '')) {
        problems.push({ field: 'files', text: words.errors.fileName });
      }
      if (problems.length > 0) return { problems };
      return { input: { exhibits: uploads.map(({ name, bytes }) => ({ name, bytes })) } };
    },
    perform: (input) => door.acts.produce(input),
  });
}

function genuineSection({ door: { words }, extra }: Shown<CheckedOrder>, genuine: boolean): Html {
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

function upload(shown: Shown<CheckedOrder>): Html {
  const { words } = shown.door;
  const text = words.walk.production;
  const problem = shown.problems.find(({ field }) => field === 'files')?.text;
  const body = html`${fileField({ id: 'files', label: text.files, help: text.filesHelp, multiple: true, problem })}${button(text.send)}`;
  const form = actForm(shown, paths.production(shown.view.case.id), body, { upload: true });
  return section(
    'hand-over',
    text.files,
    html`${form}
      <p><a class="ds-link" href="${paths.challenge(shown.view.case.id)}">${text.challenge}</a></p>`,
  );
}
