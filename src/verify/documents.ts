import { z } from 'zod';
import type { Order } from '../authorisation/order.ts';
import { dataCategories, measures, targetKinds } from '../request/request.ts';
import { parseCanonical } from '../canonical.ts';
import { VerifyError } from './verify-error.ts';

/** The shapes of a hand-over's JSON documents, read strictly: canonical bytes, known fields. */

const utc = z.iso.datetime({ precision: 3 });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const scope = z.strictObject({
  targets: z.array(z.strictObject({ kind: z.enum(targetKinds), value: z.string() })).min(1),
  dataCategories: z.array(z.enum(dataCategories)).min(1),
  period: z.strictObject({ from: utc, until: utc }),
});
const conditions = z.array(z.strictObject({ rule: z.string(), text: z.string() }));

const order: z.ZodType<Order> = z.strictObject({
  format: z.literal('proviso-order/1'),
  caseId: z.uuid(),
  requestSha256: sha256,
  requestId: z.string(),
  requestingState: z.string(),
  requestingAuthority: z.string(),
  requestedState: z.string(),
  measure: z.enum(measures),
  provider: z.string(),
  scope,
  notAuthorised: z.array(z.string()),
  reasons: z.string(),
  conditions,
  openFindings: z.array(z.string()),
  notice: z.union([
    z.strictObject({ position: z.literal('notify') }),
    z.strictObject({ position: z.literal('delay'), until: utc, reason: z.string() }),
  ]),
  emergency: z
    .strictObject({
      danger: z.string(),
      needs: z.array(z.string()).min(1),
      beyond: z.string(),
      noJudge: z.string(),
      calledBackAt: utc,
      calledBackBy: z.string(),
      confirmBy: utc,
    })
    .exactOptional(),
  follows: sha256.exactOptional(),
  decidedBy: z.string(),
  authorisingCourt: z.string(),
  validUntil: utc,
});

const decision = z.strictObject({
  kind: z.literal('decided'),
  requestSha256: sha256,
  outcome: z.literal('grant'),
  reasons: z.string(),
  grounds: z.array(z.string()),
  policy: z.string(),
  assessmentSha256: sha256,
  scope,
  leftOut: z.array(z.string()).exactOptional(),
  provider: z.string(),
  conditions,
  letterSha256: sha256.exactOptional(),
});
export type Decision = Readonly<z.infer<typeof decision>>;

const production = z.strictObject({
  kind: z.literal('produced'),
  exhibits: z.array(z.strictObject({ name: z.string(), sha256, size: z.int() })).min(1),
  custody: z.array(z.string()).min(1),
});
export type ProductionRecord = Readonly<z.infer<typeof production>>;

export const readOrder = (file: string, bytes: Uint8Array): Order => read(order, file, bytes);
export const readDecision = (file: string, bytes: Uint8Array): Decision => read(decision, file, bytes);
export const readProduction = (file: string, bytes: Uint8Array): ProductionRecord => read(production, file, bytes);

function read<Shape>(shape: z.ZodType<Shape>, file: string, bytes: Uint8Array): Shape {
  const parsed = shape.safeParse(parseCanonical(bytes));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new VerifyError('malformed', file, `${file} is malformed at "${issue?.path.join('.') ?? ''}"`);
}
