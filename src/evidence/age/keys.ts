import { AgeError } from './age-error.ts';
import { badKey, decodeKey, encodeKey, type KeyText } from './bech32-key.ts';
import type { Stanza } from './header.ts';
import { hybridStanza, hybridPublic, hybridPublicBytes, unwrapHybrid, wrapHybrid } from './hybrid.ts';
import { x25519Stanza, unwrapX25519, wrapX25519, x25519Bytes, x25519Public } from './x25519.ts';

/** The kinds of keys that evidence is sealed to, all that is known of each in one row. */

type Kind = Readonly<{
  /** The name of its stanza. */
  stanza: string;
  recipient: KeyText;
  identity: KeyText;
  publicOf: (secret: Uint8Array) => Uint8Array;
  wrap: (fileKey: Uint8Array, recipient: Uint8Array, ephemeral: Uint8Array) => Stanza;
  unwrap: (stanza: Stanza, secret: Uint8Array) => Uint8Array | undefined;
}>;

const kinds = {
  x25519: {
    stanza: x25519Stanza,
    recipient: { prefix: 'age', bytes: x25519Bytes, spelling: 'lower' },
    identity: { prefix: 'age-secret-key-', bytes: 32, spelling: 'upper' },
    publicOf: x25519Public,
    wrap: wrapX25519,
    unwrap: unwrapX25519,
  },
  hybrid: {
    stanza: hybridStanza,
    recipient: { prefix: 'age1pq', bytes: hybridPublicBytes, spelling: 'lower' },
    identity: { prefix: 'age-secret-key-pq-', bytes: 32, spelling: 'upper' },
    publicOf: hybridPublic,
    wrap: wrapHybrid,
    unwrap: unwrapHybrid,
  },
} as const satisfies Record<string, Kind>;

export type KeyKind = keyof typeof kinds;
/** `key` of a recipient is public, of an identity secret. */
export type AgeKey = Readonly<{ kind: KeyKind; key: Uint8Array }>;

const names = Object.keys(kinds) as KeyKind[];

/** @throws AgeError `bad-key` for anything but one recipient in lower case. */
export const parseRecipient = (text: string): AgeKey => parse(text, 'recipient');

/** @throws AgeError `bad-key` for anything but one identity in upper case; never quotes the text. */
export const parseIdentity = (text: string): AgeKey => parse(text, 'identity');

/** @returns `age1...` or `age1pq1...` */
export const encodeRecipient = ({ kind, key }: AgeKey): string => encodeKey(kinds[kind].recipient, key);

/** @returns `AGE-SECRET-KEY-1...` or `AGE-SECRET-KEY-PQ-1...` */
export const encodeIdentity = ({ kind, key }: AgeKey): string => encodeKey(kinds[kind].identity, key);

/** The name of the stanza that a recipient gets in a sealed file. @throws AgeError `bad-key` */
export const stanzaKindOf = (recipient: string): string => kinds[parseRecipient(recipient).kind].stanza;

export const publicOf = ({ kind, key }: AgeKey): AgeKey => ({ kind, key: kinds[kind].publicOf(key) });

/**
 * @param ephemeral 32 fresh random bytes, never used again.
 * @throws AgeError `bad-key` for a key that is a point of low order: anybody would know the secret.
 */
export function wrapFileKey(fileKey: Uint8Array, { kind, key }: AgeKey, ephemeral: Uint8Array): Stanza {
  try {
    return kinds[kind].wrap(fileKey, key, ephemeral);
  } catch (cause) {
    if (!(cause instanceof AgeError)) throw cause;
    throw new AgeError('bad-key', `a weak key: ${cause.message}`);
  }
}

/**
 * The file key, if the stanza is for this identity; `undefined` for a stanza of another kind or another recipient.
 * @throws AgeError `header-failure` for a stanza of the identity's kind that is malformed.
 */
export const unwrapFileKey = (stanza: Stanza, { kind, key }: AgeKey): Uint8Array | undefined =>
  kinds[kind].unwrap(stanza, key);

/** age's rule: one recipient that a quantum computer opens would make the others' hybrid keys worth nothing. */
export function assertOneStrength(recipients: readonly AgeKey[]): void {
  if (new Set(recipients.map(({ kind }) => kind)).size > 1) {
    throw new AgeError('bad-key', 'hybrid post-quantum recipients are not mixed with others');
  }
}

function parse(text: string, part: 'recipient' | 'identity'): AgeKey {
  for (const kind of names) {
    const key = decodeKey(kinds[kind][part], text);
    if (key !== undefined) return { kind, key };
  }
  const all = names.map((kind) => kinds[kind][part]);
  throw badKey(all.map(({ prefix, spelling }) => (spelling === 'upper' ? prefix.toUpperCase() : prefix)));
}
