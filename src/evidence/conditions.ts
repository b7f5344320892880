import { z } from 'zod';
import type { Mandate } from '../authorisation/mandate.ts';
import { canonicalBytes, parseCanonical } from '../canonical.ts';
import { line, text } from '../request/fields.ts';
import type { Terms } from '../request/terms.ts';
import type { SignerKey } from '../transparency/note.ts';
import { isSignedBy, signStatement } from './statement.ts';

/** The conditions under which evidence leaves, signed by whoever releases it. docs/spec/conditions.md */

export const conditionsFormat = 'proviso-conditions/1';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const utc = z.iso.datetime({ precision: 3 });

const shape = z.strictObject({
  format: z.literal(conditionsFormat),
  caseId: z.uuid(),
  /** The court's text, and the sealed file that the conditions are about. */
  orderTextSha256: sha256,
  sealedSha256: sha256,
  /** Who sends (authority, and the mandate that signs) and who receives (authority). */
  from: line,
  by: line,
  to: line,
  at: utc,
  terms: z.strictObject({
    speciality: z.strictObject({
      requestId: line,
      purpose: z.union([z.literal(''), text]),
      cites: z.literal('40(19)'),
    }),
    onwardTransfer: z.strictObject({ consentOf: line, cites: z.literal('36(3)') }),
    retention: z.strictObject({ until: utc, source: z.enum(['request', 'ours']) }),
    assurances: z.array(z.strictObject({ rule: line, text })),
  }),
  signature: z.base64(),
});

export type Conditions = Readonly<z.infer<typeof shape>>;

/** The bytes of `conditions.json`. */
export function signConditions(
  of: Readonly<{
    caseId: string;
    orderTextSha256: string;
    sealedSha256: string;
    to: string;
    terms: Terms;
    at: string;
  }>,
  by: Mandate,
  signer: SignerKey,
): Uint8Array {
  const { terms, ...rest } = of;
  const unsigned = {
    ...rest,
    format: conditionsFormat,
    from: by.authority,
    by: by.id,
    terms: { ...terms, assurances: [...terms.assurances] },
  } as const;
  return canonicalBytes(shape.parse(signStatement(unsigned, signer)));
}

/** @returns the conditions; `undefined` for bytes that are not canonical conditions. Whether they are signed, see below. */
export const parseConditions = (bytes: Uint8Array): Conditions | undefined =>
  shape.safeParse(parseCanonical(bytes)).data;

/** Whether the mandate that released signed exactly these conditions. */
export const conditionsSigned = (conditions: Conditions, by: Mandate): boolean =>
  conditions.by === by.id && conditions.from === by.authority && isSignedBy(conditions, by.vkey);
