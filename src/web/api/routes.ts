import type { Hono } from 'hono';
import type { z } from 'zod';
import type { Answer, Refused } from '../../acts/answer.ts';
import type { ActOnCase } from '../../acts/act-input.ts';
import { limits } from '../../limits.ts';
import { isUuid } from '../../store/rows.ts';
import { problemMediaType, problemOf, type FieldError } from '../../wire/field-error.ts';
import { readJson } from '../../wire/json.ts';
import { fieldErrorsOf, plainWords } from '../../wire/plain-issues.ts';
import { readRequest, type ReadRequest } from '../../wire/read-request.ts';
import { readBytes, readForm } from '../body.ts';
import type { Door, Http, HttpContext } from '../door.ts';
import { packageAnswer } from '../package-answer.ts';
import { paths } from '../paths.ts';
import { listOf } from '../desk/list-routes.ts';
import { readListQuery, readPlace } from '../desk/list-query.ts';
import { callerOf, type Caller } from './caller.ts';
import { caseActs, narrowing, searched, type CaseAct } from './case-acts.ts';
import { caseJson } from './case-json.ts';
import { openApi } from './openapi.ts';
import { problemAnswer } from './problem.ts';

/**
 * The interface for programs: everything that the pages do (docs/spec/http-api.md). A document goes in as it is; answers
 * are JSON, problems RFC 9457. `Idempotency-Key`, a UUID, makes a second try the same act; `If-Match` names the version of
 * the case that the act was decided on.
 */
export function apiRoutes(app: Hono<Http>, door: Door): void {
  app.get(paths.apiDescription, (c) => c.json(openApi(door.version)));
  app.post(paths.apiAssess, async (c) => {
    const read = await readDocument(c, door);
    return read instanceof Response ? read : c.json(door.assess(read.request));
  });
  app.post(paths.apiRequests, async (c) => {
    const caller = await callerOf(c, door);
    if (caller instanceof Response) return caller;
    const actId = actIdOf(c, door);
    if (actId instanceof Response) return actId;
    const read = await readDocument(c, door, caller);
    if (read instanceof Response) return read;
    const { document, form, request } = read;
    const answer = await door.acts.receiveRequest({ actId, mandate: caller.mandate.id, document, form, request });
    if (answer.kind === 'refused') return problemAnswer(c, door.words, answer);
    const { caseId } = answer.value;
    return c.json({ caseId, leafIndex: answer.leafIndex }, 201, { Location: paths.case(caseId) });
  });
  for (const [name, act] of Object.entries(caseActs)) {
    app.post(paths.apiAct(':id', name), async (c) => {
      const caller = await callerOf(c, door);
      if (caller instanceof Response) return caller;
      const on = frameOf(c, door, caller);
      return on instanceof Response ? on : performAct(c, door, act, on, caller);
    });
  }
  readRoutes(app, door);
}

/** What can be read: the cases in reach, one of them, its order, what would leave, notices. */
function readRoutes(app: Hono<Http>, door: Door): void {
  const read = (path: string, answer: (mandate: string, caseId: string, c: HttpContext) => Promise<unknown>): void =>
    void app.get(path, async (c) => {
      const caller = await callerOf(c, door);
      if (caller instanceof Response) return caller;
      const found = await answer(caller.mandate.id, c.req.param('id') ?? '', c);
      if (isRefused(found)) return problemAnswer(c, door.words, found);
      return found instanceof Response ? found : c.json(found as object);
    });
  read(paths.apiCases, (mandate, _, c) => {
    const query = readListQuery((name) => c.req.query(name));
    const after = readPlace(c.req.query('after'), query.show === 'mine');
    return door.acts.listCases({ ...listOf(mandate, query), ...(after && { after }) });
  });
  app.post(paths.apiSearch, async (c) => {
    const caller = await callerOf(c, door);
    if (caller instanceof Response) return caller;
    const given = await readFields(c, door, searched, caller);
    if (given instanceof Response) return given;
    const after = readPlace(given.value.after, false);
    return c.json(await door.acts.listCases({ mandate: caller.mandate.id, words: given.value.words, ...(after && { after }) })); // prettier-ignore
  });
  read(paths.apiNotices, async (mandate) => ({ notices: await door.acts.noticesFor({ mandate }) }));
  read(paths.apiCase(':id'), async (mandate, caseId, c) => {
    const view = await door.acts.seeCase({ mandate, caseId, page: 'api' });
    if (view.kind === 'refused') return view;
    return c.json(caseJson(view), 200, { ETag: `"${view.case.version}"` });
  });
  read(paths.apiLine(':id'), (mandate, caseId) => door.acts.seeLine({ mandate, caseId }));
  read(paths.apiOrder(':id'), (mandate, caseId) => door.acts.checkOrder({ mandate, caseId }));
  read(paths.apiExtension(':id'), (mandate, caseId) => door.acts.proposeExtension({ mandate, caseId }));
  read(paths.apiPreview(':id'), (mandate, caseId) => door.acts.previewRelease({ mandate, caseId }));
  app.post(paths.apiProposal(':id'), async (c) => {
    const caller = await callerOf(c, door);
    if (caller instanceof Response) return caller;
    const given = await readFields(c, door, narrowing, caller);
    if (given instanceof Response) return given;
    const shown = await door.acts.proposeOrder({ mandate: caller.mandate.id, caseId: c.req.param('id') ?? '', narrowing: given.value }); // prettier-ignore
    return shown.kind === 'refused' ? problemAnswer(c, door.words, shown) : c.json(shown);
  });
}

