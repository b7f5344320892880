import { checkPackage, type Verification } from './check-package.ts';
import type { ByteSource } from '../evidence/byte-source.ts';
import type { Manifest } from '../evidence/manifest.ts';
import type { ListFiles, ReadFile } from './package-reader.ts';
import { openSeal } from './steps/open-seal.ts';

/** The offline check of a hand-over, as other programs import it (`proviso/verify`). */

export { readPackageArchive } from './archive.ts';
export { checkProof, type ProofVerification } from './check-proof.ts';
export { checkTime, type TimeVerification } from './check-time.ts';
export { readPackageDirectory } from './directory.ts';
export type { ListFiles, PackageFiles, ReadFile } from './package-reader.ts';
export { checkShowing, type ShowingVerification } from './check-showing.ts';
export { proofText, showingText, timeText, verificationText } from './report.ts';
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
export const verifyPackage = async (
  read: ReadFile,
  list: ListFiles,
  { identity, ...trusted }: VerifyOptions = {},
): Promise<Verification> =>
  identity === undefined
    ? checkPackage(read, list, trusted)
    : (await openVerified(read, list, { identity, ...trusted })).verification;

/** What lies inside a proven hand-over. */
export type OpenedPackage = Readonly<{
  manifest: Manifest;
  /** The released files by name, read where they lie inside the seal. */
  files: ReadonlyMap<string, ByteSource>;
}>;

/** Verifies every step first. @returns `opened` only where all of them hold */
export async function openVerified(
  read: ReadFile,
  list: ListFiles,
  { identity, ...trusted }: VerifyOptions & Readonly<{ identity: string }>,
): Promise<{ verification: Verification; opened?: OpenedPackage }> {
  let opened: OpenedPackage | undefined;
  const verification = await checkPackage(read, list, {
    ...trusted,
    openSeal: async (sealed, manifest, scope) => {
      const entries = await openSeal(sealed, identity, manifest, scope);
      opened = { manifest, files: new Map(entries.map(({ name, source }) => [name, source])) };
    },
  });
  return { verification, ...(verification.ok && opened ? { opened } : {}) };
}
