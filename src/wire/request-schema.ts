import { z } from 'zod';
import { evidenceRequest } from '../request/request.ts';

/**
 * The JSON Schema of our own form (draft 2020-12), made from the parser itself, so that others can check a request
 * before they send it. It is the published docs/spec/request.schema.json. What a schema cannot say (an end after its
 * beginning, a State that exists) the door checks; docs/spec/request.md lists it.
 */
export function requestSchema(): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(evidenceRequest, { io: 'input' }) };
}

/** The schema as the file has it. Printed by `node src/wire/request-schema.ts > docs/spec/request.schema.json`. */
export const requestSchemaText = (): string => `${JSON.stringify(requestSchema(), null, 2)}\n`;

if (import.meta.main) console.log(requestSchemaText().trimEnd());
