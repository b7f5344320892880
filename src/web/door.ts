import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Words } from '../catalogue/en.ts';
import type { Catalogue } from '../law/catalogue.ts';
import type { Figures } from '../observatory/figures.ts';
import type { Assessment } from '../law/assessment.ts';
import type { EvidenceRequest } from '../request/request.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import { isUuid } from '../store/rows.ts';
import type { Office } from './identity/office.ts';
import type { Identities } from '../store/identities.ts';
import type { Once } from '../store/once.ts';
import type { Reader } from '../store/reader.ts';
import type { Log } from '../store/log.ts';
import type { SavedViews } from '../store/saved-views.ts';
import type { Sessions } from '../store/sessions.ts';
import type { Acts } from './acts.ts';
import type { Assets } from './assets.ts';
import type { LogFile } from '../transparency/log-directory.ts';
import { readForm, type Upload } from './body.ts';
import type { Form } from './form.ts';
import type { LawBook } from './law/law-book.ts';
import { ownPath } from './own-path.ts';
import { page, type Frame, type PageContent } from './parts/page.ts';
import { passkeyPolicy, uploadingPolicy } from './headers.ts';
import { paths } from './paths.ts';
import { problemPage } from './problem-page.ts';
import type { Preferences } from './preferences.ts';
import { cameFromHere, sameSecret, type Session } from './session.ts';

/** What the web room is given. */
export type Door = Readonly<{
  /** The words of one set of preferences: the language of this door and its time zone. */
  words: Words;
  /** What the law says of its rules and facts, in the same language. */
  law: Catalogue;
  /** The same two for whoever reads otherwise. */
  preferring: (preferences: Preferences) => Readonly<{ words: Words; law: Catalogue }>;
  /** The law itself, article by article, with the scenarios about it. */
  book: LawBook;
  assets: Assets;
  acts: Acts;
  /** Asks the law about a request that is not kept. */
  assess: (request: EvidenceRequest) => Assessment;
  sessions: Sessions;
  /** Filters of lists that people keep for themselves. */
  savedViews: SavedViews;
  /** A mandate from the register. */
  mandate: (id: string) => Promise<RegisteredMandate | undefined>;
  /** The keys of a person's own. */
  keysOf: Reader['keysOf'];
  once: Once;
  identityStore: Identities;
  mandates: () => Promise<readonly RegisteredMandate[]>;
  /** How people sign in outside a sandbox. Absent in one: it believes the Host header, and lets people in with one click. */
  office?: Office;
  version: string;
  /** The people whom the sandbox lets in with one click. Absent outside a sandbox: nobody is let in so. */
  identities?: () => Promise<readonly RegisteredMandate[]>;
  health: () => Promise<Health>;
  log: () => Promise<LogView>;
  /** Single leaves, their proofs and promises. */
  logBook: Pick<Log, 'leaves' | 'prove' | 'promise' | 'time'>;
  /** The figures of each month that was counted; in a sandbox, of practice cases. */
  figures: () => Promise<readonly Figures[]>;
  /** A published tile, bundle or `log.policy`. */
  logFile: (path: string) => Promise<Uint8Array | undefined>;
  /** The files of the log, as docs/spec/log-directory.md says. */
  logFiles: () => AsyncIterable<LogFile>;
  now: () => string;
  /** A fresh random UUID: the id of the act that a form is made for. */
  newActId: () => string;
  /** Where the program writes down what should have been impossible. */
  journal: (error: unknown) => void;
}>;

export type Health = Readonly<{
  status: 'ok' | 'failing';
  version: string;
  database: 'ok' | 'failing';
  logSize: number;
}>;

/** The published head of the log. `checkpoint` is the witnessed note, `vkey` the key that checks it. */
export type LogView = Readonly<{
  size: number;
  root: string;
  checkpoint: string;
  vkey: string;
  origin: string;
  /** Who signed it beside the log, and when (ISO 8601, UTC). */
  witnesses: readonly Readonly<{ name: string; at: string }>[];
  witnessesKnown: number;
  /** Why nothing can be recorded. */
  closed?: string;
  /** Why nothing newer could be published. */
  alarm?: string;
}>;

export type Http = { Variables: { session?: Session } };
export type HttpContext = Context<Http>;

/** @param kept whether reading the page again loses nothing: it was asked for by its address and is there. */
function frameOf(c: HttpContext, door: Door, kept: boolean): Frame {
  const session = c.get('session');
  const { words, assets } = door;
  const { pathname, search } = new URL(c.req.url);
  const here = kept ? ownPath(pathname + search) : undefined;
  const { styles, icon } = assets;
  const sandbox = door.office === undefined;
  return {
    words,
    styles,
    icon,
    sandbox,
    path: c.req.path,
    ...(session && { session }),
    ...(here !== undefined && { here }),
  };
}

export function show(c: HttpContext, door: Door, content: PageContent, status: ContentfulStatusCode = 200): Response {
  const kept = c.req.method === 'GET' && status === 200;
  const { markup } = page(frameOf(c, door, kept), content);
  if (content.script !== undefined)
    c.header('Content-Security-Policy', content.script === door.assets.uploadScript ? uploadingPolicy : passkeyPolicy);
  return c.html(markup, status, { 'Content-Language': door.words.lang });
}

/** A page that says what went wrong in plain words, and what to do next. */
export const showProblem = (c: HttpContext, door: Door, problem: Parameters<typeof problemPage>[1]): Response => {
  const { content, status } = problemPage(door.words, problem);
  return show(c, door, content, status);
};

/** A form from a page of ours, sent by the person who is signed in. */
export type Sent = Readonly<{
  session: Session;
  form: Form;
  uploads: readonly Upload[];
  actId: string;
  version: number;
}>;

/** A form that changes nothing of a case: what was sent, and by whom. */
export type Own = Pick<Sent, 'session' | 'form' | 'uploads'>;

/** @returns a form from a page of ours, sent by who is signed in; or the page that says why it was not taken. */
export async function receiveOwnForm(c: HttpContext, door: Door, limit?: number): Promise<Own | Response> {
  if (!cameFromHere(c, door)) {
    return showProblem(c, door, { kind: 'not-from-here' });
  }
  const session = c.get('session');
  if (session === undefined) return showProblem(c, door, { kind: 'signed-out' });
  const body = await readForm(c, limit);
  if (body.kind !== 'form') return showProblem(c, door, body);
  if (!sameSecret(body.form.text('csrf'), session.csrf)) return showProblem(c, door, { kind: 'not-from-here' });
  return { session, form: body.form, uploads: body.uploads };
}

/** @returns the form of an act, or the page that says why it was not taken. Nothing of it was stored. */
export async function receiveForm(c: HttpContext, door: Door, limit?: number): Promise<Sent | Response> {
  const own = await receiveOwnForm(c, door, limit);
  if (own instanceof Response) return own;
  const actId = own.form.text('actId');
  const version = Number(own.form.text('version') || '0');
  if (!isUuid(actId) || !Number.isSafeInteger(version) || version < 0) {
    return showProblem(c, door, { kind: 'malformed' });
  }
  return { ...own, actId, version };
}

/** @returns the session, or the way to the sign-in page. */
export const signedIn = (c: HttpContext): Session | Response => c.get('session') ?? c.redirect(paths.signIn, 303);
