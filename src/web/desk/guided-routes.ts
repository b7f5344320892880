import type { Hono } from 'hono';
import { receiveOwnForm, show, showProblem, signedIn, type Door, type Http, type HttpContext } from '../door.ts';
import type { FieldProblem, Form } from '../form.ts';
import { paths } from '../paths.ts';
import type { Session } from '../session.ts';
import { checkPage, questionPage, taskListPage } from './guided-page.ts';
import { answered, newDraft, pageOfPath, pagesOf, readDraft, readWhole, writeDraft, type RequestDraft } from './request-draft.ts'; // prettier-ignore
import type { RequestPage } from './request-pages.ts';

/** A request is written question by question, checked, and only then sent, through the same door as every other one. */
export function guidedRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.guidedRequest, (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    if (!mayAsk(session)) return showProblem(c, door, { kind: 'refused', code: 'no-mandate' });
    const { state, authorityName: authority } = session.mandate;
    const draft = newDraft({ id: door.newActId(), state, authority, at: door.now() });
    return show(c, door, taskListPage(door, { csrf: session.csrf, draft }));
  });
  app.post(paths.guidedRequest, async (c) => {
    const sent = await receiveOwnForm(c, door);
    if (sent instanceof Response) return sent;
    if (!mayAsk(sent.session)) return showProblem(c, door, { kind: 'refused', code: 'no-mandate' });
    const draft = readDraft(sent.form.all('document')[0] ?? '');
    return draft === undefined ? showProblem(c, door, { kind: 'malformed' }) : goOn(c, door, sent, draft);
  });
}

const mayAsk = ({ mandate }: Session): boolean => mandate.role === 'requesting-officer';

function goOn(
  c: HttpContext,
  door: Door,
  { session, form }: Readonly<{ session: Session; form: Form }>,
  before: RequestDraft,
): Response {
  const from = pagesOf(before).find(({ id }) => id === form.text('page'));
  const draft = from === undefined ? before : answered(before, from, form);
  const drafting = { csrf: session.csrf, draft };
  const go = form.text('go');
  const problems = from === undefined ? [] : problemsOf(door, draft, from);
  // What is wrong is said where it was typed, unless the person wants to leave it for later.
  if (from !== undefined && problems.length > 0 && go !== 'list' && go !== 'file')
    return show(c, door, questionPage(door, drafting, from, problems), 400);
  if (go === 'check') return show(c, door, checkPage(door, drafting, door.newActId()));
  if (go === 'file') return asFile(c, draft);
  const page = pagesOf(draft).find(({ id }) => id === go);
  return show(c, door, page === undefined ? taskListPage(door, drafting) : questionPage(door, drafting, page, []));
}

/** What the one reader of requests says about the fields of a page. */
function problemsOf({ words }: Door, draft: RequestDraft, page: RequestPage): readonly FieldProblem[] {
  const read = readWhole(draft);
  if (read.ok) return [];
  return read.errors
    .filter(({ path }) => pageOfPath(path)?.id === page.id)
    .map(({ path, expected }) => {
      const field = page.fields.find((each) => path.startsWith(each.path)) ?? page.fields[0];
      return { field: field?.path ?? path, text: words.errors.value(expected) };
    });
}

/** The draft as a file of the person's own, from which they can go on another day. */
const asFile = (c: HttpContext, draft: RequestDraft): Response =>
  c.body(`${writeDraft(draft)}\n`, 200, {
    'Content-Type': 'application/json',
    'Content-Disposition': 'attachment; filename="request.json"',
  });
