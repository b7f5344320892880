// WebAuthn Level 3, section 7.2, "Verifying an Authentication Assertion": the steps that a stored assertion can show.
import { createPublicKey, hash, verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalBytes, parseCanonical, sha256Hex } from '../canonical.ts';
import { line } from '../request/fields.ts';
import type { Passkey } from './person-key.ts';

/**
 * A person's signature by passkey over the hash of a text that they were shown. The challenge is SHA-256 of the text and
 * nothing else; the instant is the server's word, which the log's leaf bounds.
 */
const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,8192}$/);

const assertion = z.strictObject({
  format: z.literal('proviso-assertion/1'),
  /** The mandate under which the person signed. */
  by: line,
  at: z.iso.datetime({ precision: 3 }),
  credentialId: base64url,
  authenticatorData: base64url,
  clientDataJSON: base64url,
  signature: base64url,
});

export type Assertion = Readonly<z.infer<typeof assertion>>;

export const encodeAssertion = (of: Omit<Assertion, 'format'>): Uint8Array =>
  canonicalBytes(assertion.parse({ format: 'proviso-assertion/1', ...of }));

/** @returns `undefined` for bytes that are no assertion in canonical JSON. */
export const parseAssertion = (bytes: Uint8Array): Assertion | undefined =>
  assertion.safeParse(parseCanonical(bytes)).data;

const clientData = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
  topOrigin: z.string().optional(),
});

/** The challenge that a passkey is given for a text: the 32 bytes of its SHA-256, in base64url. */
export const challengeFor = (text: string): string => Buffer.from(sha256Hex(text), 'hex').toString('base64url');

/** Whether this passkey signed exactly this text, on a page of its own origin, with its person verified. */
export function isAsserted(of: Assertion, text: string, key: Passkey): boolean {
  if (of.credentialId !== key.credentialId || !belongs(key)) return false;
  const [authenticatorData, client, signature] = [of.authenticatorData, of.clientDataJSON, of.signature].map((part) =>
    Buffer.from(part, 'base64url'),
  ) as [Buffer, Buffer, Buffer];
  return (
    isClientData(client, text, key.origin) &&
    isVerifiedPerson(authenticatorData, key.rpId) &&
    isSigned(Buffer.concat([authenticatorData, hash('sha256', client, 'buffer')]), signature, key)
  );
}

/** Section 5.1.2: the relying party is the origin's host, or a domain above it. */
function belongs({ rpId, origin }: Passkey): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname === rpId || hostname.endsWith(`.${rpId}`);
}

/** Steps 7 to 13: what the browser says that it asked for. */
function isClientData(bytes: Buffer, text: string, origin: string): boolean {
  const read = clientData.safeParse(readJson(bytes)).data;
  return (
    read?.type === 'webauthn.get' &&
    read.challenge === challengeFor(text) &&
    read.origin === origin &&
    read.crossOrigin !== true &&
    read.topOrigin === undefined
  );
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Section 6.1: the hash of the relying party (32 bytes), flags (one byte: present 0x01, verified 0x04), counter (four). */
function isVerifiedPerson(data: Buffer, rpId: string): boolean {
  const flags = data[32] ?? 0;
  return data.length >= 37 && data.subarray(0, 32).equals(hash('sha256', rpId, 'buffer')) && (flags & 0x05) === 0x05;
}

/** Step 21. */
function isSigned(signed: Buffer, signature: Buffer, { jwk }: Passkey): boolean {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return verify(jwk.kty === 'OKP' ? null : 'sha256', signed, key, signature);
  } catch {
    return false;
  }
}
