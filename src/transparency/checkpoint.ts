// C2SP tlog-checkpoint v1.0.0: the head of the tree as a signed note.
import { fromBase64, toBase64 } from './base64.ts';
import { parseDecimal } from './decimal.ts';
import { hashBytes } from './hash.ts';
import { LogError } from './log-error.ts';
import { openNote, signNote } from './note.ts';
import { assertSize } from './subtrees.ts';
import type { SignerKey, VerifierKey } from './note-key.ts';

export type Checkpoint = Readonly<{
  /** The log's identity; for our logs the name of its key. */
  origin: string;
  size: number;
  root: Uint8Array;
  /** Opaque lines that another log's checkpoint may carry; we write none, as no monitor can audit them. */
  extensions?: readonly string[];
}>;

/** The text that is signed. @throws LogError checkpoint-malformed, size-invalid */
export function encodeCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  assertSize(size);
  if (root.length !== hashBytes) throw malformed('a root hash of 32 bytes');
  const text = [origin, String(size), toBase64(root), ...extensions, ''].join('\n');
  parseCheckpoint(text);
  return text;
}

/** @throws LogError checkpoint-malformed */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw malformed('a newline at the end');
  const [origin = '', sizeText = '', rootText = '', ...extensions] = lines;
  if (origin === '' || extensions.includes('')) throw malformed('an origin, and no empty line');
  const size = parseDecimal(sizeText);
  if (size === undefined) throw malformed('a size in decimal, without leading zeros, below 2^53');
  const root = fromBase64(rootText);
  if (root?.length !== hashBytes) throw malformed('the base64 of a root hash of 32 bytes');
  return extensions.length === 0 ? { origin, size, root } : { origin, size, root, extensions };
}

/**
 * Signs a tree head. Whoever calls this has made sure that it is consistent with every head signed before.
 * @throws LogError checkpoint-origin when the log's key has another name than the log
 */
export function signCheckpoint(checkpoint: Checkpoint, logKey: SignerKey): Uint8Array {
  if (logKey.verifier.name !== checkpoint.origin) {
    throw new LogError(
      'checkpoint-origin',
      `the key of ${logKey.verifier.name} does not sign for ${checkpoint.origin}`,
    );
  }
  return signNote(encodeCheckpoint(checkpoint), [logKey]);
}

export type OpenedCheckpoint = Checkpoint & Readonly<{ signedBy: readonly VerifierKey[] }>;

/**
 * The tree head that the log itself signed, and who of `others` (witnesses, a key being rotated) signed with it.
 * @throws LogError note-malformed, note-signature, note-unsigned, checkpoint-malformed, checkpoint-origin
 */
export function openCheckpoint(
  note: Uint8Array,
  logKey: VerifierKey,
  others: readonly VerifierKey[] = [],
): OpenedCheckpoint {
  const { text, signedBy } = openNote(note, [logKey, ...others]);
  if (!signedBy.includes(logKey)) throw new LogError('note-unsigned', `not signed by the log ${logKey.name}`);
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== logKey.name) {
    throw new LogError('checkpoint-origin', `signed by ${logKey.name} for another log, ${checkpoint.origin}`);
  }
  return { ...checkpoint, signedBy };
}

const malformed = (expected: string): LogError =>
  new LogError('checkpoint-malformed', `not a checkpoint: expected ${expected}`);
