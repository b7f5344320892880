import { AgeError } from './age-error.ts';
import type { Stanza } from './header.ts';
import { hybridPublic, unwrapHybrid, wrapHybrid } from './hybrid.ts';
import type { AgeKey, KeyKind } from './key-text.ts';
import { unwrapX25519, wrapX25519, x25519Public } from './x25519.ts';

/** What each kind of key can do. */

type Kind = Readonly<{
  publicOf: (secret: Uint8Array) => Uint8Array;
  wrap: (fileKey: Uint8Array, recipient: Uint8Array, ephemeral: Uint8Array) => Stanza;
  unwrap: (stanza: Stanza, secret: Uint8Array) => Uint8Array | undefined;
}>;

const kinds: Readonly<Record<KeyKind, Kind>> = {
  x25519: { publicOf: x25519Public, wrap: wrapX25519, unwrap: unwrapX25519 },
  hybrid: { publicOf: hybridPublic, wrap: wrapHybrid, unwrap: unwrapHybrid },
};

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
