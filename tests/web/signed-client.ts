import { createHash, randomUUID } from 'node:crypto';
import * as ed25519 from '../../src/transparency/ed25519.ts';
import type { SignerKey } from '../../src/transparency/note.ts';

/**
 * A program of somebody else that signs its calls: RFC 9421 section 2.5 (signature base) and 3.1, written by hand so that
 * the library under test does not check itself.
 */
export type Call = Readonly<{
  method: string;
  path: string;
  body?: string | Uint8Array;
  headers?: Readonly<Record<string, string>>;
  keyid?: string;
  nonce?: string;
  /** POSIX seconds. */
  created?: number;
  /** Components to sign; all that must be, by default. */
  components?: readonly string[];
}>;

export function sign(
  address: string,
  signer: SignerKey,
  call: Call,
): { url: string; init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> } } {
  const { method, path, body, keyid = signer.verifier.name, nonce = randomUUID() } = call;
  const created = call.created ?? Math.floor(Date.now() / 1000);
  const digest = body === undefined ? undefined : createHash('sha256').update(body).digest('base64');
  const headers: Record<string, string> = {
    ...(digest !== undefined && { 'content-digest': `sha-256=:${digest}:` }),
    ...call.headers,
  };
  const url = `${address}${path}`;
  const signed = ['content-digest', 'content-type', 'idempotency-key', 'if-match'].filter((name) => name in headers);
  const components = call.components ?? ['@method', '@target-uri', ...signed];
  const parameters = `(${components.map((name) => `"${name}"`).join(' ')});created=${created};keyid="${keyid}";nonce="${nonce}";alg="ed25519"`;
  const value = (name: string): string => (name === '@method' ? method : name === '@target-uri' ? url : (headers[name] ?? '')); // prettier-ignore
  const base = [...components.map((name) => `"${name}": ${value(name)}`), `"@signature-params": ${parameters}`].join('\n'); // prettier-ignore
  const signature = Buffer.from(ed25519.sign(signer.secret, new TextEncoder().encode(base))).toString('base64');
  const init = {
    method,
    headers: { ...headers, 'signature-input': `sig1=${parameters}`, signature: `sig1=:${signature}:` },
    ...(body !== undefined && { body: body as string }),
  };
  return { url, init };
}
