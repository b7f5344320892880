import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CaseList, ListCases } from '../../acts/list-cases.ts';
import { limits } from '../../limits.ts';
import { isCleanText } from '../clean-text.ts';
import { receiveOwnForm, show, signedIn, type Door, type Http, type HttpContext } from '../door.ts';
import type { FieldProblem, Form } from '../form.ts';
import { html, type Html } from '../html.ts';
import { button, hiddenFields } from '../parts/field.ts';
import { homeOf } from '../home.ts';
import { paths } from '../paths.ts';
import type { Session } from '../session.ts';
import { casesPage, type Listed } from './cases-page.ts';
import { isNarrowed, listPath, readListQuery, readPlace, writeListQuery, writePlace, type ListQuery } from './list-query.ts'; // prettier-ignore

/** Lists of cases: the desk, the lists that everybody has, the search, and what a person saves. */
export function listRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.cases, async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    const home = homeOf(session.mandate.role);
    if (home !== paths.cases) return c.redirect(home, 303);
    const query = readListQuery((name) => c.req.query(name));
    const after = readPlace(c.req.query('after'), query.show === 'mine');
    return showList(c, door, { session, query, ...(after && { after }) });
  });
  app.post(paths.search, async (c) => {
    const sent = await receiveOwnForm(c, door);
    return sent instanceof Response ? sent : search(c, door, sent.session, sent.form);
  });
  app.post(paths.views, async (c) => {
    const sent = await receiveOwnForm(c, door);
    return sent instanceof Response ? sent : keepView(c, door, sent.session, sent.form);
  });
  app.post(paths.viewRemoval, async (c) => {
    const sent = await receiveOwnForm(c, door);
    if (sent instanceof Response) return sent;
    await door.savedViews.remove(sent.session.mandate.id, sent.form.text('name'));
    return c.redirect(paths.cases, 303);
  });
}

type Asked = Readonly<{
  session: Session;
  query: ListQuery;
  after?: readonly string[];
  problems?: readonly FieldProblem[];
  status?: ContentfulStatusCode;
}>;

async function showList(
  c: HttpContext,
  door: Door,
  { session, query, after, problems, status }: Asked,
): Promise<Response> {
  const mandate = session.mandate.id;
  const desk = query.show === undefined && !isNarrowed(query);
  const asked: ListCases = desk ? { mandate, mine: true } : listOf(mandate, query);
  const list = await door.acts.listCases({ ...asked, ...(after && { after }) });
  const views = await door.savedViews.of(mandate);
  const recent: CaseList | undefined = desk ? await door.acts.listCases({ mandate }) : undefined;
  const listed: Listed = { session, query, list, views, ...(recent && { recent }), ...(problems && { problems }) };
  return show(c, door, casesPage(door, listed), status ?? 200);
}

/** What a list's query asks of the act. */
export const listOf = (mandate: string, { show: which, ...filter }: ListQuery): ListCases => ({
  mandate,
  ...filter,
  ...(which === 'mine' && { mine: true }),
  ...(which === 'overdue' && { overdue: true }),
});

/** The words are used once and kept nowhere: not in an address, not in the journal, not in a saved list. */
async function search(c: HttpContext, door: Door, session: Session, form: Form): Promise<Response> {
  const text = form.text('words');
  const { search: say } = door.words.cases;
  const query: ListQuery = {};
  if (text === '') return c.redirect(paths.cases, 303);
  if (text.length > limits.searchCharacters || !isCleanText(text)) {
    const problems = [{ field: 'words', text: say.tooLong(limits.searchCharacters) }];
    return showList(c, door, { session, query, problems, status: 400 });
  }
  const mandate = session.mandate.id;
  const after = readPlace(form.text('after') || undefined, false);
  const list = await door.acts.listCases({ mandate, words: text, ...(after && { after }) });
  const views = await door.savedViews.of(mandate);
  const more = list.next !== undefined && nextForm(door, session, text, list.next);
  return show(c, door, casesPage(door, { session, query, list, views, search: { text, more } }));
}

const nextForm = ({ words }: Door, { csrf }: Session, text: string, next: readonly string[]): Html =>
  html`<form method="post" action="${paths.search}">
    ${hiddenFields({ csrf, words: text, after: writePlace(next) })}${button(words.cases.search.again, 'secondary')}
  </form>`;

async function keepView(c: HttpContext, door: Door, session: Session, form: Form): Promise<Response> {
  const given = new URLSearchParams(form.text('query'));
  const query = readListQuery((name) => given.get(name) ?? undefined);
  const name = form.text('name');
  const { views: say } = door.words.cases;
  const back = (text: string): Promise<Response> =>
    showList(c, door, { session, query, problems: [{ field: 'name', text }], status: 400 });
  if (name === '' || name.length > limits.viewNameCharacters || !isCleanText(name))
    return back(say.badName(limits.viewNameCharacters));
  const kept = await door.savedViews.keep(session.mandate.id, { name, query: writeListQuery(query) }, door.now());
  return kept ? c.redirect(listPath(query), 303) : back(say.full(limits.savedViews));
}
