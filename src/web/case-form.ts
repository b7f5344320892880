import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ActOnCase } from '../acts/act-input.ts';
import type { Answer, Refused } from '../acts/answer.ts';
import type { CaseView } from '../acts/see-case.ts';
import type { CaseEvent } from '../request/event.ts';
import type { Act } from '../request/open-acts.ts';
import { receiveForm, show, showProblem, signedIn, type Door, type Http, type HttpContext, type Sent } from './door.ts';
import { emptyForm, type FieldProblem, type Form } from './form.ts';
import type { PageContent } from './parts/page.ts';
import { refusalStatus } from './problem-page.ts';
import { paths } from './paths.ts';

/**
 * A page with a form that acts on a case (ActForm), or that shows what one act would need (ActPage). Shown, sent, sent back with what is wrong and everything that was typed, or
 * done and on to the case. A form that was made for an older version of the case is sent back with what changed since.
 */
export type ActPage<Extra> = Readonly<{
  act: Act;
  /** Where the page is read. */
  page: string;
  /** The name under which the look is recorded. */
  name: string;
  /** What the page needs beside the case. */
  load: (of: Loading) => Promise<Extra | Refused>;
  /** What is wrong with the page's own query, if it has one. */
  inspect?: (of: Loading) => readonly FieldProblem[];
  render: (shown: Shown<Extra>) => PageContent;
}>;

export type ActForm<Extra, Input> = ActPage<Extra> &
  Readonly<{
    /** Where the form goes. */
    post: string;
    limit?: number;
    read: (sent: Sent, view: CaseView) => Readonly<{ input: Input } | { problems: readonly FieldProblem[] }>;
    perform: (input: ActOnCase & Input) => Promise<Answer>;
  }>;

type Loading = Readonly<{ mandate: string; caseId: string; form: Form; query: Form; view: CaseView }>;

export type Shown<Extra> = Readonly<{
  door: Door;
  view: CaseView;
  extra: Extra;
  /** The hidden fields of the form: a fresh act, this version, this session. */
  hidden: Readonly<{ csrf: string; actId: string; version: number }>;
  /** What was typed before, if the form comes back. */
  form: Form;
  query: Form;
  problems: readonly FieldProblem[];
  refusal?: Refused;
  /** What happened to the case since the form was made. */
  changes: readonly CaseEvent[];
}>;

type Attempt = Readonly<{ form: Form; problems: readonly FieldProblem[]; refusal?: Refused; since?: number }>;

/** Answers where the page is read. */
export function caseActPage<Extra>(app: Hono<Http>, door: Door, of: ActPage<Extra>): void {
  app.get(of.page, async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    return showForm(c, door, of, { form: emptyForm, problems: [] }, 200);
  });
}

/** Answers where the form goes. */
export function caseActForm<Extra, Input>(app: Hono<Http>, door: Door, of: ActForm<Extra, Input>): void {
  app.post(of.post, async (c) => {
    const sent = await receiveForm(c, door, of.limit);
    if (sent instanceof Response) return sent;
    const caseId = c.req.param('id') ?? '';
    const mandate = sent.session.mandate.id;
    const view = await door.acts.seeCase({ mandate, caseId, page: of.name });
    if (view.kind === 'refused') return showProblem(c, door, { ...view, kind: 'refused', caseId });
    const read = of.read(sent, view);
    if ('problems' in read) return showForm(c, door, of, { form: sent.form, ...read, since: sent.version }, 400);
    const answer = await of.perform({ ...read.input, actId: sent.actId, mandate, caseId, version: sent.version });
    if (answer.kind === 'done') return c.redirect(`${paths.case(caseId)}?done=${answer.leafIndex}`, 303);
    if (isForGood(answer)) return showProblem(c, door, { ...answer, kind: 'refused', caseId });
    const attempt = { form: sent.form, problems: [], refusal: answer, since: sent.version };
    return showForm(c, door, of, attempt, refusalStatus[answer.code]);
  });
}

/** The page again with what was chosen on it; nothing is changed. */
export function caseActPreview<Extra>(app: Hono<Http>, door: Door, of: ActPage<Extra>): void {
  app.post(of.page, async (c) => {
    const sent = await receiveForm(c, door);
    return sent instanceof Response ? sent : showForm(c, door, of, { form: sent.form, problems: [] }, 200);
  });
}

/** Both, for an act whose form stands on its own page. */
export function caseForm<Extra, Input>(app: Hono<Http>, door: Door, of: ActForm<Extra, Input>): void {
  caseActPage(app, door, of);
  caseActForm(app, door, of);
}

/** Refusals that no second try with the same form can mend. */
const isForGood = ({ code }: Refused): boolean =>
  ['no-mandate', 'unknown-case', 'separation', 'not-open', 'conflict'].includes(code);

async function showForm<Extra>(
  c: HttpContext,
  door: Door,
  of: ActPage<Extra>,
  attempt: Attempt,
  status: ContentfulStatusCode,
): Promise<Response> {
  const session = c.get('session');
  const caseId = c.req.param('id') ?? '';
  if (session === undefined) return showProblem(c, door, { kind: 'signed-out' });
  const mandate = session.mandate.id;
  const view = await door.acts.seeCase({ mandate, caseId, page: of.name });
  if (view.kind === 'refused') return showProblem(c, door, { ...view, kind: 'refused', caseId });
  if (!view.open.includes(of.act)) {
    // Stale and no longer open: what happened meanwhile is on the case's own page.
    return showProblem(c, door, { kind: 'refused', code: 'not-open', caseId });
  }
  const query = queryForm(c);
  const loading = { mandate, caseId, form: attempt.form, query, view };
  const extra = await of.load(loading);
  if (isRefused(extra)) return showProblem(c, door, { ...extra, kind: 'refused', caseId });
  const { since, ...rest } = attempt;
  const problems = [...rest.problems, ...(of.inspect?.(loading) ?? [])];
  const changes = since === undefined ? [] : view.case.events.filter(({ number }) => number > since);
  const hidden = { csrf: session.csrf, actId: door.newActId(), version: view.case.version };
  const wrong = status === 200 && problems.length > 0;
  return show(
    c,
    door,
    of.render({ door, view, extra, hidden, query, changes, ...rest, problems }),
    wrong ? 422 : status,
  );
}

const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';

/** The query of a page: a form of its own, sent by GET. */
function queryForm(c: HttpContext): Form {
  const all = c.req.queries();
  const names = Object.keys(all);
  return {
    text: (name) => (all[name]?.[0] ?? '').trim(),
    all: (name) => all[name] ?? [],
    names: () => names,
  };
}
