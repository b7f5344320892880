import { z } from 'zod';
import { holds, type Mandate } from '../authorisation/mandate.ts';
import { canonicalBytes, parseCanonical } from '../canonical.ts';
import { text } from '../request/fields.ts';
import type { SignerKey } from '../transparency/note.ts';
import { isSignedBy, signStatement } from './statement.ts';

/** What the recipient answers to the conditions: accepted, used, destroyed; each signed by who says it. docs/spec/conditions.md */

export const receiptFormat = 'proviso-receipt/1';
export const receiptKinds = ['accepted', 'used', 'destroyed'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const shape = z.strictObject({
  format: z.literal(receiptFormat),
  kind: z.enum(receiptKinds),
  caseId: z.uuid(),
  /** The conditions that it answers, and the sealed file to which they belong. */
  conditionsSha256: sha256,
  sealedSha256: sha256,
  by: z.string().min(1),
  authority: z.string().min(1),
  at: z.iso.datetime({ precision: 3 }),
  /** What was used and for what, how it was destroyed; for `accepted` who accepts on whose behalf. */
  says: text,
  signature: z.base64(),
});

export type Receipt = Readonly<z.infer<typeof shape>>;

/** What a receipt must be about: one hand-over of one case. Of another one it is a replay. */
export type ReceiptOf = Readonly<{ caseId: string; conditionsSha256: string; sealedSha256: string }>;

/** The bytes of a receipt. */
export function signReceipt(
  of: ReceiptOf & Readonly<{ kind: ReceiptKind; at: string; says: string }>,
  by: Mandate,
  signer: SignerKey,
): Uint8Array {
  const unsigned = { ...of, format: receiptFormat, by: by.id, authority: by.authority } as const;
  return canonicalBytes(shape.parse(signStatement(unsigned, signer)));
}

export type ReceiptFault = 'malformed' | 'another-hand-over' | 'mandate' | 'signature';

/**
 * The proven receipt, or why it proves nothing. @param mandates of the recipient's authority, from the register
 */
export function readReceipt(bytes: Uint8Array, of: ReceiptOf, mandates: readonly Mandate[]): Receipt | ReceiptFault {
  const receipt = shape.safeParse(parseCanonical(bytes)).data;
  if (receipt === undefined) return 'malformed';
  const { caseId, conditionsSha256, sealedSha256 } = receipt;
  if (caseId !== of.caseId || conditionsSha256 !== of.conditionsSha256 || sealedSha256 !== of.sealedSha256)
    return 'another-hand-over';
  const by = mandates.find(({ id }) => id === receipt.by);
  if (by?.role !== 'requesting-officer' || by.authority !== receipt.authority || !holds(by, receipt.at))
    return 'mandate';
  return isSignedBy(receipt, by.vkey) ? receipt : 'signature';
}
