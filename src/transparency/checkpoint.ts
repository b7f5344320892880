// C2SP tlog-checkpoint v1.0.0: the head of the tree as a signed note.
import { encodeCheckpoint, parseCheckpoint } from './checkpoint-text.ts';
import { LogError } from './log-error.ts';
import { openNote, signNote } from './note.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import type { SignerKey, VerifierKey } from './note-key.ts';

export { encodeCheckpoint, parseCheckpoint } from './checkpoint-text.ts';
export type { Checkpoint } from './checkpoint-text.ts';

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
