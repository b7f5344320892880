import { bech32 } from '@scure/base';
import { AgeError } from './age-error.ts';

/** Keys of age as people write them: Bech32 (BIP 173) without its limit of 90 characters. Parser beside encoder. */

type Spelling = Readonly<{ prefix: string; bytes: number }>;

/** The kinds of keys that evidence is sealed to, and the name of the stanza that each gets. */
export const keyKinds = {
  /** age-encryption.org/v1 "The X25519 recipient type" */
  x25519: {
    stanza: 'X25519',
    recipient: { prefix: 'age', bytes: 32 },
    identity: { prefix: 'age-secret-key-', bytes: 32 },
  },
  /** age-encryption.org/v1 "The mlkem768x25519 recipient type" */
  hybrid: {
    stanza: 'mlkem768x25519',
    recipient: { prefix: 'age1pq', bytes: 1184 + 32 },
    identity: { prefix: 'age-secret-key-pq-', bytes: 32 },
  },
} as const satisfies Record<string, { stanza: string; recipient: Spelling; identity: Spelling }>;

export type KeyKind = keyof typeof keyKinds;
/** `key` of a recipient is public, of an identity secret. */
export type AgeKey = Readonly<{ kind: KeyKind; key: Uint8Array }>;

const names = Object.keys(keyKinds) as KeyKind[];

/** @throws AgeError `bad-key` for anything but one recipient in lower case. */
export const parseRecipient = (text: string): AgeKey => parse(text, 'recipient', text.toLowerCase());

/** @throws AgeError `bad-key` for anything but one identity in upper case; never quotes the text. */
export const parseIdentity = (text: string): AgeKey => parse(text, 'identity', text.toUpperCase());

/** @returns `age1...` or `age1pq1...` */
export const encodeRecipient = ({ kind, key }: AgeKey): string => encode(keyKinds[kind].recipient, key);

/** @returns `AGE-SECRET-KEY-1...` or `AGE-SECRET-KEY-PQ-1...` */
export const encodeIdentity = ({ kind, key }: AgeKey): string => encode(keyKinds[kind].identity, key).toUpperCase();

/** The name of the stanza that a recipient gets in a sealed file. @throws AgeError `bad-key` */
export const stanzaKindOf = (recipient: string): string => keyKinds[parseRecipient(recipient).kind].stanza;

const encode = ({ prefix }: Spelling, key: Uint8Array): string => bech32.encode(prefix, bech32.toWords(key), false);

function parse(text: string, part: 'recipient' | 'identity', expectedCase: string): AgeKey {
  const bytes = text === expectedCase ? decode(text.toLowerCase()) : undefined;
  for (const kind of names) {
    const spelling = keyKinds[kind][part];
    if (bytes?.prefix === spelling.prefix && bytes.key.length === spelling.bytes) return { kind, key: bytes.key };
  }
  const begins = names.map((kind) => `${keyKinds[kind][part].prefix}1`).join(' or ');
  // One answer for every way to be wrong, because the text may be a secret.
  throw new AgeError('bad-key', `not an age ${part} that begins with ${begins}`);
}

function decode(text: string): { prefix: string; key: Uint8Array } | undefined {
  try {
    const { prefix, words } = bech32.decode(text as `${string}1${string}`, false);
    return { prefix, key: bech32.fromWords(words) };
  } catch {
    return undefined;
  }
}
