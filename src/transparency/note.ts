// C2SP signed-note v1.0.0: text signed by one or more keys.
import { limits } from '../limits.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { concat, equal } from './bytes.ts';
import { LogError } from './log-error.ts';
import { isKeyName } from './note-key.ts';
import { signatureTypes } from './signature-types.ts';
import type { SignerKey, VerifierKey } from './note-key.ts';

export { encodeSignerKey, encodeVerifierKey, generateKey, parseSignerKey, parseVerifierKey } from './note-key.ts';
export type { SignerKey, VerifierKey } from './note-key.ts';

export type OpenedNote = Readonly<{
  /** What was signed, with its final newline. */
  text: string;
  /** The known keys that signed, each once, in the order given; at least one. */
  signedBy: readonly VerifierKey[];
}>;

type SignatureLine = Readonly<{ name: string; id: Uint8Array; signature: Uint8Array }>;

/** Text that a note may carry: Unicode, ends in a newline, and no control character but newlines. */
const noteText = /^[^\u0000-\u0009\u000B-\u001F\p{Cs}]*\n$/u;

/** Signs a text that ends in a newline. @throws LogError note-malformed for a text that no note can carry */
export function signNote(text: string, signers: readonly SignerKey[]): Uint8Array {
  if (!noteText.test(text)) throw malformed('text ends in a newline and has no other control character');
  if (signers.length === 0) throw new LogError('note-unsigned', 'a note has at least one signature');
  const bytes = new TextEncoder().encode(text);
  const lines = signers.map((signer) => signatureLine(bytes, signer));
  const note = new TextEncoder().encode(`${text}\n${lines.join('')}`);
  parseNote(note);
  return note;
}

/**
 * One line of signature over a text, with its newline.
 * @param time POSIX seconds, for the key of a witness (signature-types.ts)
 */
export function signatureLine(text: Uint8Array, { verifier, secret }: SignerKey, time?: number): string {
  const by = { name: verifier.name, ...(time === undefined ? {} : { time }) };
  const signature = signatureTypes[verifier.type].sign(secret, text, by);
  return `— ${verifier.name} ${toBase64(concat(verifier.id, signature))}\n`;
}

/** The lines of signature that a key added, as they stand; nothing is verified. @throws LogError note-malformed */
export function linesOf(note: Uint8Array, keys: readonly VerifierKey[]): { key: VerifierKey; signature: Uint8Array }[] {
  const { signatures } = parseNote(note);
  return keys.flatMap((key) => {
    const own = signatures.find(({ name, id }) => name === key.name && equal(id, key.id));
    return own === undefined ? [] : [{ key, signature: own.signature }];
  });
}

/** The text that a note's signatures are over, its final newline included. @throws LogError note-malformed */
export const textOf = (note: Uint8Array): string => parseNote(note).text;

/**
 * The text, when at least one known key signed it. Signatures of unknown keys are passed over; one bad signature of
 * a known key refuses the whole. @throws LogError note-malformed, note-signature, note-unsigned
 */
export function openNote(note: Uint8Array, known: readonly VerifierKey[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const bytes = new TextEncoder().encode(text);
  const signedBy = known.filter((key) => {
    const own = signatures.filter(({ name, id }) => name === key.name && equal(id, key.id));
    if (own.every(({ signature }) => signatureTypes[key.type].verify(key.publicKey, bytes, signature, key.name)))
      return own.length > 0;
    throw new LogError('note-signature', `the signature of ${key.name} does not verify`);
  });
  if (signedBy.length === 0) throw new LogError('note-unsigned', 'no known key signed this note');
  return { text, signedBy };
}

/** The text is everything before the *last* empty line, its final newline included. */
function parseNote(note: Uint8Array): { text: string; signatures: readonly SignatureLine[] } {
  if (note.length > limits.noteBytes) throw malformed(`at most ${limits.noteBytes} bytes`);
  const whole = decode(note);
  if (!noteText.test(whole)) throw malformed('text ends in a newline and has no other control character');
  const end = whole.lastIndexOf('\n\n');
  if (end === -1) throw malformed('an empty line before the signatures');
  const lines = whole
    .slice(end + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0) throw malformed('at least one signature');
  if (lines.length > limits.noteSignatures) throw malformed(`at most ${limits.noteSignatures} signatures`);
  return { text: whole.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

function parseSignatureLine(line: string): SignatureLine {
  const [, name = '', base64 = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromBase64(base64);
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5)
    throw malformed('signature lines as "— name base64"');
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function decode(note: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note);
  } catch {
    throw malformed('UTF-8');
  }
}

const malformed = (expected: string): LogError =>
  new LogError('note-malformed', `not a signed note: expected ${expected}`);
