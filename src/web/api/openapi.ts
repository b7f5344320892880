import { z } from 'zod';
import { refusalCodes } from '../../acts/answer.ts';
import { paths } from '../paths.ts';
import { caseActs, narrowing, searched, type CaseAct } from './case-acts.ts';

/** The description of the interface (OpenAPI 3.1.1), written from the parsers that read it. */

type Json = Readonly<Record<string, unknown>>;

export function openApi(version: string): Json {
  const acts = Object.entries(caseActs).map(([name, act]) => [
    braced(paths.apiAct(':id', name)),
    { post: actOperation(name, act) },
  ]);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Proviso',
      version,
      summary: 'Cross-border electronic evidence under the UN Convention against Cybercrime',
    },
    servers: [{ url: '/' }],
    security: [{ signature: [] }],
    paths: { ...requestPaths(), ...readPaths(), ...Object.fromEntries(acts) },
    components,
  };
}

/** `:id` as OpenAPI writes it. */
const braced = (path: string): string => path.replaceAll(/:([a-z]+)/g, '{$1}');

const shapeOf = (shape: z.ZodType): Json => {
  const schema: Record<string, unknown> = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
  delete schema['$schema'];
  return schema;
}; // prettier-ignore

const caseId = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } } as const;
const actId = { $ref: '#/components/parameters/actId' } as const;
const caseVersion = { $ref: '#/components/parameters/caseVersion' } as const;
const problem = { $ref: '#/components/responses/problem' } as const;
const json = (schema: Json, description: string): Json => ({
  description,
  content: { 'application/json': { schema } },
});
const documentBody = {
  required: true,
  description: 'A request as proviso-request/1 (JSON) or as an ETSI TS 103 120 message (XML), as it is.',
  content: { 'application/json': { schema: { type: 'object' } }, 'application/xml': { schema: { type: 'string' } } },
} as const;
const filesBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['files'],
        properties: { files: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } } },
      },
    },
  },
} as const; // prettier-ignore

function actOperation(name: string, act: CaseAct): Json {
  const done = { $ref: '#/components/responses/done' } as const;
  const zip = { description: 'The package.', content: { 'application/zip': {} } } as const;
  const body =
    act.takes === 'fields'
      ? { requestBody: { required: true, content: { 'application/json': { schema: shapeOf(act.fields) } } } }
      : act.takes === 'document'
        ? { requestBody: documentBody }
        : act.takes === 'files'
          ? { requestBody: filesBody }
          : {};
  return {
    operationId: name,
    summary: act.does,
    parameters: [caseId, actId, caseVersion],
    ...body,
    responses: { 200: act.takes === 'nothing' ? zip : done, default: problem },
  };
}

function requestPaths(): Json {
  const assessment = json({ type: 'object' }, 'The assessment, proviso-assessment/1.');
  const received = json(
    { type: 'object', properties: { caseId: { type: 'string', format: 'uuid' }, leafIndex: { type: 'integer' } } },
    'The case.',
  );
  return {
    [paths.apiAssess]: {
      post: { operationId: 'assess', summary: 'What the law says of a request. Stores nothing.', security: [], requestBody: documentBody, responses: { 200: assessment, default: problem } },
    },
    [paths.apiRequests]: {
      post: { operationId: 'receive-request', summary: 'Sends a request; a case is opened.', parameters: [actId], requestBody: documentBody, responses: { 201: received, default: problem } },
    },
  }; // prettier-ignore
}

const listQuery = ['show', 'state', 'measure', 'with', 'after'].map((name) => ({
  name,
  in: 'query',
  schema: { type: 'string' },
}));

function readPaths(): Json {
  const read = (operationId: string, summary: string, parameters: readonly Json[] = []): Json => ({
    get: { operationId, summary, parameters, responses: { 200: json({ type: 'object' }, summary), default: problem } },
  });
  return {
    [paths.apiCases]: read('list-cases', 'The cases in reach, last changed first.', listQuery),
    [paths.apiSearch]: {
      post: {
        operationId: 'search-cases',
        summary: 'The cases in which words occur, as far as the mandate reads them.',
        requestBody: { required: true, content: { 'application/json': { schema: shapeOf(searched) } } },
        responses: { 200: json({ type: 'object' }, 'A page of cases.'), default: problem },
      },
    },
    [paths.apiNotices]: read('notices', 'Notices to the person concerned.'),
    [braced(paths.apiCase(':id'))]: read('see-case', 'A case, as far as the mandate reads it. Recorded as a look at it.', [caseId]),
    [braced(paths.apiLine(':id'))]: read('see-line', 'What is to be seen of a case that is not the caller’s own.', [caseId]),
    [braced(paths.apiOrder(':id'))]: read('check-order', 'Whether the signed order is genuine, step by step.', [caseId]),
    [braced(paths.apiExtension(':id'))]: read('propose-extension', 'The text that a court would sign to extend its order.', [caseId]),
    [braced(paths.apiPreview(':id'))]: read('preview-release', 'What would leave and what would stay.', [caseId]),
    [braced(paths.apiProposal(':id'))]: {
      post: {
        operationId: 'propose-order',
        summary: 'The text that a court would sign now, whole or narrowed. Changes nothing.',
        parameters: [caseId],
        requestBody: { required: true, content: { 'application/json': { schema: shapeOf(narrowing) } } },
        responses: { 200: json({ type: 'object' }, 'The order, its text and SHA-256.'), default: problem },
      },
    },
  };
} // prettier-ignore

const components = {
  securitySchemes: {
    signature: {
      type: 'http',
      scheme: 'signature',
      description:
        'RFC 9421 with an Ed25519 key of the register. keyid is the mandate; created, keyid and nonce are needed; @method, @target-uri, content-digest (with a body), content-type, idempotency-key and if-match are signed. Each nonce counts once.',
    },
  },
  parameters: {
    actId: { name: 'Idempotency-Key', in: 'header', description: 'The id of the act: the same act sent twice is done once.', schema: { type: 'string', format: 'uuid' } },
    caseVersion: { name: 'If-Match', in: 'header', required: true, description: 'The version of the case that the act rests on, as its ETag.', schema: { type: 'string' }, example: '"3"' },
  },
  responses: {
    done: json({ type: 'object', required: ['caseId', 'leafIndex'], properties: { caseId: { type: 'string', format: 'uuid' }, leafIndex: { type: 'integer' }, value: {} } }, 'Done, and where it stands in the log.'),
    problem: { description: 'RFC 9457. Nothing was stored.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } } },
  },
  schemas: {
    problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail'],
      properties: {
        type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' },
        code: { enum: refusalCodes },
        about: { type: 'array', items: { type: 'string' } },
        errors: { type: 'array', items: { type: 'object', required: ['path', 'expected'], properties: { path: { type: 'string' }, expected: { type: 'string' } } } },
      },
    },
  },
} as const; // prettier-ignore
