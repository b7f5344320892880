import type { CaseList } from '../../acts/list-cases.ts';
import { holds } from '../../authorisation/mandate.ts';
import { limits } from '../../limits.ts';
import type { SavedView } from '../../store/saved-views.ts';
import type { Door } from '../door.ts';
import type { FieldProblem } from '../form.ts';
import { attributes, html, type Html, type Part } from '../html.ts';
import { notice, section } from '../parts/blocks.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { momentText } from '../parts/moment.ts';
import type { PageContent } from '../parts/page.ts';
import { paths } from '../paths.ts';
import type { Session } from '../session.ts';
import { casesTable } from './cases-table.ts';
import { filterForm, savedViews, saveForm, searchForm } from './list-forms.ts';
import { isNarrowed, listPath, type ListQuery } from './list-query.ts';

/** What the page of cases is made of: the list that was asked for, or the desk of whoever asks for none. */
export type Listed = Readonly<{
  session: Session;
  query: ListQuery;
  list: CaseList;
  /** On the desk: what changed last, whoever it waits for. */
  recent?: CaseList;
  views: readonly SavedView[];
  /** What was searched for; its results have no address. */
  search?: Readonly<{ text: string; more: Html | false }>;
  problems?: readonly FieldProblem[];
}>;

export function casesPage(door: Door, of: Listed): PageContent {
  const { words } = door;
  const { session, query, list, problems = [] } = of;
  const { mandate } = session;
  const main = html`${errorSummary(words, problems)} ${ended(door, of)}
  ${mandate.role === 'requesting-officer' && html`<p><a class="ds-button" href="${paths.newRequest}">${words.nav.newRequest}</a></p>`}
  ${lists(door, of)} ${searchForm(door, session, of.search?.text ?? '', problems)} ${filterForm(door, query)}
  ${of.search === undefined ? shown(door, of) : found(door, of, of.search)}
  ${of.search === undefined && isNarrowed(query) && saveForm(door, session, query, problems)}
  ${savedViews(door, session, of.views)}`;
  return {
    heading: of.search === undefined ? words.cases.heading : words.cases.search.heading(counted(door, list.found ?? 0)),
    failed: problems.length > 0,
    above: html`${words.roles[mandate.role]}, ${mandate.authorityName}`,
    wide: true,
    main,
  };
}

function shown(door: Door, { session, query, list, recent }: Listed): Part {
  const text = door.words.cases;
  const { mandate } = session;
  if (recent !== undefined) {
    const waiting =
      list.lines.length === 0
        ? false
        : html`${casesTable(door, mandate, text.mineCaption, list)} ${more(door, { ...query, show: 'mine' }, list)}`;
    return recent.lines.length === 0
      ? html`<p>${empty(door, session)}</p>`
      : html`<section class="p-section" aria-labelledby="mine">
            <h2 class="ds-heading" data-size="sm" id="mine">${text.mine}</h2>
            <p>${text.waiting(list.waiting)}</p>
            ${waiting}
          </section>
          ${section('recent', text.recent, html`${casesTable(door, mandate, text.allCaption, { ...recent, lines: recent.lines.slice(0, limits.recentCases) })} ${recent.lines.length > limits.recentCases && html`<p><a class="ds-link" href="${listPath({ show: 'all' })}">${text.all}</a></p>`}`)}`;
  }
  const caption = query.show === 'mine' ? text.mineCaption : query.show === 'overdue' ? text.overdueCaption : text.allCaption; // prettier-ignore
  if (list.lines.length === 0) return html`<p>${isNarrowed(query) ? text.filter.none : query.show === 'mine' ? text.waiting(0) : empty(door, session)}</p>`; // prettier-ignore
  return html`${casesTable(door, mandate, caption, list)} ${more(door, query, list)}`;
}

function found(door: Door, { session, list }: Listed, { more: next }: Readonly<{ more: Html | false }>): Part {
  const text = door.words.cases;
  if (list.lines.length === 0) return html`<p>${text.search.none}</p>`;
  return html`${casesTable(door, session.mandate, text.foundCaption, list)} ${next}`;
}

const more = ({ words }: Door, query: ListQuery, { next }: CaseList): Html | false =>
  next !== undefined && html`<p><a class="ds-link" rel="next" href="${listPath(query, next)}">${words.cases.next}</a></p>`; // prettier-ignore

/** The lists that everybody has, with how many stand in them, and those that this person saved. */
function lists(door: Door, { query, list, views, search }: Listed): Html {
  const text = door.words.cases;
  const all: readonly (readonly [string, string])[] = [
    [listPath({ show: 'mine' }), text.listed(text.mine, counted(door, list.waiting))],
    [listPath({ show: 'overdue' }), text.listed(text.overdue, counted(door, list.overdue))],
    [listPath({ show: 'all' }), text.all],
    ...views.map(({ name, query: saved }) => [`${paths.cases}?${saved}`, name] as const),
  ];
  const here = search === undefined ? listPath(query) : '';
  return html`<nav aria-label="${text.lists}">
    <ul class="p-inline">
      ${all.map(([href, title]) => html`<li><a class="ds-link" href="${href}" dir="auto" ${attributes({ 'aria-current': href === here && 'page' })}>${title}</a></li>`)}
    </ul>
  </nav>`;
}

/** A number as people write it; "more than" where no more were counted. */
export const counted = ({ words }: Door, count: number): string =>
  count >= limits.counted ? words.cases.moreThan(limits.counted - 1) : words.cases.number(count);

function ended({ words, now }: Door, { session: { mandate } }: Listed): Html | false {
  if (holds(mandate, now())) return false;
  const { ended: heading, endedBody } = words.cases;
  return notice('danger', heading, html`<p>${endedBody(momentText(words, mandate.validUntil))}</p>`);
}

function empty({ words, now }: Door, { mandate }: Session): string {
  const { none, noneOfficer, noneRequesting, noneElse } = words.cases;
  if (!holds(mandate, now())) return none;
  if (mandate.role === 'case-officer') return noneOfficer;
  return mandate.role === 'requesting-officer' ? noneRequesting : noneElse;
}
