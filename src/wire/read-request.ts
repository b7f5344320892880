import { sha256Hex } from '../canonical.ts';
import type { EvidenceRequest } from '../request/request.ts';
import { refusedWhole } from './field-error.ts';
import type { FieldError } from './field-error.ts';
import { readEtsi103120 } from './formats/etsi-103120.ts';
import { readProvisoRequest } from './formats/proviso-request.ts';

/** The one door through which a request comes in: command line, pages, story and other authorities use it alike. */

export type RequestForm = 'proviso-request/1' | 'etsi-ts-103-120';

export type ReadRequest =
  | Readonly<{
      ok: true;
      form: RequestForm;
      request: EvidenceRequest;
      /** SHA-256 (hex) of the document exactly as it came. */
      sha256: string;
      /** Parts of the document that the request does not carry, a signature among them. Empty for our own form. */
      unread: readonly string[];
    }>
  | Readonly<{ ok: false; errors: readonly FieldError[] }>;

/**
 * @param bytes the document as it came
 * @param hint what the sender says it is; a document that is something else is refused
 * @returns the request, or an error per field. Never throws for any bytes, never half a request.
 */
export function readRequest(bytes: Uint8Array, hint?: 'json' | 'xml'): ReadRequest {
  const kind = hint ?? kindOf(bytes);
  if (kind === undefined) return refusedWhole('a JSON object (proviso-request/1) or XML (ETSI TS 103 120)');
  const sha256 = sha256Hex(bytes);
  if (kind === 'xml') {
    const read = readEtsi103120(bytes);
    return read.ok ? { ok: true, form: 'etsi-ts-103-120', request: read.request, sha256, unread: read.unread } : read;
  }
  const read = readProvisoRequest(bytes);
  return read.ok ? { ok: true, form: 'proviso-request/1', request: read.request, sha256, unread: [] } : read;
}

/** By the first character that is not white space. Nothing is decided by a file's name. */
function kindOf(bytes: Uint8Array): 'json' | 'xml' | undefined {
  if (bytes.length === 0) return 'json';
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = bytes.subarray(start).find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  if (first === 0x3c) return 'xml';
  return first === 0x7b || first === 0x5b ? 'json' : undefined;
}
