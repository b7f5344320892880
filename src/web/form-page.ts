import type { Hono } from 'hono';
import type { Refused } from '../acts/answer.ts';
import { receiveForm, show, showProblem, signedIn, type Door, type Http, type HttpContext } from './door.ts';
import { emptyForm, type FieldProblem, type Form } from './form.ts';
import { html, type Part } from './html.ts';
import { notice } from './parts/blocks.ts';
import { errorSummary } from './parts/error-summary.ts';
import { hiddenFields } from './parts/field.ts';
import type { PageContent } from './parts/page.ts';
import { refusalStatus } from './problem-page.ts';
import type { Session } from './session.ts';

/**
 * A page with one form for an act that does not open a case: shown, sent, sent back with what is wrong and everything
 * that was typed, or done. (What acts on an open case is case-form.ts.)
 */
export type FormPage<Extra, Input> = Readonly<{
  /** Where it is read and where it goes. */
  path: string;
  /** What the page needs, or why this person does not see it. */
  load: (of: Loading) => Promise<Extra | Refused>;
  /** The version that the form is made for, where its subject has one. */
  version?: (extra: Extra) => number;
  /** Where to go instead, where there is nothing to ask. */
  elsewhere?: (extra: Extra) => string | undefined;
  render: (shown: FormShown<Extra>) => PageContent;
  read: (form: Form, extra: Extra) => Readonly<{ input: Input } | { problems: readonly FieldProblem[] }>;
  perform: (input: Input & Frame, extra: Extra) => Promise<Recorded | Refused>;
  done: (answer: Recorded, extra: Extra) => string;
}>;

/** What was done, and where the log has it. */
type Recorded = Readonly<{ kind: 'done'; leafIndex: number }>;
type Frame = Readonly<{ actId: string; mandate: string; version: number }>;
type Loading = Readonly<{ mandate: string; param: (name: string) => string }>;

export type FormShown<Extra> = Readonly<{
  door: Door;
  session: Session;
  extra: Extra;
  /** Where the form goes. */
  action: string;
  hidden: Readonly<{ csrf: string; actId: string; version: number | undefined }>;
  form: Form;
  /** Whether the form came back: then what was typed counts, also what was left empty. */
  again: boolean;
  problems: readonly FieldProblem[];
  refusal?: Refused;
}>;

type Attempt = Pick<FormShown<never>, 'form' | 'again' | 'problems' | 'refusal'>;

export function formPage<Extra, Input>(app: Hono<Http>, door: Door, of: FormPage<Extra, Input>): void {
  const loaded = (c: HttpContext, session: Session): Promise<Extra | Refused> =>
    of.load({ mandate: session.mandate.id, param: (name) => c.req.param(name) ?? '' });
  const page = (c: HttpContext, session: Session, extra: Extra, attempt: Attempt): PageContent =>
    of.render({
      door,
      session,
      extra,
      action: c.req.path,
      hidden: { csrf: session.csrf, actId: door.newActId(), version: of.version?.(extra) },
      ...attempt,
    });
  app.get(of.path, async (c) => {
    const session = signedIn(c);
    if (session instanceof Response) return session;
    const extra = await loaded(c, session);
    if (isRefused(extra)) return showProblem(c, door, extra);
    const elsewhere = of.elsewhere?.(extra);
    if (elsewhere !== undefined) return c.redirect(elsewhere, 303);
    return show(c, door, page(c, session, extra, { form: emptyForm, again: false, problems: [] }));
  });
  app.post(of.path, async (c) => {
    const sent = await receiveForm(c, door);
    if (sent instanceof Response) return sent;
    const { session, form, actId, version } = sent;
    const extra = await loaded(c, session);
    if (isRefused(extra)) return showProblem(c, door, extra);
    const read = of.read(form, extra);
    if ('problems' in read) return show(c, door, page(c, session, extra, { form, again: true, ...read }), 400);
    const answer = await of.perform({ ...read.input, actId, version, mandate: session.mandate.id }, extra);
    if (answer.kind === 'done') return c.redirect(of.done(answer, extra), 303);
    const attempt = { form, again: true, problems: [], refusal: answer };
    // A refusal may have changed what the page shows: it is loaded anew.
    const now = await loaded(c, session);
    return isRefused(now)
      ? showProblem(c, door, now)
      : show(c, door, page(c, session, now, attempt), refusalStatus[answer.code]);
  });
}

const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';

/** The frame of such a page: what is wrong above, the form below what leads to it. */
export function sheet<Extra>(
  { door: { words }, problems, refusal, action, hidden }: FormShown<Extra>,
  of: Readonly<{
    heading: string;
    above?: Part;
    back: NonNullable<PageContent['back']>;
    lead: Part;
    fields: Part;
    after?: Part;
  }>,
): PageContent {
  const refused = refusal && words.refusals[refusal.code];
  const about = refusal?.about ?? [];
  const why: Part = about.length > 0 && html`<p>${about.join(', ')}</p>`;
  return {
    heading: of.heading,
    failed: problems.length > 0 || refusal !== undefined,
    ...(of.above === undefined ? {} : { above: of.above }),
    back: of.back,
    main: html`${errorSummary(words, problems)}
      ${
        refused &&
        notice(
          'danger',
          refused.heading,
          html`<p>${refused.body}</p>
            ${why}`,
        )
      }
      ${of.lead}
      <form method="post" action="${action}" class="p-form" novalidate>${hiddenFields(hidden)}${of.fields}</form>
      ${of.after}`,
  };
}

/** What is wrong with one field. */
export const problemOf = (problems: readonly FieldProblem[], field: string): string | undefined =>
  problems.find((each) => each.field === field)?.text;
