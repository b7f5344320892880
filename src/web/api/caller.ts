import { limits } from '../../limits.ts';
import type { RegisteredMandate } from '../../store/rows.ts';
import type { Door, HttpContext } from '../door.ts';
import { findSession } from '../session.ts';
import { digestBody, type Digested } from './content-digest.ts';
import { problemAnswer } from './problem.ts';
import { NotBelieved, verifySignedCall } from './signed-call.ts';

/** Who calls, and whether the body that was read is the one that was signed. */
export type Caller = Readonly<{ mandate: RegisteredMandate; body: Digested }>;

/**
 * A program calls under a mandate: it signs each call with a key of the register (RFC 9421). In a sandbox a session's
 * token as `Authorization: Bearer` will do; cookies count for nothing here, so that no page elsewhere can call it in
 * somebody's name.
 */
export async function callerOf(c: HttpContext, door: Door): Promise<Caller | Response> {
  if (c.req.header('Signature-Input') !== undefined) return signedCaller(c, door);
  const token = /^Bearer ([A-Za-z0-9_-]+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
  const session = token === undefined || door.identities === undefined ? undefined : await findSession(token, door);
  if (session === undefined) return problemAnswer(c, door.words, { kind: 'signed-out' });
  return { mandate: session.mandate, body: { matches: () => true } };
}

async function signedCaller(c: HttpContext, door: Door): Promise<Caller | Response> {
  try {
    const url = new URL(c.req.url);
    const origin = door.office?.place.origin ?? `${url.protocol}//${c.req.header('Host') ?? url.host}`;
    const headers = Object.fromEntries(c.req.raw.headers);
    const message = { method: c.req.method, url: `${origin}${url.pathname}${url.search}`, headers };
    const { keyid, nonce } = await verifySignedCall(message, (id) => keysOf(door, id), door.now());
    const [first, mandate] = [
      await door.once.first('nonce', `${keyid} ${nonce}`, 2 * limits.signedCallSeconds, door.now()),
      await door.mandate(keyid),
    ];
    if (!first) throw new NotBelieved('this call was made before');
    if (mandate === undefined) throw new NotBelieved('no key of the register made this signature');
    return { mandate, body: digestBody(c) };
  } catch (error) {
    if (!(error instanceof NotBelieved)) throw error;
    door.journal(new Error(`a signed call was not believed: ${error.message}`));
    return problemAnswer(c, door.words, { kind: 'not-believed', why: error.message });
  }
}

/** The keys that may sign for a mandate: its own, and those that its person registered and did not end. */
async function keysOf(door: Door, mandateId: string): Promise<string[]> {
  const mandate = await door.mandate(mandateId);
  if (mandate === undefined) return [];
  const own = (await door.keysOf(mandate.person)).flatMap(({ key, endedAt }) =>
    key.kind === 'ed25519' && endedAt === undefined ? [key.vkey] : [],
  );
  return mandate.vkey === undefined ? own : [mandate.vkey, ...own];
}
