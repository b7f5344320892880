import type { FieldError } from '../../wire/field-error.ts';
import { readRequest, type ReadRequest } from '../../wire/read-request.ts';
import type { Door, Sent } from '../door.ts';
import type { FieldProblem } from '../form.ts';

type Problems = Readonly<{ problems: readonly FieldProblem[] }>;

/** A request that a form brought: the document as it came, and what its door read in it. */
export type SentRequest = Readonly<{ document: Uint8Array }> &
  Pick<Extract<ReadRequest, { ok: true }>, 'form' | 'request'>;

/** Reads the request of a form with the fields `file` and `document`: one of them, in any form that the one door reads. */
export function readSentRequest(door: Door, sent: Sent): SentRequest | Problems {
  const found = documentOf(door, sent);
  if ('problems' in found) return found;
  const read = readRequest(found.bytes);
  if (!read.ok) return { problems: read.errors.map((error) => ({ field: found.field, text: sayError(door, error) })) };
  return { document: found.bytes, form: read.form, request: read.request };
}

function documentOf(
  { words: { errors } }: Door,
  { form, uploads }: Sent,
): Readonly<{ field: string; bytes: Uint8Array }> | Problems {
  const [upload] = uploads;
  // Pasted text is taken as it was pasted, but for the line ends that the browser changed on the way.
  const pasted = (form.all('document')[0] ?? '').replaceAll('\r\n', '\n');
  if (upload !== undefined && pasted.trim() !== '')
    return { problems: [{ field: 'document', text: errors.oneDocument }] };
  if (upload !== undefined) return { field: 'file', bytes: upload.bytes };
  if (pasted.trim() === '') return { problems: [{ field: 'file', text: errors.document }] };
  return { field: 'document', bytes: new TextEncoder().encode(pasted) };
}

const sayError = ({ words }: Door, { path, expected, at }: FieldError): string =>
  words.errors.place(path, expected, at?.line);
