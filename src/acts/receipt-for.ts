import { sha256Hex } from '../canonical.ts';
import { appendCustody, type CustodyStep } from '../evidence/custody.ts';
import { readReceipt, signReceipt, type ReceiptKind, type ReceiptOf } from '../evidence/receipt.ts';
import type { Case } from '../request/case.ts';
import type { SignerKey } from '../transparency/note.ts';
import type { Admitted } from './perform.ts';

/** Gives the key with which the installation signs for a mandate. */
export type Signer = (mandate: string) => SignerKey;

/** Of which hand-over a receipt speaks; `undefined` for one from before conditions travelled as a statement. */
export function handOverOf({ id, released }: Case): ReceiptOf | undefined {
  const { conditionsSha256, sealedSha256 } = released?.body ?? {};
  return conditionsSha256 === undefined || sealedSha256 === undefined
    ? undefined
    : { caseId: id, conditionsSha256, sealedSha256 };
}

/** A receipt of the person who acts, signed and read back: what would not prove anything later is not kept. */
export function receiptFor(
  { mandate, at }: Admitted,
  of: ReceiptOf,
  kind: ReceiptKind,
  says: string,
  signer: Signer,
): { bytes: Uint8Array; sha256: string } {
  const bytes = signReceipt({ ...of, kind, at, says }, mandate, signer(mandate.id));
  const read = readReceipt(bytes, of, [mandate]);
  if (typeof read === 'string') throw new Error(`the receipt of ${mandate.id} proves nothing: ${read}`);
  return { bytes, sha256: sha256Hex(bytes) };
}

/** The next line of custody about the sealed file, by who acts. */
export const custodyOfSealed = (
  { subject, mandate, at }: Admitted,
  act: CustodyStep['act'],
  { sealedSha256 }: ReceiptOf,
  reason: string,
  signer: Signer,
): string =>
  appendCustody(subject.id, subject.custody, { act, at, subject: sealedSha256, reason }, mandate, signer(mandate.id));
