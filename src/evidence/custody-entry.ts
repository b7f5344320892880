import { z } from 'zod';
import { sha256Hex } from '../canonical.ts';
import type { Role } from '../authorisation/mandate.ts';
import { text } from '../request/fields.ts';

/** One entry in the chain of custody: what was done to which bytes, by whom, when and why. docs/spec/custody.md */

export const custodyFormat = 'proviso-custody/1';

/** Each act of custody and whose it is. What is absent is refused. */
export const custodyActs = {
  produced: ['provider'], // the provider hands in an exhibit; subject: the exhibit
  received: ['case-officer'], // the authority takes it over; subject: the exhibit
  viewed: ['case-officer'],
  minimised: ['case-officer'], // the order's scope was executed; subject: the plain files, as sealed
  sealed: ['case-officer'], // subject: the sealed file
  released: ['case-officer'], // subject: the sealed file
  acknowledged: ['requesting-officer'],
  destroyed: ['case-officer', 'provider', 'requesting-officer'],
} as const satisfies Record<string, readonly Role[]>;
export type CustodyAct = keyof typeof custodyActs;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in lower-case hexadecimal' });

export const custodyEntry = z.strictObject({
  format: z.literal(custodyFormat),
  /** From 1. */
  number: z.int().min(1),
  /** UTC to the millisecond, in one spelling: the bytes are signed. */
  at: z.iso.datetime({ precision: 3 }),
  act: z.enum(Object.keys(custodyActs) as CustodyAct[]),
  /** The mandate of the person who acted, and that person's authority. */
  by: z.string().min(1),
  authority: z.string().min(1),
  /** SHA-256 of the bytes that were acted on. */
  subject: sha256,
  reason: text,
  /** SHA-256 of the line before, without its line feed; in the first entry `custodyStart`. */
  previous: sha256,
  /** Ed25519 over `custodyMessage`, in base64. */
  signature: z.base64(),
});

export type CustodyEntry = Readonly<z.infer<typeof custodyEntry>>;
export type UnsignedEntry = Omit<CustodyEntry, 'signature'>;

/** What the first entry names as its predecessor: the case, so that a chain cannot be moved to another one. */
export const custodyStart = (caseId: string): string => sha256Hex(`${custodyFormat} of case ${caseId}\n`);