const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';

function actIdOf(c: HttpContext, door: Door): string | Response {
  const actId = c.req.header('Idempotency-Key') ?? door.newActId();
  return isUuid(actId) ? actId : fieldProblem(c, [{ path: 'Idempotency-Key', expected: 'a UUID' }]);
}

/** The act's frame, from the headers. */
function frameOf(c: HttpContext, door: Door, { mandate }: Caller): ActOnCase | Response {
  const actId = actIdOf(c, door);
  if (actId instanceof Response) return actId;
  const version = /^"(\d{1,9})"$/.exec(c.req.header('If-Match') ?? '')?.[1];
  if (version === undefined)
    return fieldProblem(c, [{ path: 'If-Match', expected: 'the version of the case in quotes, as its ETag gives it' }]);
  return { actId, mandate: mandate.id, caseId: c.req.param('id') ?? '', version: Number(version) };
}

async function performAct(c: HttpContext, door: Door, act: CaseAct, on: ActOnCase, caller: Caller): Promise<Response> {
  if (act.takes === 'nothing') return collect(c, door, on);
  const answer = await answerOf(c, door, act, on, caller);
  if (answer instanceof Response) return answer;
  if (answer.kind === 'refused') return problemAnswer(c, door.words, answer);
  return c.json({ caseId: answer.caseId, leafIndex: answer.leafIndex, value: answer.value });
}

async function answerOf(
  c: HttpContext,
  door: Door,
  act: Exclude<CaseAct, { takes: 'nothing' }>,
  on: ActOnCase,
  caller: Caller,
): Promise<Answer | Response> {
  if (act.takes === 'fields') {
    const given = await readFields(c, door, act.fields, caller);
    return given instanceof Response ? given : act.run(door.acts, on, given.value as never);
  }
  if (act.takes === 'document') {
    const read = await readDocument(c, door, caller);
    if (read instanceof Response) return read;
    const { document, form, request } = read;
    return act.run(door.acts, on, { document, form, request });
  }
  const body = await readForm(c, limits.formProductionBytes);
  if (body.kind !== 'form') return problemAnswer(c, door.words, body);
  return caller.body.matches() ? act.run(door.acts, on, body.uploads) : changedOnTheWay(c, door);
}

async function collect(c: HttpContext, door: Door, on: ActOnCase): Promise<Response> {
  const answer = await door.acts.collect(on);
  if (answer.kind === 'refused') return problemAnswer(c, door.words, answer);
  return packageAnswer(c, on.caseId, answer.value);
}

async function readFields<Fields extends z.ZodType>(
  c: HttpContext,
  door: Door,
  shape: Fields,
  caller: Caller,
): Promise<{ value: z.infer<Fields> } | Response> {
  const bytes = await readBytes(c, limits.formBytes);
  if (bytes === undefined) return problemAnswer(c, door.words, { kind: 'too-large', limit: limits.formBytes });
  if (!caller.body.matches()) return changedOnTheWay(c, door);
  const json = readJson(bytes, limits.formBytes);
  if (!json.ok) return fieldProblem(c, json.errors);
  const read = shape.safeParse(json.value, { error: plainWords });
  return read.success
    ? { value: read.data }
    : fieldProblem(c, fieldErrorsOf(read.error.issues, json.value, json.locate));
}

type Document = Extract<ReadRequest, { ok: true }> & Readonly<{ document: Uint8Array }>;

async function readDocument(c: HttpContext, door: Door, caller?: Caller): Promise<Document | Response> {
  const document = await readBytes(c, limits.requestBytes);
  if (document === undefined) return problemAnswer(c, door.words, { kind: 'too-large', limit: limits.requestBytes });
  if (caller?.body.matches() === false) return changedOnTheWay(c, door);
  const read = readRequest(document);
  return read.ok ? { ...read, document } : fieldProblem(c, read.errors);
}

function changedOnTheWay(c: HttpContext, door: Door): Response {
  const why = 'Content-Digest is not the SHA-256 of the body';
  door.journal(new Error(`a signed call was not believed: ${why}`));
  return problemAnswer(c, door.words, { kind: 'not-believed', why });
}

const fieldProblem = (c: HttpContext, errors: readonly FieldError[]): Response =>
  c.body(JSON.stringify(problemOf(errors)), 400, { 'Content-Type': problemMediaType });
