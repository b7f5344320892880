import { z } from 'zod';
import { roles, type Mandate } from '../authorisation/mandate.ts';
import { personKey, personKeyId, type PersonKey } from '../authorisation/person-key.ts';
import { canonicalBytes, parseCanonical } from '../canonical.ts';
import { line } from '../request/fields.ts';
import { ageRecipient } from './recipients.ts';

/**
 * register.json: the mandates of everybody who had a hand in a case, and the keys of its own with which the court signed,
 * each as its registration was logged.
 */

const utc = z.iso.datetime({ precision: 3 });
const mandate = z.object({
  id: line,
  person: line,
  name: line,
  role: z.enum(roles),
  authority: line,
  authorityName: line,
  state: z.string().regex(/^[A-Z]{2}$/),
  vkey: line.optional(),
  recipient: ageRecipient.optional(),
  validFrom: utc,
  validUntil: utc,
  grantedBy: line.optional(),
});
const register = z.strictObject({
  format: z.literal('proviso-register/1'),
  mandates: z.array(mandate.strict()).min(1),
  keys: z.array(personKey).min(1).optional(),
});

export type Register = Readonly<{ mandates: readonly Mandate[]; keys: readonly PersonKey[] }>;

/** Each mandate once, by id; keys by the hash of their record. What the store knows of them beside is left out. */
export function encodeRegister({ mandates, keys }: Register): Uint8Array {
  const byId = new Map(mandates.map((each) => [each.id, mandate.parse(each)]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sortedKeys = keys.toSorted((a, b) => (personKeyId(a) < personKeyId(b) ? -1 : 1));
  const whole = { format: 'proviso-register/1', mandates: sorted, ...(keys.length > 0 && { keys: sortedKeys }) };
  return canonicalBytes(register.parse(whole));
}

/** @returns mandates and keys in the order of their leaves' numbers; `undefined` for bytes that are not a register. */
export function parseRegister(bytes: Uint8Array): Register | undefined {
  const read = register.safeParse(parseCanonical(bytes)).data;
  if (read === undefined) return undefined;
  const { mandates, keys = [] } = read;
  return isAscending(mandates.map(({ id }) => id)) && isAscending(keys.map(personKeyId))
    ? { mandates: mandates as readonly Mandate[], keys }
    : undefined;
}

const isAscending = (ids: readonly string[]): boolean =>
  ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id);
