import { evidenceRequest } from '../../request/request.ts';
import type { EvidenceRequest } from '../../request/request.ts';
import { refused, refusedWhole } from '../field-error.ts';
import type { Refused } from '../field-error.ts';
import { readJson } from '../json.ts';
import { fieldErrorsOf, plainWords } from '../plain-issues.ts';

/** Our own form of an evidence request, `proviso-request/1`. Specification: docs/spec/request.md. */

export type ProvisoRequest = Readonly<{ ok: true; kind: 'request'; request: EvidenceRequest }>;

/** @returns the request, or an error for each field that is not as the specification says. Never half of a request. */
export function readProvisoRequest(bytes: Uint8Array): ProvisoRequest | Refused {
  const document = readJson(bytes);
  if (!document.ok) return document;
  const foreign = foreignForm(document.value);
  if (foreign !== undefined) return refusedWhole(foreign, document.locate([]));
  const result = evidenceRequest.safeParse(document.value, { error: plainWords });
  if (result.success) return { ok: true, kind: 'request', request: result.data };
  return refused(fieldErrorsOf(result.error.issues, document.value, document.locate));
}

/**
 * The JSON encoding of ETSI TS 103 120 is told apart, so that its sender learns more than that every field is unknown.
 * Its signed examples carry HS256 (RFC 7518 section 3.2): whoever can check that can also make it, so it proves to
 * nobody else who asked.
 */
function foreignForm(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('@xmlns' in value)) return undefined;
  const form = 'a proviso-request/1 document; ETSI TS 103 120 is read in its XML encoding only';
  if (!('Signature' in value)) return form;
  return `${form}. Its JSON signature would not count: a shared secret (HS256) does not prove who asked`;
}
