import { z } from 'zod';
import type { ActOnCase } from '../../acts/act-input.ts';
import type { Authorise, CourtSignature } from '../../acts/authorise.ts';
import type { Answer } from '../../acts/answer.ts';
import { limits } from '../../limits.ts';
import { breaches, consentMatters } from '../../request/aftermath.ts';
import { instant, line, list, text } from '../../request/fields.ts';
import type { AccessAct, Act } from '../../request/open-acts.ts';
import { callBackOutcomes, emergencyNeeds } from '../../request/emergency.ts';
import { dataCategories } from '../../request/request.ts';
import { challengeGrounds, rulings } from '../../request/service.ts';
import type { ReadRequest } from '../../wire/read-request.ts';
import type { Acts } from '../acts.ts';
import type { Upload } from '../body.ts';

/** What a call brings: nothing, fields, the document of a request as it is, or files. */
type Document = Readonly<{ document: Uint8Array }> & Pick<Extract<ReadRequest, { ok: true }>, 'form' | 'request'>;

/**
 * One act of a case as programs call it: `POST /api/cases/{id}/{name}`. What it takes is said once, by its parser; the
 * description of the interface (openapi.ts) is written from the same parser.
 */
export type CaseAct = Readonly<{ act: Act | AccessAct; does: string }> &
  (
    | Readonly<{ takes: 'fields'; fields: z.ZodType; run: (acts: Acts, on: ActOnCase, fields: never) => Promise<Answer> }>
    | Readonly<{ takes: 'document'; run: (acts: Acts, on: ActOnCase, document: Document) => Promise<Answer> }>
    | Readonly<{ takes: 'files'; run: (acts: Acts, on: ActOnCase, files: readonly Upload[]) => Promise<Answer> }>
    /** Nothing but the act; the answer is the package. */
    | Readonly<{ takes: 'nothing'; gives: 'package' }>
  ); // prettier-ignore

const fields = <Fields extends z.ZodType>(
  act: Act | AccessAct,
  does: string,
  shape: Fields,
  run: (acts: Acts, on: ActOnCase, given: z.infer<Fields>) => Promise<Answer>,
): CaseAct => ({ act, does, takes: 'fields', fields: shape, run });

const reasons = z.strictObject({ reasons: text });
const message = z.strictObject({ message: text });
/** May be empty. */
const words = z.union([z.literal(''), text]);
const ground = z.string().regex(/^[0-9a-z()]{1,20}$/, { error: 'a provision as 40(21)(b)' });
const consented = z.enum(['granted', 'refused']);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'SHA-256 in 64 small hexadecimal digits' });
const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,8192}$/, { error: 'base64url without padding' });

export const narrowing = z.strictObject({
  targets: list(z.int().min(0), limits.targets).exactOptional(),
  dataCategories: list(z.enum(dataCategories), dataCategories.length).exactOptional(),
  period: z.strictObject({ from: instant, until: instant }).exactOptional(),
  conditions: list(line, limits.courtConditions).exactOptional(),
  validUntil: instant.exactOptional(),
});

/** The words are used once and kept nowhere. `after`: the `next` of the page before, its parts joined by `~`. */
export const searched = z.strictObject({
  words: z.string().min(1).max(limits.searchCharacters).pipe(line),
  after: z.string().max(limits.searchCharacters).exactOptional(),
});

const finding = z.strictObject({ fact: line, value: z.unknown(), reasons: text });

const signature = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('note'), note: z.string().max(limits.noteBytes) }),
  z.strictObject({
    form: z.literal('assertion'),
    credentialId: base64url,
    authenticatorData: base64url,
    clientDataJSON: base64url,
    signature: base64url,
  }),
]);

const authorisation = z.strictObject({
  shownSha256: sha256,
  narrowing: narrowing.exactOptional(),
  signature: signature.exactOptional(),
});

/** An authorisation as the act takes it, from the JSON that a program sends or `proviso authorise` writes. */
export function readAuthorisation(json: unknown): Signed | undefined {
  const read = authorisation.safeParse(json).data;
  return read && signedOf(read);
}

