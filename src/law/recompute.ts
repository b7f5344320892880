import { canonicalBytes, sha256Hex } from '../canonical.ts';
import { reassess, type Assessment } from './assessment.ts';

/**
 * Whether a stored decision still recomputes: the document has the hash that was recorded with the decision, and the law, asked again with
 * the facts, policy and date that the document carries, gives the same answer.
 */
export type Recomputed = Readonly<
  | { kind: 'same' }
  /** The rules for that date are no longer what they were: the recorded answer stands, today's is another. */
  | { kind: 'other-law'; recorded: string; now: string; sameFindings: boolean }
  | { kind: 'broken'; why: string }
>;

/** @param bytes the stored document, or undefined where the store has none */
export function recompute(
  bytes: Uint8Array | undefined,
  sha256: string,
): Readonly<{ found: Recomputed; assessment: Assessment | undefined }> {
  const broken = (why: string): ReturnType<typeof recompute> => ({
    found: { kind: 'broken', why },
    assessment: undefined,
  });
  if (bytes === undefined) return broken('the assessment is not in the store');
  if (sha256Hex(bytes) !== sha256) return broken('the assessment has another hash than the one recorded');
  // Our own document, bound by its hash: parsed, not validated again.
  const assessment = JSON.parse(Buffer.from(bytes).toString('utf8')) as Assessment;
  if ((assessment.format as string) !== 'proviso-assessment/1') return broken('the document is no assessment');
  let again: Assessment;
  try {
    again = reassess(assessment);
  } catch (error) {
    return broken(`it cannot be asked again: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (sha256Hex(canonicalBytes(again)) === sha256) return { found: { kind: 'same' }, assessment };
  if (again.law === assessment.law) return broken('the same rules give another answer');
  const findings = (of: Assessment): string => sha256Hex(canonicalBytes(of.findings));
  return {
    found: {
      kind: 'other-law',
      recorded: assessment.law,
      now: again.law,
      sameFindings: findings(again) === findings(assessment),
    },
    assessment,
  };
}
