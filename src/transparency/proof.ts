// C2SP tlog-proof: an entry's place in the log as one file that is checked offline.
import { fromBase64, toBase64 } from './base64.ts';
import { openCheckpoint } from './checkpoint.ts';
import { concat } from './bytes.ts';
import { parseDecimal } from './decimal.ts';
import { hashBytes, leafHash } from './hash.ts';
import { LogError } from './log-error.ts';
import { verifyInclusion } from './merkle-verify.ts';
import { assertSize } from './subtrees.ts';
import { limits } from '../limits.ts';
import type { OpenedCheckpoint } from './checkpoint.ts';
import { openWitnessed } from './witness-policy.ts';
import type { VerifierKey } from './note-key.ts';
import type { Policy, Witnessed } from './witness-policy.ts';

export type LogProof = Readonly<{
  /** Opaque, and proven by nothing. */
  extra?: Uint8Array;
  index: number;
  /** From the leaf's sibling up to a child of the root. */
  hashes: readonly Uint8Array[];
  /** The signed note, as it was published. */
  checkpoint: Uint8Array;
}>;

const header = 'c2sp.org/tlog-proof@v1';
/** A tree below 2^53 leaves is at most 53 levels deep. */
const maximumHashes = 53;

export function encodeProof({ extra, index, hashes, checkpoint }: LogProof): Uint8Array {
  assertSize(index);
  const extraLine = extra === undefined ? [] : [`extra ${toBase64(extra)}`];
  const lines = [header, ...extraLine, `index ${index}`, ...hashes.map(toBase64), '', ''];
  const proof = concat(new TextEncoder().encode(lines.join('\n')), checkpoint);
  parseProof(proof);
  return proof;
}

/** The first empty line ends the proof's own lines; what follows is the checkpoint. @throws LogError tlog-proof-malformed */
export function parseProof(proof: Uint8Array): LogProof {
  if (proof.length > 2 * limits.noteBytes) throw malformed(`at most ${2 * limits.noteBytes} bytes`);
  const end = proof.findIndex((byte, at) => byte === 0x0a && proof[at + 1] === 0x0a);
  if (end === -1) throw malformed('an empty line before the checkpoint');
  const head = proof.subarray(0, end);
  // Every byte of these lines is ASCII, so one byte is one character.
  const lines = String.fromCharCode(...head).split('\n');
  if (lines.shift() !== header) throw malformed(`the first line ${header}`);
  const extra =
    lines[0]?.startsWith('extra ') === true ? fromBase64(lines.shift()?.slice('extra '.length) ?? '') : null;
  if (extra === undefined) throw malformed('extra data in base64');
  const [, decimal = ''] = /^index (.+)$/.exec(lines.shift() ?? '') ?? [];
  const index = parseDecimal(decimal);
  if (index === undefined) throw malformed('an index in decimal, without leading zeros, below 2^53');
  if (lines.length > maximumHashes) throw malformed(`at most ${maximumHashes} hashes`);
  const hashes = lines.map((line) => {
    const hash = fromBase64(line);
    if (hash?.length !== hashBytes) throw malformed('hashes of 32 bytes in base64');
    return hash;
  });
  return { ...(extra === null ? {} : { extra }), index, hashes, checkpoint: proof.subarray(end + 2) };
}

export type ProvenEntry = Readonly<{ index: number; checkpoint: OpenedCheckpoint }>;

/**
 * That the log signed a tree which holds this entry, and where. Extra data is refused: nothing would prove it, so
 * a byte of the file could be changed without a sign.
 * @param entry the leaf's bytes, as they were logged.
 * @throws LogError tlog-proof-malformed, proof-length, proof-root, index-outside, and what openCheckpoint throws
 */
export function verifyProof(
  proof: Uint8Array,
  entry: Uint8Array,
  logKey: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): ProvenEntry {
  return verifyThrough(proof, entry, (note) => openCheckpoint(note, logKey, witnesses));
}

/**
 * The same under a witness policy: one of its logs signed, and enough of its witnesses saw it.
 * @throws LogError also quorum-missing
 */
export const verifyWitnessedProof = (
  proof: Uint8Array,
  entry: Uint8Array,
  policy: Policy,
): Readonly<{ index: number; checkpoint: Witnessed }> =>
  verifyThrough(proof, entry, (note) => openWitnessed(note, policy));

function verifyThrough<Opened extends OpenedCheckpoint>(
  proof: Uint8Array,
  entry: Uint8Array,
  open: (note: Uint8Array) => Opened,
): { index: number; checkpoint: Opened } {
  const { extra, index, hashes, checkpoint: note } = parseProof(proof);
  if (extra !== undefined) throw malformed('no extra data');
  const checkpoint = open(note);
  verifyInclusion({ index, size: checkpoint.size, leafHash: leafHash(entry), root: checkpoint.root, proof: hashes });
  return { index, checkpoint };
}

const malformed = (expected: string): LogError =>
  new LogError('tlog-proof-malformed', `not a proof of the log: expected ${expected}`);
