import { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Context } from 'hono';
import { limits } from '../limits.ts';
import { emptyForm, formOf, readUrlEncoded, type Form } from './form.ts';

/** A file as it was uploaded. The name is the last part only and is never used as a path. */
export type Upload = Readonly<{ field: string; name: string; bytes: Uint8Array }>;

export type Body =
  | Readonly<{ kind: 'form'; form: Form; uploads: readonly Upload[] }>
  /** Larger than this many bytes, all of it or the named file; nothing of it was kept. */
  | Readonly<{ kind: 'too-large'; limit: number; file?: string }>
  | Readonly<{ kind: 'too-many'; limit: number }>
  | Readonly<{ kind: 'malformed' }>;

/** The bytes of a body, counted while they arrive; `undefined` as soon as there are more than the limit. */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array | undefined> {
  if (declaredLength(c) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const declaredLength = (c: Context): number => Number(c.req.header('Content-Length') ?? 0);

/** A form, with or without files. What is too large is refused by its declared length, or where the limit is met. */
export async function readForm(c: Context, limit: number = limits.formBytes): Promise<Body> {
  if (declaredLength(c) > limit) return { kind: 'too-large', limit };
  const type = c.req.header('Content-Type') ?? '';
  if (/^multipart\/form-data\b/i.test(type)) return readMultipart(c, type, limit);
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return { kind: 'malformed' };
  const bytes = await readBytes(c, limit);
  if (bytes === undefined) return { kind: 'too-large', limit };
  const form = readUrlEncoded(new TextDecoder().decode(bytes));
  return form === undefined ? { kind: 'too-many', limit: limits.formFields } : { kind: 'form', form, uploads: [] };
}

/** RFC 7578. One more than each limit is let through to the parser, so that reaching a limit is told from passing it. */
async function readMultipart(c: Context, type: string, limit: number): Promise<Body> {
  const fields: [string, string][] = [];
  const uploads: Upload[] = [];
  const stream = c.req.raw.body;
  if (stream === null) return { kind: 'form', form: emptyForm, uploads };
  return new Promise((resolve) => {
    const source = Readable.fromWeb(stream);
    let size = 0;
    const stop = (body: Body): void => {
      source.unpipe();
      source.destroy();
      resolve(body);
    };
    const parser = openParser(type);
    if (parser === undefined) {
      stop({ kind: 'malformed' });
      return;
    }
    source.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > limit) stop({ kind: 'too-large', limit });
    });
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut) stop({ kind: 'too-large', limit: limits.requestBytes });
      else fields.push([name, value]);
    });
    parser.on('file', (field, file, fileName) => {
      const chunks: Uint8Array[] = [];
      const name = lastPart(fileName);
      file.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      file.on('limit', () => stop({ kind: 'too-large', limit: limits.formExhibitBytes, file: name }));
      file.on('end', () => {
        // A file field that was left empty is sent without a name and without bytes.
        if (name !== '' || chunks.length > 0)
          uploads.push({ field, name, bytes: new Uint8Array(Buffer.concat(chunks)) });
      });
    });
    parser.on('filesLimit', () => stop({ kind: 'too-many', limit: limits.exhibits }));
    parser.on('fieldsLimit', () => stop({ kind: 'too-many', limit: limits.formFields }));
    parser.on('error', () => stop({ kind: 'malformed' }));
    source.on('error', () => stop({ kind: 'malformed' }));
    parser.on('finish', () => resolve({ kind: 'form', form: formOf(fields), uploads }));
    source.pipe(parser);
  });
}

function openParser(type: string): BusboyInstance | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: {
        fieldSize: limits.requestBytes,
        fields: limits.formFields,
        fileSize: limits.formExhibitBytes,
        files: limits.exhibits,
        headerSize: limits.headerBytes,
      },
    });
  } catch {
    return undefined;
  }
}

/** What follows the last slash of either kind, without control characters, at most one line. */
export const lastPart = (name: string | undefined): string =>
  (name ?? '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{C}]/gu, '')
    .slice(0, limits.lineCharacters);
