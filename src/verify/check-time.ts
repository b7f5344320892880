import { LogError } from '../transparency/log-error.ts';
import { readBracket, verifyBracket } from '../transparency/time-bracket.ts';
import { parsePolicy } from '../transparency/witness-policy.ts';
import { checkProof, type ProofStep } from './check-proof.ts';
import { runSteps, type Step } from './step.ts';
import { must, VerifyError } from './verify-error.ts';

/** Checks when one leaf of the log was recorded (docs/spec/log-directory.md), offline. */

export type TimeVerification = Readonly<{
  format: 'proviso-time-verification/1';
  ok: boolean;
  steps: readonly Step<ProofStep | 'time'>[];
  notes: readonly string[];
}>;

export type TimeFiles = Readonly<{
  /** What transparency/time-bracket.ts encodes. */
  time: Uint8Array;
  /** The leaf's bytes, as they were logged. */
  leaf?: Uint8Array;
  /** The witness policy that the reader trusts (C2SP tlog-policy): the clocks are its witnesses'. */
  policy?: string;
}>;

/** When a leaf was recorded, offline: the steps of its proof, and then the time. Never throws for any bytes. */
export async function checkTime(files: TimeFiles): Promise<TimeVerification> {
  const { leaf, policy } = files;
  const trusted = { ...(leaf && { leaf }), ...(policy !== undefined && { policy }) };
  const { steps, notes } = await checkProof({ proof: proofIn(files.time), ...trusted });
  const time = await runSteps(['time'], { time: () => Promise.resolve(timeOf(files)) });
  const all = [...steps, ...time];
  return { format: 'proviso-time-verification/1', ok: all.every(({ ok }) => ok), steps: all, notes };
}

/** No bytes where there is no proof: then its step fails, as it does for any bytes that are none. */
function proofIn(time: Uint8Array): Uint8Array {
  try {
    return readBracket(time).proof;
  } catch (error) {
    if (error instanceof LogError) return new Uint8Array();
    throw error;
  }
}

function timeOf({ time, leaf, policy }: TimeFiles): string {
  must(leaf !== undefined, 'missing', 'leaf', 'the leaf that this is the time of was not given');
  must(policy !== undefined, 'missing', 'policy', 'whose clocks count is for you to say: give the witness policy');
  try {
    const { notBefore, notAfter } = verifyBracket(time, leaf, parsePolicy(policy));
    const utc = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');
    return notBefore === undefined
      ? `It was recorded not after ${utc(notAfter)}, by the clocks of the witnesses; no earlier checkpoint says not before when.`
      : `It was recorded between ${utc(notBefore)} and ${utc(notAfter)}, by the clocks of the witnesses.`;
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause;
    throw new VerifyError('not-logged', 'time', cause.message, { cause });
  }
}
