import { encodeAddCheckpoint } from '../transparency/add-checkpoint.ts';
import { concat } from '../transparency/bytes.ts';
import { parseDecimal } from '../transparency/decimal.ts';
import { LogError } from '../transparency/log-error.ts';
import { consistencyProof, type ReadHashes } from '../transparency/merkle.ts';
import { openNote, type VerifierKey } from '../transparency/note.ts';
import type { Cosigner } from '../witness/remote.ts';

export type Gathered = Readonly<{
  /** The note with the cosignatures that verify. */
  note: Uint8Array;
  /** Witnesses that hold a larger tree than ours: it was signed with our key, and we know nothing of it. */
  ahead: readonly VerifierKey[];
  /** What each other witness said that did not sign. */
  silent: readonly Readonly<{ witness: string; why: string }>[];
}>;

type OneAnswer = Readonly<{ line: string } | { ahead: number } | { why: string }>;

/**
 * Asks every witness at once to cosign a signed head (C2SP tlog-witness).
 * @param known the size that each witness holds, as far as we know; it is brought up to date
 */
export async function gatherCosignatures(of: {
  note: Uint8Array;
  size: number;
  logKey: VerifierKey;
  cosigners: readonly Cosigner[];
  known: Map<VerifierKey, number>;
  readHashes: ReadHashes;
}): Promise<Gathered> {
  const answers = await Promise.all(
    of.cosigners.map(async (cosigner) => ({ cosigner, answer: await ask(cosigner, of) })),
  );
  let { note } = of;
  const ahead: VerifierKey[] = [];
  const silent: { witness: string; why: string }[] = [];
  for (const { cosigner, answer } of answers) {
    const witness = cosigner.key.name;
    if ('ahead' in answer) {
      ahead.push(cosigner.key);
      silent.push({ witness, why: `holds a tree of ${answer.ahead} leaves` });
    } else if ('line' in answer) note = concat(note, new TextEncoder().encode(answer.line));
    else silent.push({ witness, why: answer.why });
  }
  return { note, ahead, silent };
}

async function ask(cosigner: Cosigner, of: Parameters<typeof gatherCosignatures>[0]): Promise<OneAnswer> {
  let oldSize = Math.min(of.known.get(cosigner.key) ?? 0, of.size);
  // Twice: the first answer may be what size the witness really holds.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const proof = await consistencyProof(oldSize, of.size, of.readHashes);
    const body = encodeAddCheckpoint({ oldSize, proof, checkpoint: of.note });
    const { status, body: said } = await cosigner.addCheckpoint(body);
    if (status === 200) {
      const line = ownLine(said, cosigner.key, of);
      if (line === undefined) return { why: 'its answer holds no signature of its own that verifies' };
      of.known.set(cosigner.key, of.size);
      return { line };
    }
    const held = status === 409 ? parseDecimal(said.trimEnd()) : undefined;
    if (held === undefined) return { why: `${status} ${said.trim().slice(0, 200)}` };
    if (held > of.size) return { ahead: held };
    oldSize = held;
  }
  return { why: 'its state moves while we ask' };
}

/** Of what a witness answered, the one line that is its own and verifies: what else it says is not passed on. */
function ownLine(said: string, key: VerifierKey, of: { note: Uint8Array; logKey: VerifierKey }): string | undefined {
  const line = said.split('\n').find((each) => each.startsWith(`— ${key.name} `));
  if (line === undefined) return undefined;
  try {
    const whole = concat(of.note, new TextEncoder().encode(`${line}\n`));
    return openNote(whole, [of.logKey, key]).signedBy.includes(key) ? `${line}\n` : undefined;
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}
