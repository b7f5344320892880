import { checkPackage, type Verification } from './check-package.ts';
import type { ListFiles, ReadFile } from './package-reader.ts';
import { openSeal } from './steps/open-seal.ts';

/** The offline check of a hand-over, as other programs import it (`proviso/verify`). */

export { readPackageArchive } from './archive.ts';
export { checkProof, type ProofVerification } from './check-proof.ts';
export { readPackageDirectory } from './directory.ts';
export type { ListFiles, PackageFiles, ReadFile } from './package-reader.ts';
export { proofText, verificationText } from './report.ts';
export { stepNames, type StepName, type Verification } from './check-package.ts';
export type { Step } from './step.ts';
export type { VerifyErrorCode } from './verify-error.ts';

export type VerifyOptions = Readonly<{
  /** `AGE-SECRET-KEY-1...` of the recipient: the seal is opened and every item is checked. */
  identity?: string;
  /** The log's verifier key, from somewhere else than the package. */
  logKey?: string;
  /** The witness policy that the reader trusts (C2SP tlog-policy), from somewhere else than the package. */
  policy?: string;
}>;

/** `checkPackage`, and with an identity what is inside the seal. Throws only where reading itself fails. */
export const verifyPackage = (
  read: ReadFile,
  list: ListFiles,
  { identity, ...trusted }: VerifyOptions = {},
): Promise<Verification> =>
  checkPackage(read, list, {
    ...trusted,
    ...(identity === undefined
      ? {}
      : { openSeal: (bytes, manifest, scope) => openSeal(bytes, identity, manifest, scope) }),
  });
