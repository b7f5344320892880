// docs/spec/log-directory.md, "When a leaf was recorded": between two witnessed checkpoints, of which the first does not
// reach the leaf and the second does.
import { z } from 'zod';
import { canonicalBytes, parseCanonical } from '../canonical.ts';
import { limits } from '../limits.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { LogError } from './log-error.ts';
import { verifyConsistency } from './merkle-verify.ts';
import { verifyWitnessedProof } from './proof.ts';
import { openWitnessed, reachesQuorum, type Policy, type Witnessed } from './witness-policy.ts';

/** An earlier checkpoint, as it was published, and the proof that the later tree begins with its tree. */
export type Earlier = Readonly<{ checkpoint: Uint8Array; hashes: readonly Uint8Array[] }>;

export type TimeBracket = Readonly<{
  index: number;
  /** Seconds since 1970. Absent where no earlier checkpoint is shown: then only the end is proven. */
  notBefore?: number;
  notAfter: number;
  checkpoint: Witnessed;
}>;

const bracketFile = z.strictObject({
  format: z.literal('proviso-time/1'),
  /** A `.tlog-proof`, under the later checkpoint. */
  proof: z.string(),
  earlier: z.strictObject({ checkpoint: z.string(), hashes: z.array(z.string()).max(64) }).optional(),
});

/** @param proof a `.tlog-proof` of the leaf. @returns the file that `verifyBracket` reads */
export function encodeBracket(proof: Uint8Array, earlier?: Earlier): Uint8Array {
  const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return canonicalBytes({
    format: 'proviso-time/1',
    proof: text(proof),
    ...(earlier && { earlier: { checkpoint: text(earlier.checkpoint), hashes: earlier.hashes.map(toBase64) } }),
  });
}

/**
 * When the log recorded a leaf. It stood in the tree that each witness of the later checkpoint had seen at its time, and
 * not yet in that of the earlier one: so between the first clock of the one and the last clock of the other, as long as
 * one witness of each is honest.
 * @param entry the leaf's bytes, as they were logged.
 * @throws LogError bracket-malformed, bracket-order (the earlier checkpoint reaches the leaf, is of another log, or was
 * signed later by somebody's clock), quorum-missing, and what verifyWitnessedProof and verifyConsistency throw
 */
export function verifyBracket(file: Uint8Array, entry: Uint8Array, policy: Policy): TimeBracket {
  const { proof, earlier } = readBracket(file);
  const { index, checkpoint } = verifyWitnessedProof(proof, entry, policy);
  const after = timesOf(checkpoint, policy);
  const notAfter = Math.max(...after.values());
  if (earlier === undefined) return { index, notAfter, checkpoint };
  const first = openWitnessed(earlier.checkpoint, policy);
  if (first.origin !== checkpoint.origin) throw order(`the earlier checkpoint is of the log ${first.origin}`);
  if (first.size > index) throw order(`the checkpoint of ${first.size} leaves holds the leaf ${index} already`);
  verifyConsistency({ oldSize: first.size, oldRoot: first.root, size: checkpoint.size, root: checkpoint.root, proof: earlier.hashes }); // prettier-ignore
  const before = timesOf(first, policy);
  for (const [name, time] of before) {
    if (time > (after.get(name) ?? time)) throw order(`the clock of ${name} ran backwards`);
  }
  const notBefore = Math.min(...before.values());
  if (notBefore > notAfter) throw order('the earlier checkpoint was signed after the later one');
  return { index, notBefore, notAfter, checkpoint };
}

/** The proof of a leaf inside its bracket. @throws LogError bracket-malformed */
export function readBracket(file: Uint8Array): { proof: Uint8Array; earlier?: Earlier } {
  if (file.length > limits.bracketBytes) throw malformed(`at most ${limits.bracketBytes} bytes`);
  const parsed = bracketFile.safeParse(parseCanonical(file));
  if (!parsed.success) throw malformed('a proof and an earlier checkpoint, in canonical JSON');
  const { proof, earlier } = parsed.data;
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (earlier === undefined) return { proof: bytes(proof) };
  const hashes = earlier.hashes.map((each) => fromBase64(each) ?? new Uint8Array());
  return { proof: bytes(proof), earlier: { checkpoint: bytes(earlier.checkpoint), hashes } };
}

/** Who signed when, by the witness's name. A cosignature may come without a time (0); those do not count. */
function timesOf({ cosigned }: Witnessed, policy: Policy): Map<string, number> {
  const timed = cosigned.filter(({ time }) => time > 0);
  const enough = timed.length > 0 && reachesQuorum(policy, timed.map(({ witness }) => witness)); // prettier-ignore
  if (!enough) throw new LogError('quorum-missing', 'too few witnesses say when they signed');
  return new Map(timed.map(({ witness, time }) => [witness.name, time]));
}

const order = (message: string): LogError => new LogError('bracket-order', message);
const malformed = (expected: string): LogError => new LogError('bracket-malformed', `not the time of a leaf: expected ${expected}`); // prettier-ignore
