import { randomBytes } from 'node:crypto';
import { AgeError } from './age-error.ts';
import { encodeIdentity, encodeRecipient, parseIdentity, type KeyKind } from './key-text.ts';
import { publicOf } from './keys.ts';

/** Identities as people keep them: text, alone or in the file that `age-keygen` writes. */

/** A new identity: `AGE-SECRET-KEY-1...`, or `AGE-SECRET-KEY-PQ-1...` where it is hybrid. */
export const generateIdentity = (
  random: (bytes: number) => Uint8Array = randomBytes,
  kind: KeyKind = 'x25519',
): string => encodeIdentity({ kind, key: random(32) });

/** The recipient of an identity. */
export const recipientOf = (identity: string): string => encodeRecipient(publicOf(parseIdentity(identity)));

/**
 * The identity in a key file as `age-keygen` writes it: comments, blank lines, one key.
 * @throws AgeError `bad-key`; never quotes the text, which may be a secret.
 */
export function identityIn(file: string): string {
  const lines = file.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const [identity] = lines;
  if (identity === undefined || lines.length !== 1) throw new AgeError('bad-key', 'not a file of one age identity');
  parseIdentity(identity);
  return identity;
}
