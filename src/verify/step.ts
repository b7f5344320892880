import { VerifyError, type VerifyErrorCode } from './verify-error.ts';

/** One step of a check, and what it found. */
export type Step<Name extends string> =
  | Readonly<{ step: Name; ok: true; says: string }>
  | Readonly<{ step: Name; ok: false; code: VerifyErrorCode; file: string; says: string }>;

/** Runs every step, also after one failed, so that all that is wrong is seen. Throws only where reading itself fails. */
export async function runSteps<Name extends string>(
  names: readonly Name[],
  checks: Readonly<Record<Name, () => Promise<string>>>,
): Promise<Step<Name>[]> {
  const steps: Step<Name>[] = [];
  for (const step of names) {
    try {
      steps.push({ step, ok: true, says: await checks[step]() });
    } catch (error) {
      if (!(error instanceof VerifyError)) throw error;
      steps.push({ step, ok: false, code: error.code, file: error.file, says: error.message });
    }
  }
  return steps;
}