type Signed = Pick<Authorise, 'shownSha256' | 'narrowing' | 'signature'>;

function signedOf({ shownSha256, narrowing: chosen, signature: given }: z.infer<typeof authorisation>): Signed {
  return { shownSha256, ...(chosen && { narrowing: chosen }), ...signatureOf(given) };
}

/** A signature over a text that was shown, as the act takes it. */
const signed = z.strictObject({ shownSha256: sha256, signature: signature.exactOptional() });

const signatureOf = (given: z.infer<typeof signature> | undefined): { signature?: CourtSignature } =>
  given === undefined
    ? {}
    : { signature: given.form === 'note' ? { form: 'note', bytes: new TextEncoder().encode(given.note) } : given };

/** Every act of a case, by its name. An act without a row does not compile. */
const byAct = {
  'record-findings': fields(
    'record-findings',
    'Answers questions that the law leaves to judgement, each with reasons.',
    z.strictObject({ findings: z.array(finding).min(1).max(limits.findings) }),
    (acts, on, given) => acts.recordFindings({ ...on, ...given }),
  ),
  'ask-information': fields('ask-information', 'Asks the asking State for what its request lacks.', message, (acts, on, given) => acts.askInformation({ ...on, ...given })),
  'answer-consultation': fields('answer-consultation', 'Answers what the requested State consulted on.', message, (acts, on, given) => acts.answerConsultation({ ...on, ...given })),
  'supply-information': {
    act: 'supply-information',
    does: 'Supplies what was missing: the whole request again, under the same id.',
    takes: 'document',
    run: (acts, on, document) => acts.supplyInformation({ ...on, ...document }),
  },
  consult: fields(
    'consult',
    'Consults the asking State before a refusal on these grounds.',
    z.strictObject({ grounds: list(ground, 20), message: text }),
    (acts, on, given) => acts.consult({ ...on, ...given }),
  ),
  decide: fields(
    'decide',
    'Grants the request, as a proposal to the court, or refuses it on grounds of the treaty.',
    z.strictObject({ outcome: z.enum(['grant', 'refuse']), reasons: text, grounds: z.array(ground).max(20), narrowing: narrowing.pick({ targets: true, dataCategories: true, period: true }).exactOptional(), conditions: z.array(z.strictObject({ rule: line, text: line })).max(limits.addedConditions).exactOptional() }),
    (acts, on, given) => acts.decide({ ...on, ...given }),
  ),
  authorise: fields(
    'authorise',
    'Authorises exactly the text that was shown. Outside a sandbox a signature of the judge’s own is needed.',
    authorisation,
    (acts, on, given) => acts.authorise({ ...on, ...signedOf(given) }),
  ),
  extend: fields('extend', 'Extends the order for as long once more: a new signature over a text that names the old one.', authorisation.omit({ narrowing: true }), (acts, on, given) => acts.extend({ ...on, ...signedOf(given) })),
  revoke: fields('revoke', 'Takes the authorisation back.', reasons, (acts, on, given) => acts.revoke({ ...on, ...given })),
  produce: {
    act: 'produce',
    does: 'Hands in evidence files under a proven order.',
    takes: 'files',
    run: (acts, on, files) => acts.produce({ ...on, exhibits: files.map(({ name, bytes }) => ({ name, bytes })) }),
  },
  release: fields('release', 'Releases what the order lets out, sealed to the recipient.', z.strictObject({}), (acts, on) => acts.release(on)),
  collect: { act: 'collect', does: 'Collects the hand-over: a ZIP of the package.', takes: 'nothing', gives: 'package' },
  withdraw: fields('withdraw', 'Takes the request back.', reasons, (acts, on, given) => acts.withdraw({ ...on, ...given })),
  'destroy-evidence': fields('destroy-evidence', 'Destroys the key of the evidence; the proof of it stays.', reasons, (acts, on, given) => acts.destroyEvidence({ ...on, ...given })),
  acknowledge: fields('acknowledge', 'Acknowledges receipt to the asking State.', z.strictObject({ message: words }), (acts, on, given) => acts.acknowledge({ ...on, ...given })),
  'serve-order': fields('serve-order', 'Serves the order on the provider, with the date by which it is to be executed.', z.strictObject({ produceBy: instant, message: words }), (acts, on, given) => acts.serveOrder({ ...on, ...given })),
  challenge: fields('challenge', 'Challenges the order before the court.', z.strictObject({ grounds: list(z.enum(challengeGrounds), challengeGrounds.length), reasons: text }), (acts, on, given) => acts.challenge({ ...on, ...given })),
  preserve: fields('preserve', 'Has data preserved at once (art. 42), at most 90 days.', z.strictObject({ until: instant, reasons: text }), (acts, on, given) => acts.preserve({ ...on, ...given })),
  'extend-preservation': fields('extend-preservation', 'Another time of preservation.', z.strictObject({ until: instant, reasons: text }), (acts, on, given) => acts.extendPreservation({ ...on, ...given })),
  'end-preservation': fields('end-preservation', 'Ends a preservation, after its 60 days.', reasons, (acts, on, given) => acts.endPreservation({ ...on, ...given })),
  'follow-up': fields('follow-up', 'Names the request that a preservation announced.', z.strictObject({ followingCaseId: z.uuid() }), (acts, on, given) => acts.followUp({ ...on, ...given })),
  postpone: fields('postpone', 'Postpones help that would disturb a proceeding (art. 40(27)).', z.strictObject({ reasons: text, until: instant }), (acts, on, given) => acts.postpone({ ...on, ...given })),
  'confirm-receipt': fields('confirm-receipt', 'Confirms the evidence received, by the SHA-256 of the sealed file.', z.strictObject({ sealedSha256: sha256 }), (acts, on, given) => acts.confirmReceipt({ ...on, ...given })),
  close: fields('close', 'Closes a case in which nothing more is expected.', reasons, (acts, on, given) => acts.close({ ...on, ...given })),
  reopen: fields('reopen', 'Opens a case again that had ended.', reasons, (acts, on, given) => acts.reopen({ ...on, ...given })),
  correct: {
    act: 'correct',
    does: 'Puts the request right: the whole document again, under the same id.',
    takes: 'document',
    run: (acts, on, document) => acts.correct({ ...on, ...document }),
  },
  'note-correction': fields('note-correction', 'Puts right what the own authority wrote in an earlier event.', z.strictObject({ number: z.int().min(1), text }), (acts, on, given) => acts.noteCorrection({ ...on, ...given })),
  'extend-duty': fields('extend-duty', 'Puts off the date of a duty, with reasons.', z.strictObject({ duty: line, until: instant, reasons: text }), (acts, on, given) => acts.extendDuty({ ...on, ...given })),
  'decide-challenge': fields('decide-challenge', 'The court answers a challenge.', z.strictObject({ outcome: z.enum(rulings), reasons: text, produceBy: instant.exactOptional() }), (acts, on, given) => acts.decideChallenge({ ...on, ...given })),
  'prepare-emergency': fields('prepare-emergency', 'Asks for disclosure at once, in a danger to life or safety (art. 41).', z.strictObject({ danger: text, needs: list(z.enum(emergencyNeeds), emergencyNeeds.length), dataCategories: list(z.enum(dataCategories), dataCategories.length), beyond: words, noJudge: text }), (acts, on, given) => acts.prepareEmergency({ ...on, ...given })),
  'record-call-back': fields('record-call-back', 'Records that the asking authority was called back, on the channel of the register.', z.strictObject({ outcome: z.enum(callBackOutcomes), address: line, spokeWith: z.union([z.literal(''), line]), notes: text }), (acts, on, given) => acts.recordCallBack({ ...on, ...given })),
  'order-emergency': fields('order-emergency', 'A prosecutor orders exactly the text that was shown, before any judge.', signed, (acts, on, { shownSha256, signature: given }) => acts.orderEmergency({ ...on, shownSha256, ...signatureOf(given) })),
  'confirm-emergency': fields('confirm-emergency', 'A judge confirms an order in an emergency, or refuses it with reasons.', signed.extend({ outcome: z.enum(['confirmed', 'refused']), reasons: words }), (acts, on, { signature: given, ...rest }) => acts.confirmEmergency({ ...on, ...rest, ...signatureOf(given) })),
  'confirm-deletion': fields('confirm-deletion', 'The asking State says that what a judge refused is deleted.', z.strictObject({ statement: text }), (acts, on, given) => acts.confirmDeletion({ ...on, ...given })),
  'give-notice': fields('give-notice', 'Records that the person concerned was told of a disclosure in an emergency.', z.strictObject({ how: text }), (acts, on, given) => acts.giveNotice({ ...on, ...given })),
  'accept-conditions': fields('accept-conditions', 'Accepts the conditions that travel with the evidence, with a signed receipt.', z.strictObject({ shownSha256: sha256 }), (acts, on, given) => acts.acceptConditions({ ...on, ...given })),
  'ask-consent': fields('ask-consent', 'Asks the sending authority before another use, or before passing evidence on.', z.strictObject({ matter: z.enum(consentMatters), recipient: line, purpose: text, exculpatory: z.boolean() }), (acts, on, given) => acts.askConsent({ ...on, ...given })),
  'answer-consent': fields('answer-consent', 'Answers a question for consent; a grant is a proposal to the court where the law wants one.', z.strictObject({ outcome: consented, finding: z.boolean(), reasons: text, conditions: words }), (acts, on, given) => acts.answerConsent({ ...on, ...given })),
  'rule-consent': fields('rule-consent', 'The court decides on a proposed consent.', z.strictObject({ outcome: consented, reasons: text }), (acts, on, given) => acts.ruleConsent({ ...on, ...given })),
  'record-use': fields('record-use', 'Reports what the evidence was used for, with a signed receipt.', z.strictObject({ use: text }), (acts, on, given) => acts.recordUse({ ...on, ...given })),
  'confirm-destruction': fields('confirm-destruction', 'Confirms that the evidence is destroyed, with a signed receipt.', z.strictObject({ how: text }), (acts, on, given) => acts.confirmDestruction({ ...on, ...given })),
  'record-breach': fields('record-breach', 'Records that a condition was broken.', z.strictObject({ breach: z.enum(breaches), reasons: text }), (acts, on, given) => acts.recordBreach({ ...on, ...given })),
} as const satisfies Record<Act, CaseAct>; // prettier-ignore

