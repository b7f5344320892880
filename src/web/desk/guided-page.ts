import { limits } from '../../limits.ts';
import { targetKinds } from '../../request/target.ts';
import type { Door } from '../door.ts';
import type { FieldProblem } from '../form.ts';
import { attributes, html, type Html, type Part } from '../html.ts';
import { notice, section, tag } from '../parts/blocks.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { button, choiceField, hiddenFields, lineField, selectField, textField } from '../parts/field.ts';
import { inputMoment } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { aboutLine, factLabel, stateName, valueText } from '../parts/say.ts';
import { paths } from '../paths.ts';
import { statesByName } from './list-forms.ts';
import { isAnswered, pageOfPath, pagesOf, readWhole, valueAt, writeDraft, type RequestDraft } from './request-draft.ts';
import { askOf, titleOf, type RequestField, type RequestPage } from './request-pages.ts';
import { requestSections } from './request-sections.ts';

type Drafting = Readonly<{ csrf: string; draft: RequestDraft }>;

/** Goes on to another page of the draft: what was answered travels with it. */
const goTo = (name: string, text: Part): Html =>
  html`<button class="p-as-link ds-link" type="submit" name="go" value="${name}">${text}</button>`;

const draftForm = ({ csrf, draft }: Drafting, page: string, body: Part): Html =>
  html`<form method="post" action="${paths.guidedRequest}" class="p-form" novalidate>
    ${hiddenFields({ csrf, page, document: writeDraft(draft) })}${body}
  </form>`;

/** Every page of the request in its section, with how it stands. */
export function taskListPage({ words, law }: Door, of: Drafting): PageContent {
  const text = words.desk.guided;
  const pages = pagesOf(of.draft);
  const sections = [...new Set(pages.map((page) => page.section))];
  const list = (section_: RequestPage['section']): Html =>
    html`<ol class="p-tasks">
      ${pages
        .filter((page) => page.section === section_)
        .map((page) => {
          const done = isAnswered(of.draft, page);
          return html`<li>
            <div>${goTo(page.id, titleOf(words, law, page))}</div>
            ${tag(done ? text.answered : text.open, done ? 'success' : 'neutral')}
          </li>`;
        })}
    </ol>`;
  const body = html`${sections.map((name) => section(`section-${name}`, words.case.request.sections[name], list(name)))}
    <div class="p-actions">${goButton('check', text.check)} ${goButton('file', text.file, true)}</div>
    <p class="p-small">${text.fileHelp}</p>`;
  return {
    heading: text.heading,
    back: { href: paths.newRequest, text: words.desk.newRequest.heading },
    main: html`<p>${text.lead}</p>
      ${draftForm(of, 'list', body)}`,
  };
}

const goButton = (name: string, text: string, secondary = false): Html =>
  html`<button class="ds-button" type="submit" name="go" value="${name}" ${attributes({ 'data-variant': secondary && 'secondary' })}>${text}</button>`; // prettier-ignore

/** One question, or a few that belong together. */
export function questionPage(
  door: Door,
  of: Drafting,
  page: RequestPage,
  problems: readonly FieldProblem[],
): PageContent {
  const { words, law } = door;
  const text = words.desk.guided;
  const pages = pagesOf(of.draft);
  const at = pages.findIndex(({ id }) => id === page.id);
  const next = pages[at + 1]?.id ?? 'check';
  const body = html`${page.fields.map((field) => fieldOf(door, of.draft, field, problems))}
    <div class="p-actions">${goButton(next, text.next)} ${goButton('list', text.list, true)}</div>`;
  return {
    heading: titleOf(words, law, page),
    failed: problems.length > 0,
    above: html`${words.case.request.sections[page.section]}. ${text.place(at + 1, pages.length)}`,
    main: html`${errorSummary(words, problems)}${draftForm(of, page.id, body)}`,
  };
}

