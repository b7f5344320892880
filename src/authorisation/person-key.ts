import { z } from 'zod';
import { canonicalJson, sha256Hex } from '../canonical.ts';
import { line } from '../request/fields.ts';

/**
 * A key that a person registered for themselves: a passkey, or an Ed25519 key that is kept off the server. It is in the
 * log under `canonicalJson` of this record, so that a signature can be checked offline against what was registered.
 */

const utc = z.iso.datetime({ precision: 3 });
const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,2048}$/);

/** RFC 7517 public keys, of the three algorithms that authenticators offer (RFC 9053 numbers in brackets). */
const jwk = z.union([
  /** ES256 (-7) */
  z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: base64url, y: base64url }),
  /** EdDSA (-8) */
  z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: base64url }),
  /** RS256 (-257) */
  z.strictObject({ kty: z.literal('RSA'), n: base64url, e: base64url }),
]);

const common = { format: z.literal('proviso-key/1'), person: line, name: line, registeredAt: utc };

const passkey = z.strictObject({
  ...common,
  kind: z.literal('passkey'),
  /** WebAuthn credential id, base64url. */
  credentialId: base64url,
  jwk,
  /** The relying party and the one origin whose pages may ask this key for a signature. */
  rpId: line,
  origin: line,
});

const offline = z.strictObject({
  ...common,
  kind: z.literal('ed25519'),
  /** C2SP verifier key; its name is the person's. */
  vkey: line,
});

export const personKey = z.discriminatedUnion('kind', [passkey, offline]);

export type PersonKey = Readonly<z.infer<typeof personKey>>;
export type Passkey = Readonly<z.infer<typeof passkey>>;

/** The name of a key: SHA-256 of its record. */
export const personKeyId = (key: PersonKey): string => sha256Hex(canonicalJson(key));