/** What officers do about who opens a case, whatever its state. */
const byAccess = {
  assign: fields('assign', 'Gives the case to officers of the own authority.', z.strictObject({ officers: list(line, limits.assignedOfficers), reasons: text }), (acts, on, given) => acts.assign({ ...on, ...given })),
  'break-glass': fields('break-glass', 'Opens a case that is not assigned to the caller; the overseer is told.', reasons, (acts, on, given) => acts.breakGlass({ ...on, ...given })),
} as const satisfies Record<AccessAct, CaseAct>; // prettier-ignore

/** Where one act has two answers, the other one. */
const others = {
  'produce-uploads': fields('produce', 'Hands in evidence files that were uploaded (tus 1.0) under a proven order.', z.strictObject({ uploads: list(z.uuid(), limits.exhibits) }), (acts, on, { uploads }) => acts.produce({ ...on, exhibits: uploads.map((uploadId) => ({ uploadId })) })),
  'refuse-authorisation': fields('authorise', 'Refuses the authorisation.', reasons, (acts, on, given) => acts.refuseAuthorisation({ ...on, ...given })),
} as const satisfies Record<string, CaseAct>; // prettier-ignore

export const caseActs: Readonly<Record<string, CaseAct>> = { ...byAct, ...byAccess, ...others };
