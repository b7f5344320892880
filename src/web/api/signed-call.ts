// RFC 9421, HTTP message signatures: what a call of a program must sign so that it counts.
import { httpbis, type Request as SignedMessage } from 'http-message-signatures';
import { limits } from '../../limits.ts';
import { parseVerifierKey } from '../../transparency/note-key.ts';
import * as ed25519 from '../../transparency/ed25519.ts';

export type SignedCall = Readonly<{ keyid: string; nonce: string }>;

/** Why a call is not believed; said to the caller, for whoever holds a key has to mend it. */
export class NotBelieved extends Error {}

/** Fields that are signed whenever the call has them: what they say must not be changed on the way. */
const alsoSigned = ['content-digest', 'content-type', 'idempotency-key', 'if-match'] as const;

/** Section 2.2: method and target of the call, always. */
const always = ['@method', '@target-uri'] as const;

/**
 * Checks the one signature of a call: by a key of the register, over all that the call says, made within
 * `limits.signedCallSeconds` of now. That its nonce was not used before is for the caller of this function to ask.
 * @param keysOf verifier keys (C2SP, Ed25519) of a mandate
 * @throws NotBelieved with what is wrong
 */
export async function verifySignedCall(
  message: SignedMessage,
  keysOf: (keyid: string) => Promise<readonly string[]>,
  now: string,
): Promise<SignedCall> {
  const { components, parameters } = readInput(message.headers['signature-input']);
  const needed = [...always, ...alsoSigned.filter((name) => message.headers[name] !== undefined)];
  const missing = needed.filter((name) => !components.includes(`"${name}"`));
  if (missing.length > 0) throw new NotBelieved(`the signature leaves out ${missing.join(', ')}`);
  const hasBody = !['GET', 'HEAD'].includes(message.method);
  if (hasBody && message.headers['content-digest'] === undefined) throw new NotBelieved('Content-Digest is needed');
  const { keyid, nonce, created, alg } = parameters;
  if (keyid === undefined || nonce === undefined || created === undefined)
    throw new NotBelieved('created, keyid and nonce are needed');
  if (alg !== undefined && alg !== 'ed25519') throw new NotBelieved('alg is ed25519');
  const age = Date.parse(now) / 1000 - Number(created);
  if (!(Math.abs(age) <= limits.signedCallSeconds)) throw new NotBelieved('created is too long ago, or to come');
  for (const key of await keysOf(keyid)) if (await isSignedBy(message, key)) return { keyid, nonce };
  throw new NotBelieved('no key of the register made this signature');
}

/** Whether a message is signed by this key, whatever it signed. @param vkey C2SP verifier key (Ed25519) */
export async function isSignedBy(message: SignedMessage, vkey: string): Promise<boolean> {
  const { type, publicKey } = parseVerifierKey(vkey);
  if (type !== 0x01) return false;
  return holdsFor(message, publicKey);
}

/** @param publicKey 32 bytes */
export async function holdsFor(message: SignedMessage, publicKey: Uint8Array): Promise<boolean> {
  const verify = (data: Buffer, signature: Buffer): Promise<boolean> =>
    Promise.resolve(ed25519.verify(publicKey, data, signature));
  try {
    // The age of the signature is looked at by our own clock; here only what was signed.
    const notAfter = Number.MAX_SAFE_INTEGER;
    return (await httpbis.verifyMessage({ keyLookup: () => Promise.resolve({ verify }), notAfter }, message)) === true;
  } catch {
    // The library throws for messages that cannot be checked; none of them is signed.
    return false;
  }
}

type Parameters = Readonly<Partial<Record<'keyid' | 'nonce' | 'created' | 'alg', string>>>;

/**
 * The one signature's components and parameters (RFC 9421 section 4.1). Strictly the plain form: one label, components without
 * parameters of their own, so that what we require and what the library checks are the same.
 */
function readInput(header: unknown): { components: readonly string[]; parameters: Parameters } {
  const input = typeof header === 'string' ? header : '';
  const [, inner, rest = ''] =
    /^[a-z*][a-z0-9_.*-]{0,31}=\(((?:"[@a-z0-9-]+"(?: (?!\)))?)*)\)((?:;[a-z]+=(?:\d{1,12}|"[!#-[\]-~ ]{0,300}"))*)$/.exec(input) ?? []; // prettier-ignore
  if (inner === undefined) throw new NotBelieved('Signature-Input is one signature over plain components');
  const pairs = [...rest.matchAll(/;([a-z]+)=(?:(\d+)|"([^"]*)")/g)].map(
    ([, name = '', number, quoted]) => [name, number ?? quoted ?? ''] as const,
  );
  const components = inner.split(' ');
  if (new Set(components).size !== components.length || new Set(pairs.map(([name]) => name)).size !== pairs.length)
    throw new NotBelieved('Signature-Input names something twice');
  return { components, parameters: Object.fromEntries(pairs) };
}
