import type { Hono } from 'hono';
import { limits } from '../../limits.ts';
import { isUuid } from '../../store/rows.ts';
import { problemMediaType, problemOf, type FieldError } from '../../wire/field-error.ts';
import { readRequest, type ReadRequest } from '../../wire/read-request.ts';
import { readBytes } from '../body.ts';
import type { Door, Http, HttpContext } from '../door.ts';
import { paths } from '../paths.ts';
import { findSession } from '../session.ts';
import { problemAnswer } from './problem.ts';

/**
 * The interface for programs. A document goes in as it is (JSON or XML); answers are JSON, problems RFC 9457.
 * `POST /api/requests` needs `Authorization: Bearer`, a session's token; cookies count for nothing here, so no page
 * elsewhere can call it in somebody's name. `Idempotency-Key`, a UUID, makes a second try the same act.
 */
export function apiRoutes(app: Hono<Http>, door: Door): void {
  app.post(paths.apiAssess, async (c) => {
    const read = await readDocument(c, door);
    return read instanceof Response ? read : c.json(door.assess(read.request));
  });
  app.post(paths.apiRequests, async (c) => {
    const token = /^Bearer ([A-Za-z0-9_-]+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
    const session = token === undefined ? undefined : await findSession(token, door);
    if (session === undefined) return problemAnswer(c, door.words, { kind: 'signed-out' });
    const actId = c.req.header('Idempotency-Key') ?? door.newActId();
    if (!isUuid(actId)) return fieldProblem(c, [{ path: 'Idempotency-Key', expected: 'a UUID' }]);
    const read = await readDocument(c, door);
    if (read instanceof Response) return read;
    const { document, form, request } = read;
    const answer = await door.acts.receiveRequest({ actId, mandate: session.mandate.id, document, form, request });
    if (answer.kind === 'refused') return problemAnswer(c, door.words, answer);
    const { caseId } = answer.value;
    return c.json({ caseId, leafIndex: answer.leafIndex }, 201, { Location: paths.case(caseId) });
  });
}

type Document = Extract<ReadRequest, { ok: true }> & Readonly<{ document: Uint8Array }>;

async function readDocument(c: HttpContext, door: Door): Promise<Document | Response> {
  const document = await readBytes(c, limits.requestBytes);
  if (document === undefined) return problemAnswer(c, door.words, { kind: 'too-large', limit: limits.requestBytes });
  const read = readRequest(document);
  return read.ok ? { ...read, document } : fieldProblem(c, read.errors);
}

const fieldProblem = (c: HttpContext, errors: readonly FieldError[]): Response =>
  c.body(JSON.stringify(problemOf(errors)), 400, { 'Content-Type': problemMediaType });
