import { createHash } from 'node:crypto';
import { openNote, signNote, type SignerKey } from '../transparency/note.ts';
import { parseVerifierKey } from '../transparency/note-key.ts';
import { holds, type Mandate } from './mandate.ts';
import type { Order } from './order.ts';
import { orderText } from './order-text.ts';
import { isSeparate } from './separation.ts';

/**
 * Proof that a court authorised exactly this order (mission C1). Whoever is about to produce, seal or release evidence
 * asks for an `Authorised`; only `authorised` makes one, and only after every check.
 */
export type Authorised = Readonly<{ order: Order; text: string; judge: Mandate; at: string; [proven]: true }>;
declare const proven: unique symbol;

export type AuthorisationErrorCode =
  | 'order-text' // the text is not what this order says
  | 'signature' // no valid signature of a registered judge over exactly this statement
  | 'statement' // the signed statement speaks of another order, person or time
  | 'mandate' // the judge's mandate did not hold
  | 'separation' // the judge had a hand in the case
  | 'expired'; // the order is no longer valid

export class AuthorisationError extends Error {
  readonly code: AuthorisationErrorCode;
  constructor(code: AuthorisationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AuthorisationError';
    this.code = code;
  }
}

/**
 * What the judge signs: a statement over the SHA-256 of exactly the text that was shown, as a C2SP signed note, so that
 * other people's tools check it too.
 */
export function authorisationStatement(text: string, judge: Pick<Mandate, 'id'>, at: string): string {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `proviso-authorisation/1\norder-text-sha256 ${sha256}\nby ${judge.id}\nat ${at}\n`;
}

/** The court signs what it was shown. */
export const signAuthorisation = (text: string, judge: Pick<Mandate, 'id'>, at: string, signer: SignerKey): Uint8Array =>
  signNote(authorisationStatement(text, judge, at), [signer]);

/** What must be at hand to check an authorisation. */
export type AuthorisationEvidence = Readonly<{
  order: Order;
  text: string;
  note: Uint8Array;
  /** The court's mandate, from the register. */
  judge: Mandate;
  /** Those who had a hand in the case before: who asked, who decided. */
  others: readonly Mandate[];
  /** The instant at which the authorisation is to be used. */
  usedAt: string;
}>;

/** The proven authorisation. @throws AuthorisationError with a stable code */
export function authorised({ order, text, note, judge, others, usedAt }: AuthorisationEvidence): Authorised {
  const no = (code: AuthorisationErrorCode, message: string): never => {
    throw new AuthorisationError(code, message);
  };
  if (orderText(order) !== text) no('order-text', 'the text that was signed is not the text of this order');
  const signed = openSigned(note, judge);
  const at = /\nat (\S+)\n$/.exec(signed)?.[1] ?? '';
  if (signed !== authorisationStatement(text, judge, at)) no('statement', 'the signed statement is about another order');
  if (judge.role !== 'judge' || judge.state !== order.requestedState) no('mandate', `${judge.id} is not a court of ${order.requestedState}`);
  if (judge.authorityName !== order.authorisingCourt) no('mandate', `the order names ${order.authorisingCourt}`);
  if (!holds(judge, at)) no('mandate', `the mandate of ${judge.id} did not hold at ${at}`);
  if (!isSeparate(judge, others)) no('separation', `${judge.id} had a hand in this case before`);
  if (usedAt >= order.validUntil || usedAt < at) no('expired', `the order may be used from ${at} until ${order.validUntil}`);
  return { order, text, judge, at } as Authorised;
}

function openSigned(note: Uint8Array, judge: Mandate): string {
  try {
    return openNote(note, [parseVerifierKey(judge.vkey)]).text;
  } catch (cause) {
    throw new AuthorisationError('signature', `no valid signature of ${judge.id}`, { cause });
  }
}
