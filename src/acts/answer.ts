/**
 * What an act answers. `done` says what was recorded; `refused` is the field's own no, with a code that the catalogue
 * turns into words and the facts that it speaks of. Neither is an error. Bad input never reaches an act.
 */
export type Done<Value = unknown> = Readonly<{ kind: 'done'; caseId: string; leafIndex: number; value: Value }>;

export type Refused = Readonly<{
  kind: 'refused';
  code: RefusalCode;
  /** Facts, rules or fields the refusal speaks of, if any. */
  about?: readonly string[];
}>;

export const refusalCodes = [
  /** The person's mandate does not reach this act, this case or this day. */
  'no-mandate',
  /** The case is not assigned to this person, and the glass was not broken. */
  'not-assigned',
  /** Nobody of this authority has such a mandate now: `about` names what was chosen. */
  'not-an-officer',
  /** Nobody grants themselves a mandate, nor vouches for their own authority. */
  'own-mandate',
  /** An authority of this kind has no such role: `about` names it. */
  'other-authority',
  /** The end lies before the beginning, or too far away. */
  'mandate-dates',
  /** This identifier is another person's: `about` names it. */
  'known-person',
  /** This person has such a mandate, and it holds. */
  'mandate-holds',
  /** No such mandate or entry in this register. */
  'not-in-register',
  /** It ended before. */
  'has-ended',
  /** Without a registrar nobody could keep the register. */
  'last-registrar',
  /** What was given as a key is none. */
  'not-a-key',
  /** The asking authority cannot be called back by the register: `about` says why. */
  'no-call-back',
  /** Data that reach further than the danger needs, without reasons: `about` names the categories. */
  'beyond-need',
  /** What was called is not the channel that stands in the register: `about` names it. */
  'not-the-channel',
  /** No prosecutor of this State holds a mandate now. */
  'no-prosecutor',
  /** The call-back lies too far back to order on it. */
  'call-back-too-old',
  /** The person is not to be told before a delay has ended that was ordered with reasons. */
  'notice-delayed',
  /** The case is not in a state in which this act is open. */
  'not-open',
  /** Somebody else acted on the case since this person looked. */
  'stale',
  /** The same act id came with another content. */
  'conflict',
  /** No such case, or none that this person may see. */
  'unknown-case',
  /** The same request was received before. */
  'known-request',
  /** The request is addressed to another State: `about` names it. */
  'not-addressed',
  /** The request speaks for another State than the person's own: `about` names it. */
  'not-yours',
  /** What was supplied is not this request any more: `about` names what may not change. */
  'another-request',
  /** What was supplied is the document that is here already. */
  'same-document',
  /** No provider of that name is in the register: `about` names it. */
  'unknown-provider',
  /** Only a person with another mandate may write this fact, or the fact or value does not exist. */
  'not-a-finding',
  /** Facts are missing: `about` names them. */
  'needs-facts',
  /** A bar stands: `about` names the rules. */
  'barred',
  /** A refusal must rest on a ground that the law offers for this measure: `about` names those offered. */
  'no-ground',
  /** The asking State must be consulted before a refusal on these grounds (art. 40(28)): `about` names them. */
  'consult-first',
  /** The asking State was consulted on these grounds and has still time to answer. */
  'consultation-open',
  /** The same person may not do both. */
  'separation',
  /** What was shown is not what would be signed now. */
  'shown-changed',
  /** The order does not carry a signature of the person's own, over exactly this text. */
  'not-signed',
  /** The person has, or had, a way to sign in: another one takes two registrars. */
  'has-identity',
  /** The code of the invitation is wrong, was used, or has expired. */
  'not-invited',
  /** Nobody of that name has a mandate here. */
  'unknown-person',
  /** It is the person's last key: nobody could get in. */
  'last-key',
  /** The order would reach further than the request or the decision. */
  'too-wide',
  /** The court said that its order is to be smaller, and this one is not: `about` is empty. */
  'not-narrower',
  /** A condition is empty, or rests on no rule that allows one: `about` names these. */
  'bad-condition',
  /** The request asks for something else than preservation. */
  'not-preservation',
  /** Preservation is not granted: the data are preserved. */
  'preserve-instead',
  /** The asking State has still time to send its request: `about` names until when. */
  'preservation-floor',
  /** A request that followed is not decided yet. */
  'request-pending',
  /** That case is none that can follow this one. */
  'not-following',
  /** Art. 40(27) does not know this measure. */
  'not-postponable',
  /** What was received is not what was sent. */
  'digest-differs',
  /** The asking State has not confirmed what it received. */
  'receipt-open',
  /** Another officer of the authority reopens it: `about` names them. */
  'another-officer',
  /** What another authority wrote is not this one's to put right. */
  'not-your-event',
  /** There is no such duty pending in this case, or its date cannot be put off. */
  'no-such-duty',
  /** A date lies before now, or later than it may be: `about` names the earliest and the latest. */
  'bad-date',
  /** The order is no longer valid. */
  'order-expired',
  /** A proof or signature that must hold does not: nothing leaves. */
  'no-proof',
  /** The log takes nothing until a person has decided: `about` says why. */
  'log-closed',
  /** Too many acts wait for the log; this one was not recorded and may be sent again. */
  'log-busy',
  /** Evidence files are missing, empty, too large or came twice: `about` says which. */
  'bad-exhibits',
  /** There is no such upload of this person on this case, or it is not complete. */
  'unknown-upload',
  /** More came than was announced, or another upload of the same file went on meanwhile: `about` says which. */
  'bad-upload',
  /** The evidence was destroyed: the proof of it is kept. */
  'evidence-destroyed',
  /** A last month of secrecy lies in the past or too far away: `about` names the first and the last that may be. */
  'secrecy-month',
  /** The last month of secrecy has passed: `about` names it. What is late is opened. */
  'secrecy-over',
  /** Nothing of the case is sealed in the log. */
  'nothing-sealed',
  /** It is sealed until another month: `about` names it. */
  'still-secret',
  /** The date that was missed has not passed: `about` names it. */
  'not-overdue',
  /** There is nothing to release inside the order. */
  'nothing-to-release',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type Answer<Value = unknown> = Done<Value> | Refused;

export const refused = (code: RefusalCode, about?: readonly string[]): Refused =>
  about === undefined ? { kind: 'refused', code } : { kind: 'refused', code, about };
