// C2SP tlog-witness v1.0.0, "add-checkpoint": what a log sends to a witness, and what a witness answers.
import { limits } from '../limits.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { concat, equal } from './bytes.ts';
import { openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { parseDecimal } from './decimal.ts';
import { hashBytes } from './hash.ts';
import { LogError } from './log-error.ts';
import { verifyConsistency } from './merkle-verify.ts';
import { textOf } from './note.ts';
import type { OpenedCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './note-key.ts';

export type AddCheckpoint = Readonly<{
  /** The size that the witness is believed to hold. */
  oldSize: number;
  proof: readonly Uint8Array[];
  /** The signed note. */
  checkpoint: Uint8Array;
}>;

const maximumHashes = 63;

export const encodeAddCheckpoint = ({ oldSize, proof, checkpoint }: AddCheckpoint): Uint8Array =>
  concat(new TextEncoder().encode([`old ${oldSize}`, ...proof.map(toBase64), '', ''].join('\n')), checkpoint);

/** @throws LogError witness-body */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint {
  if (body.length > 2 * limits.noteBytes) throw malformed(`at most ${2 * limits.noteBytes} bytes`);
  const end = body.findIndex((byte, at) => byte === 0x0a && body[at + 1] === 0x0a);
  if (end === -1) throw malformed('an empty line before the checkpoint');
  const [first = '', ...lines] = Buffer.from(body.subarray(0, end)).toString('latin1').split('\n');
  const oldSize = parseDecimal(/^old (.+)$/.exec(first)?.[1] ?? '');
  if (oldSize === undefined) throw malformed('"old" and a size in decimal');
  if (lines.length > maximumHashes) throw malformed(`at most ${maximumHashes} hashes`);
  const proof = lines.map((line) => {
    const hash = fromBase64(line);
    if (hash?.length !== hashBytes) throw malformed('hashes of 32 bytes in base64');
    return hash;
  });
  return { oldSize, proof, checkpoint: body.subarray(end + 2) };
}

/** What a witness holds of a log. */
export type Held = Readonly<{ size: number; root: Uint8Array }>;

export type Judgement =
  | Readonly<{ status: 200; checkpoint: OpenedCheckpoint; text: string }>
  /** Signed by the log and not consistent with what was seen: evidence, to be kept. */
  | Readonly<{ status: 422; why: string; evidence: true }>
  | Readonly<{ status: 409; size: number }>
  | Readonly<{ status: 400 | 403 | 404; why: string }>;

/**
 * What a witness answers, step by step as the specification has it. Nothing is changed here.
 * @param held what the witness holds of an origin; nothing is size 0
 */
export function judge(
  body: Uint8Array,
  logs: readonly VerifierKey[],
  held: (origin: string) => Held | undefined,
): Judgement {
  let sent: AddCheckpoint;
  let text: string;
  try {
    sent = parseAddCheckpoint(body);
    text = textOf(sent.checkpoint);
    parseCheckpoint(text);
  } catch (error) {
    return { status: 400, why: messageOf(error) };
  }
  const key = logs.find(({ name }) => name === text.slice(0, text.indexOf('\n')));
  if (key === undefined) return { status: 404, why: 'this log is not known here' };
  let checkpoint: OpenedCheckpoint;
  try {
    checkpoint = openCheckpoint(sent.checkpoint, key);
  } catch (error) {
    return { status: 403, why: messageOf(error) };
  }
  if (sent.oldSize > checkpoint.size) return { status: 400, why: 'the old size is larger than the new one' };
  const { size, root } = held(checkpoint.origin) ?? { size: 0, root: undefined };
  if (size === checkpoint.size && root !== undefined && !equal(root, checkpoint.root)) return forked('another root of the same size was signed before'); // prettier-ignore
  if (sent.oldSize !== size) return { status: 409, size };
  if (size === 0 || root === undefined) {
    return sent.proof.length === 0 ? { status: 200, checkpoint, text } : { status: 422, why: 'from size 0 the proof is empty', evidence: true }; // prettier-ignore
  }
  try {
    verifyConsistency({ oldSize: size, oldRoot: root, size: checkpoint.size, root: checkpoint.root, proof: sent.proof }); // prettier-ignore
  } catch (error) {
    return forked(messageOf(error));
  }
  return { status: 200, checkpoint, text };
}

const forked = (why: string): Judgement => ({ status: 422, why, evidence: true });

/** @throws what is no finding of the log's checks */
function messageOf(error: unknown): string {
  if (error instanceof LogError) return error.message;
  throw error;
}

const malformed = (expected: string): LogError =>
  new LogError('witness-body', `not what a witness is sent: expected ${expected}`);
