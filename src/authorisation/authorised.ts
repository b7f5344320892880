import { sha256Hex } from '../canonical.ts';
import { openNote, signNote, type SignerKey } from '../transparency/note.ts';
import { LogError } from '../transparency/log-error.ts';
import { parseVerifierKey } from '../transparency/note-key.ts';
import { holds, type Mandate } from './mandate.ts';
import { isAsserted, parseAssertion } from './assertion.ts';
import type { Order } from './order.ts';
import { orderText } from './order-text.ts';
import type { PersonKey } from './person-key.ts';
import { isSeparate } from './separation.ts';

/**
 * Proof that a court authorised exactly this order (mission C1). Whoever is about to produce, seal or release evidence
 * asks for an `Authorised`; only `authorised` makes one, and only after every check.
 */
export type Authorised = Readonly<{ order: Order; text: string; judge: Mandate; at: string; [proven]: true }>;
declare const proven: unique symbol;

/** The steps of the check, in order; also the codes of what fails. */
export const authorisationSteps = ['text', 'signature', 'mandate', 'separation', 'validity'] as const;
export type AuthorisationStep = (typeof authorisationSteps)[number];

export class AuthorisationError extends Error {
  readonly code: AuthorisationStep;
  constructor(code: AuthorisationStep, message: string) {
    super(message);
    this.name = 'AuthorisationError';
    this.code = code;
  }
}

/**
 * What the judge signs: a statement over the SHA-256 of exactly the text that was shown, as a C2SP signed note, so that
 * other people's tools check it too.
 */
export function authorisationStatement(text: string, judge: Pick<Mandate, 'id'>, at: string): string {
  return `proviso-authorisation/1\norder-text-sha256 ${sha256Hex(text)}\nby ${judge.id}\nat ${at}\n`;
}

/** The court signs what it was shown. */
export const signAuthorisation = (
  text: string,
  judge: Pick<Mandate, 'id'>,
  at: string,
  signer: SignerKey,
): Uint8Array => signNote(authorisationStatement(text, judge, at), [signer]);

/** What must be at hand to check an authorisation. */
export type AuthorisationEvidence = Readonly<{
  order: Order;
  text: string;
  /** What the court signed: a C2SP note, or a passkey's assertion (assertion.ts). */
  note: Uint8Array;
  /** The court's mandate, from the register, and the keys that its person registered. */
  judge: Mandate;
  keys: readonly PersonKey[];
  /** Those who had a hand in the case before: who asked, who decided. */
  others: readonly Mandate[];
  /** The instant at which the authorisation is to be used. */
  usedAt: string;
}>;

/** One step: what it says where it holds, or why it does not. */
export type CheckedStep = Readonly<{ name: AuthorisationStep; holds: boolean; says: string }>;

/** Every step on its own, so that whoever must obey the order sees all that is wrong with it. */
export function checkAuthorisation(evidence: AuthorisationEvidence): CheckedStep[] {
  const { order, text, judge, others, usedAt } = evidence;
  const at = signedAt(evidence);
  const when = at ?? '';
  // In an emergency a prosecutor orders, and the order says so in its text; a judge looks afterwards.
  const office = order.emergency === undefined ? 'judge' : 'prosecutor';
  const sits =
    judge.role === office && judge.state === order.requestedState && judge.authorityName === order.authorisingCourt;
  return [
    step('text', orderText(order) === text, 'the text that was signed is the text of this order'),
    step('signature', at !== undefined, `${judge.id} signed over exactly this text`),
    step(
      'mandate',
      sits && holds(judge, when),
      `${judge.id} was a ${office} of ${order.authorisingCourt} at that time`,
    ),
    step('separation', isSeparate(judge, others), `${judge.id} had no hand in the case before`),
    step(
      'validity',
      when <= usedAt && usedAt < order.validUntil,
      `the order may be used from its signature until ${order.validUntil}`,
    ),
  ];
}

const step = (name: AuthorisationStep, holds: boolean, says: string): CheckedStep => ({
  name,
  holds,
  says: holds ? says : `it is not so that ${says}`,
});

/** The proven authorisation. @throws AuthorisationError with the first step that does not hold */
export function authorised(evidence: AuthorisationEvidence): Authorised {
  const failed = checkAuthorisation(evidence).find((each) => !each.holds);
  if (failed !== undefined) throw new AuthorisationError(failed.name, failed.says);
  const { order, text, judge } = evidence;
  const proof = Object.freeze({ order, text, judge, at: signedAt(evidence) }) as Authorised;
  made.add(proof);
  return proof;
}

const made = new WeakSet<Authorised>();

/** Whether `authorised` made it: a cast makes the type, not the proof. */
export const isAuthorised = (proof: Authorised): boolean => made.has(proof);

/** The instant of the judge's signature; undefined without a valid signature, in either form, over exactly this text. */
export const signedAt = (evidence: AuthorisationEvidence): string | undefined =>
  noteSignedAt(evidence) ?? assertedAt(evidence);

/** Which keys of the judge's own the signature needs; none where the key of the mandate made it. */
export const keysUsed = (evidence: AuthorisationEvidence): readonly PersonKey[] => {
  const { vkey, ...judge } = evidence.judge;
  if (vkey !== undefined && signedAt({ ...evidence, keys: [] }) !== undefined) return [];
  return evidence.keys.filter((key) => signedAt({ ...evidence, judge, keys: [key] }) !== undefined);
};

/** A note says its instant itself. */
function noteSignedAt({ note, text, judge, keys }: AuthorisationEvidence): string | undefined {
  const own = keys.flatMap((key) => (key.kind === 'ed25519' && key.person === judge.person ? [key.vkey] : []));
  try {
    const vkeys = judge.vkey === undefined ? own : [judge.vkey, ...own];
    const signed = openNote(note, vkeys.map(parseVerifierKey)).text;
    const at = /\nat (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n$/.exec(signed)?.[1];
    return at !== undefined && signed === authorisationStatement(text, judge, at) ? at : undefined;
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}

/** A passkey signs no instant: it is the one that the court's act was logged with. */
function assertedAt({ note, text, judge, keys }: AuthorisationEvidence): string | undefined {
  const assertion = parseAssertion(note);
  if (assertion === undefined || assertion.by !== judge.id) return undefined;
  const signed = keys.some(
    (key) =>
      key.kind === 'passkey' &&
      key.person === judge.person &&
      key.registeredAt <= assertion.at &&
      isAsserted(assertion, text, key),
  );
  return signed ? assertion.at : undefined;
}
