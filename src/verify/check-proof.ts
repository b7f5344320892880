import { isSealed, parseAnyLeaf } from '../transparency/sealed-leaf.ts';
import { LogError } from '../transparency/log-error.ts';
import { parseVerifierKey } from '../transparency/note.ts';
import { parseProof, verifyProof, verifyWitnessedProof } from '../transparency/proof.ts';
import { parsePolicy } from '../transparency/witness-policy.ts';
import { runSteps, type Step } from './step.ts';
import { must, VerifyError } from './verify-error.ts';

/** Checks one leaf of the log by its `.tlog-proof` (C2SP tlog-proof), offline. */

export const proofSteps = ['proof', 'leaf', 'log inclusion'] as const;
export type ProofStep = (typeof proofSteps)[number];

export type ProofVerification = Readonly<{
  format: 'proviso-proof-verification/1';
  ok: boolean;
  steps: readonly Step<ProofStep>[];
  notes: readonly string[];
}>;

export type ProofFiles = Readonly<{
  /** A `.tlog-proof`. */
  proof: Uint8Array;
  /** The leaf's bytes, as they were logged. */
  leaf?: Uint8Array;
  /** The log's verifier key that the reader trusts; the witnesses are then not compared. */
  logKey?: string;
  /** The witness policy that the reader trusts (C2SP tlog-policy). Comes before the key. */
  policy?: string;
}>;

/** What is missing fails its step and is named. Never throws for any bytes. */
export async function checkProof(files: ProofFiles): Promise<ProofVerification> {
  const steps = await runSteps(proofSteps, {
    proof: () => Promise.resolve(readingOf(files.proof)),
    leaf: () => Promise.resolve(leafOf(files)),
    'log inclusion': () => Promise.resolve(inclusionOf(files)),
  });
  const isWitnessed = files.policy !== undefined;
  return {
    format: 'proviso-proof-verification/1',
    ok: steps.every(({ ok }) => ok),
    steps,
    notes: isWitnessed ? [] : ['No witness policy was given: that others saw the same log was not looked at.'],
  };
}

function readingOf(proof: Uint8Array): string {
  const { index, checkpoint } = inProof(() => parseProof(proof));
  const [origin = '', size = ''] = new TextDecoder().decode(checkpoint).split('\n');
  return `It says that a leaf is number ${index} of ${size} in the log ${origin}.`;
}

function leafOf({ leaf }: ProofFiles): string {
  must(leaf !== undefined, 'missing', 'leaf', 'the leaf that the proof is about was not given');
  const read = inLeaf(() => parseAnyLeaf(leaf));
  if (isSealed(read)) return `A sealed act, counted in ${read.month}, to be opened by ${read.openBy}.`;
  const { kind, authority, month, outcome } = read;
  return `An act of kind ${kind}${outcome === undefined ? '' : ` (${outcome})`}, logged by ${authority} in ${month}.`;
}

function inclusionOf({ proof, leaf, logKey, policy }: ProofFiles): string {
  must(leaf !== undefined, 'missing', 'leaf', 'the leaf that the proof is about was not given');
  if (policy !== undefined) {
    const under = inFile('policy', () => parsePolicy(policy));
    const { index, checkpoint } = inProof(() => verifyWitnessedProof(proof, leaf, under));
    return `It is leaf ${index} of ${checkpoint.size} in the log ${checkpoint.origin}, seen by ${checkpoint.cosigned.length} witnesses.`;
  }
  must(
    logKey !== undefined,
    'missing',
    'policy',
    'which log, seen by which witnesses, is for you to say: give its policy, or at least its key',
  );
  const key = inFile('log key', () => parseVerifierKey(logKey.trim()));
  const { index, checkpoint } = inProof(() => verifyProof(proof, leaf, key));
  return `It is leaf ${index} of ${checkpoint.size} in the log ${checkpoint.origin}.`;
}

const inProof = <Value>(check: () => Value): Value => inFile('proof', check);
const inLeaf = <Value>(check: () => Value): Value => inFile('leaf', check);

function inFile<Value>(file: string, check: () => Value): Value {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause;
    throw new VerifyError('not-logged', file, cause.message, { cause });
  }
}