function fieldOf(door: Door, draft: RequestDraft, field: RequestField, problems: readonly FieldProblem[]): Html {
  const { words, law } = door;
  const { question: label, help } = askOf(words, law, field);
  const given = valueAt(draft, field.path);
  const problem = problems.find((each) => each.field === field.path)?.text;
  const common = { id: field.path, label, ...(help !== undefined && { help }), problem };
  const value = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
  switch (field.kind) {
    case 'line':
      return lineField({ ...common, value });
    case 'text':
      return textField({ ...common, value, rows: 7 });
    case 'moment':
      return lineField({
        ...common,
        type: 'datetime-local',
        value: inputMoment(value),
        label: words.desk.guided.inUtc(label),
      });
    case 'years':
    case 'days':
      return lineField({ ...common, value });
    case 'state':
      return selectField({
        ...common,
        chosen: value,
        options: [{ value: '', label: words.case.request.notGiven }, ...statesByName(words)],
      });
    case 'yes-no': {
      const options = [{ value: 'yes', label: words.case.request.yes }, { value: 'no', label: words.case.request.no }]; // prettier-ignore
      return choiceField({ ...common, kind: 'radio', inline: true, options, chosen: given === true ? ['yes'] : given === false ? ['no'] : [] }); // prettier-ignore
    }
    case 'one':
    case 'several': {
      const options = field.values.map((each) => ({ value: each, label: valueText(words, law, field.label, each) }));
      const chosen = Array.isArray(given) ? given.map(String) : [value];
      return choiceField({ ...common, kind: field.kind === 'one' ? 'radio' : 'checkbox', options, chosen });
    }
    case 'targets':
      return targetsField(door, given, label, help, problem);
  }
}

const emptyTargets = 3;

/** A line for each account, and some to spare; more appear when those are filled. */
function targetsField(
  { words }: Door,
  given: unknown,
  label: string,
  help: string | undefined,
  problem: string | undefined,
): Html {
  const { targetKinds: names } = words.case.request;
  const known = (Array.isArray(given) ? given : []) as readonly Readonly<{ kind?: unknown; value?: unknown }>[];
  const lines = Math.min(limits.targets, known.length + emptyTargets);
  const text = words.desk.guided;
  return html`<fieldset class="ds-fieldset${problem === undefined ? '' : ' p-wrong'}">
    <legend class="ds-label" data-weight="medium">${label}</legend>
    <div data-field="description">${help}</div>
    ${problem !== undefined && html`<div class="ds-validation-message" data-field="validation">${problem}</div>`}
    ${Array.from({ length: lines }, (_, place) => {
      const { kind = '', value = '' } = known[place] ?? {};
      const id = place === 0 ? 'targets' : `targets-${place}`;
      return html`<div class="p-pair">
        ${selectField({ id: `${id}-kind`, name: 'targets.kind', label: text.targetKind(place + 1), options: targetKinds.map((each) => ({ value: each, label: names[each] })), chosen: String(kind) })}
        ${lineField({ id, name: 'targets.value', label: text.targetValue(place + 1), value: String(value) })}
      </div>`;
    })}
  </fieldset>`;
}

/** Everything that was answered, what is wrong with it, what the treaty still asks for; then it is sent, or changed. */
export function checkPage(door: Door, of: Drafting, actId: string): PageContent {
  const { words, law } = door;
  const text = words.desk.guided;
  const read = readWhole(of.draft);
  const missing = read.ok ? door.assess(read.request) : undefined;
  const lacks = missing === undefined ? [] : missing.owed.map(({ fact }) => factLabel(law, fact));
  const asks = missing === undefined ? [] : missing.asks.map((rule) => aboutLine(words, law, rule));
  const faults = read.ok ? [] : read.errors;
  const changes = html`<ul class="p-plain">
    ${pagesOf(of.draft).map((page) => html`<li>${goTo(page.id, titleOf(words, law, page))}</li>`)}
  </ul>`;
  const send = html`<form method="post" action="${paths.newRequest}" class="p-form" enctype="multipart/form-data">
    ${hiddenFields({ csrf: of.csrf, actId, document: writeDraft(of.draft) })}${button(words.desk.newRequest.send)}
  </form>`;
  return {
    heading: text.checkHeading,
    failed: faults.length > 0,
    wide: true,
    main: html`${
      faults.length > 0 &&
      notice(
        'danger',
        text.faults,
        html`<ul class="p-lines">
          ${faults.map(({ path, expected }) => html`<li>${words.errors.place(path, expected)}${pageName(door, path)}</li>`)}
        </ul>`,
      )
    }
    ${
      lacks.length + asks.length > 0 &&
      notice(
        'warning',
        text.lacks,
        html`<p>${text.lacksHelp}</p>
          <ul class="p-lines">
            ${[...lacks, ...asks].map((each) => html`<li>${each}</li>`)}
          </ul>`,
      )
    }
    ${read.ok && requestSections(words, law, read.request)}
    ${section('change', text.change, draftForm(of, 'check', changes))}
    ${
      read.ok &&
      section(
        'send',
        text.sendHeading(stateName(words, read.request.requestedState)),
        html`<p>${text.sendHelp}</p>
          ${send}`,
      )
    }`,
  };
}

function pageName({ words, law }: Door, path: string): Part {
  const page = pageOfPath(path);
  return page !== undefined && html` (${titleOf(words, law, page)})`;
}
