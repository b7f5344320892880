import { states } from '../../../law/states/states.ts';
import type { Words } from '../../catalogue/en.ts';
import { measures } from '../../request/request.ts';
import type { SavedView } from '../../store/saved-views.ts';
import type { Door } from '../door.ts';
import type { FieldProblem } from '../form.ts';
import { html, type Html } from '../html.ts';
import { details } from '../parts/blocks.ts';
import { button, hiddenFields, lineField, selectField } from '../parts/field.ts';
import { stateName } from '../parts/say.ts';
import { paths } from '../paths.ts';
import type { Session } from '../session.ts';
import { caseStates, isNarrowed, listPath, writeListQuery, type ListQuery } from './list-query.ts';

const problemOf = (problems: readonly FieldProblem[], field: string): string | undefined =>
  problems.find((each) => each.field === field)?.text;

/** Sent by POST: what is searched for stands in no address, no history and nobody's record of addresses. */
export function searchForm({ words }: Door, { csrf }: Session, value: string, problems: readonly FieldProblem[]): Html {
  const text = words.cases.search;
  return html`<form method="post" action="${paths.search}" class="p-form" role="search">
    ${hiddenFields({ csrf })}
    ${lineField({ id: 'words', label: text.label, help: text.help, value, problem: problemOf(problems, 'words') })}
    ${button(text.button, 'secondary')}
  </form>`;
}

export function filterForm(door: Door, query: ListQuery): Html {
  const { words } = door;
  const text = words.cases.filter;
  const any = { value: '', label: text.any };
  const form = html`<form method="get" action="${paths.cases}" class="p-form">
    ${hiddenFields({ show: query.show ?? 'all' })}
    ${selectField({ id: 'state', label: text.state, options: [any, ...caseStates.map((value) => ({ value, label: words.case.states[value] }))], chosen: query.state ?? '' })}
    ${selectField({ id: 'measure', label: text.measure, options: [any, ...measures.map((value) => ({ value, label: words.case.request.measures[value] }))], chosen: query.measure ?? '' })}
    ${selectField({ id: 'with', label: text.with, options: [any, ...statesByName(words)], chosen: query.with ?? '' })}
    <div class="p-actions">
      ${button(text.apply, 'secondary')}${isNarrowed(query) && html`<a class="ds-link" href="${listPath(query.show === undefined ? {} : { show: query.show })}">${text.clear}</a>`}
    </div>
  </form>`;
  return details(text.heading, form, isNarrowed(query));
}

const named = new Map<string, readonly Readonly<{ value: string; label: string }>[]>();

/** Every State that is known, in the order of its name in the language of the page. */
export function statesByName(words: Words): readonly Readonly<{ value: string; label: string }>[] {
  const known = named.get(words.locale);
  if (known !== undefined) return known;
  const made = states
    .map(({ code }) => ({ value: code, label: stateName(words, code) }))
    .sort((one, other) => one.label.localeCompare(other.label, words.locale));
  named.set(words.locale, made);
  return made;
}

/** Keeps the filter that is shown under a name, for this person alone. */
export function saveForm(
  { words }: Door,
  { csrf }: Session,
  query: ListQuery,
  problems: readonly FieldProblem[],
): Html {
  const text = words.cases.views;
  return html`<form method="post" action="${paths.views}" class="p-form">
    ${hiddenFields({ csrf, query: writeListQuery(query) })}
    ${lineField({ id: 'name', label: text.name, help: text.nameHelp, problem: problemOf(problems, 'name') })}
    ${button(text.save, 'secondary')}
  </form>`;
}

/** Each saved list with the way to be rid of it. */
export function savedViews({ words }: Door, { csrf }: Session, views: readonly SavedView[]): Html | false {
  const text = words.cases.views;
  if (views.length === 0) return false;
  const removal = ({ name }: SavedView): Html =>
    html`<li>
      <form method="post" action="${paths.viewRemoval}">
        ${hiddenFields({ csrf, name })}${button(text.remove(name), 'secondary')}
      </form>
    </li>`;
  return details(
    text.heading,
    html`<ul class="p-plain">
      ${views.map(removal)}
    </ul>`,
  );
}
