import { z } from 'zod';
import { roles, type Mandate } from '../authorisation/mandate.ts';
import { canonicalBytes, parseCanonical } from '../canonical.ts';
import { line } from '../request/fields.ts';
import { ageRecipient } from './recipients.ts';

/** register.json: the mandates of everybody who had a hand in a case, each as its registration was logged. */

const utc = z.iso.datetime({ precision: 3 });
const mandate = z.object({
  id: line,
  person: line,
  name: line,
  role: z.enum(roles),
  authority: line,
  authorityName: line,
  state: z.string().regex(/^[A-Z]{2}$/),
  vkey: line,
  recipient: ageRecipient.optional(),
  validFrom: utc,
  validUntil: utc,
  grantedBy: line.optional(),
});
const register = z.strictObject({
  format: z.literal('proviso-register/1'),
  mandates: z.array(mandate.strict()).min(1),
});

/** Each mandate once, by id. What the store knows of a mandate beside it is left out. */
export function encodeRegister(mandates: readonly Mandate[]): Uint8Array {
  const byId = new Map(mandates.map((each) => [each.id, mandate.parse(each)]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalBytes(register.parse({ format: 'proviso-register/1', mandates: sorted }));
}

/** @returns mandates in the order of their leaves' numbers; `undefined` for bytes that are not a register. */
export function parseRegister(bytes: Uint8Array): readonly Mandate[] | undefined {
  const mandates = register.safeParse(parseCanonical(bytes)).data?.mandates;
  const ascending = mandates?.every((each, index) => index === 0 || (mandates[index - 1]?.id ?? '') < each.id) ?? false;
  return ascending ? (mandates as readonly Mandate[]) : undefined;
}
