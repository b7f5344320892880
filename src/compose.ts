import { randomBytes } from 'node:crypto';
import { defaultPolicy, type PolicyName } from '../law/law.ts';
import { english } from '../law/words.en.ts';
import { destroyEvidence } from './acts/destroy-evidence.ts';
import { acceptConditions } from './acts/accept-conditions.ts';
import { answerConsent } from './acts/answer-consent.ts';
import { askConsent } from './acts/ask-consent.ts';
import { close } from './acts/close.ts';
import { confirmDestruction } from './acts/confirm-destruction.ts';
import { recordBreach } from './acts/record-breach.ts';
import { recordUse } from './acts/record-use.ts';
import { ruleConsent } from './acts/rule-consent.ts';
import { acknowledge } from './acts/acknowledge.ts';
import { answerConsultation } from './acts/answer-consultation.ts';
import { askInformation } from './acts/ask-information.ts';
import { assign } from './acts/assign.ts';
import { beginUpload } from './acts/begin-upload.ts';
import { continueUpload } from './acts/continue-upload.ts';
import { dropUpload } from './acts/drop-upload.ts';
import { seeUploads } from './acts/see-uploads.ts';
import { authorise } from './acts/authorise.ts';
import { breakGlass } from './acts/break-glass.ts';
import { challenge } from './acts/challenge.ts';
import { checkOrder } from './acts/check-order.ts';
import { collect } from './acts/collect.ts';
import { consult } from './acts/consult.ts';
import { decideChallenge } from './acts/decide-challenge.ts';
import { decide } from './acts/decide.ts';
import type { Random } from './acts/leaf-for.ts';
import { listCases } from './acts/list-cases.ts';
import { openSealed } from './acts/open-sealed.ts';
import { orderSecrecy } from './acts/order-secrecy.ts';
import { noticesFor } from './acts/notices-for.ts';
import { previewRelease } from './acts/preview-release.ts';
import { produce } from './acts/produce.ts';
import { proposeOrder } from './acts/propose-order.ts';
import { approveRecovery } from './acts/approve-recovery.ts';
import { askRecovery } from './acts/ask-recovery.ts';
import { bindSubject } from './acts/bind-subject.ts';
import { endKey } from './acts/end-key.ts';
import { invitePerson } from './acts/invite-person.ts';
import { registerKey } from './acts/register-key.ts';
import { seePeople } from './acts/see-people.ts';
import { publishStatistics } from './acts/publish-statistics.ts';
import { receiveRequest } from './acts/receive-request.ts';
import { recordFindings } from './acts/record-findings.ts';
import { refuseAuthorisation } from './acts/refuse-authorisation.ts';
import { revoke } from './acts/revoke.ts';
import { confirmDeletion } from './acts/confirm-deletion.ts';
import { confirmEmergency } from './acts/confirm-emergency.ts';
import { giveNotice } from './acts/give-notice.ts';
import { listReadings } from './acts/list-readings.ts';
import { listDebts } from './acts/list-debts.ts';
import { orderEmergency, proposeEmergencyOrder } from './acts/order-emergency.ts';
import { prepareEmergency } from './acts/prepare-emergency.ts';
import { recordCallBack } from './acts/record-call-back.ts';
import { extend } from './acts/extend.ts';
import { proposeExtension } from './acts/propose-extension.ts';
import { enterAuthority } from './acts/enter-authority.ts';
import { endAuthority } from './acts/end-authority.ts';
import { grantMandate } from './acts/grant-mandate.ts';
import { revokeMandate } from './acts/revoke-mandate.ts';
import { seeRegister } from './acts/see-register.ts';
import { release } from './acts/release.ts';
import { sealedCopies } from './acts/sealed-copies.ts';
import { seeCase } from './acts/see-case.ts';
import { seeLine } from './acts/see-line.ts';
import { serveOrder } from './acts/serve-order.ts';
import { supplyInformation } from './acts/supply-information.ts';
import { confirmReceipt } from './acts/confirm-receipt.ts';
import { correct } from './acts/correct.ts';
import { noteCorrection } from './acts/note-correction.ts';
import { endPreservation } from './acts/end-preservation.ts';
import { extendPreservation } from './acts/extend-preservation.ts';
import { followUp } from './acts/follow-up.ts';
import { preserve } from './acts/preserve.ts';
import { postpone } from './acts/postpone.ts';
import { reopen } from './acts/reopen.ts';
import { extendDuty } from './acts/extend-duty.ts';
import { tick } from './acts/tick.ts';
import { withdraw } from './acts/withdraw.ts';
import type { Catalogue } from './law/catalogue.ts';
import type { Blobs } from './store/blobs.ts';
import type { Uploads } from './store/uploads.ts';
import type { Identities } from './store/identities.ts';
import type { Log } from './store/log.ts';
import type { Clocks } from './store/clocks.ts';
import type { Queue } from './store/queue.ts';
import type { Store } from './store/open-store.ts';
import type { Writer } from './store/writer.ts';
import type { SignerKey } from './transparency/note.ts';

/** Every tool that some act declares. Each act sees only those that its own signature names. */
type Tools = Readonly<{
  store: Writer;
  identities: Identities;
  blobs: Blobs;
  queue: Queue;
  uploads: Uploads;
  clocks: Clocks;
  log: Log;
  now: () => string;
  random: Random;
  /** Keys with which the installation signs the custody of what its people hand in and release. */
  signer: (mandate: string) => SignerKey;
  /** The sandbox holds its judges' keys; in production they sign with their own devices. */
  courtSigner?: (mandate: string) => SignerKey;
  policy: PolicyName;
  words: Catalogue;
}>;

const acts = {
  receiveRequest,
  listCases,
  seeCase,
  seeLine,
  assign,
  breakGlass,
  prepareEmergency,
  recordCallBack,
  proposeEmergencyOrder,
  orderEmergency,
  confirmEmergency,
  confirmDeletion,
  giveNotice,
  listDebts,
  listReadings,
  seeRegister,
  grantMandate,
  revokeMandate,
  enterAuthority,
  endAuthority,
  recordFindings,
  askInformation,
  supplyInformation,
  consult,
  answerConsultation,
  decide,
  proposeOrder,
  authorise,
  refuseAuthorisation,
  revoke,
  extend,
  proposeExtension,
  checkOrder,
  beginUpload,
  continueUpload,
  seeUploads,
  dropUpload,
  produce,
  previewRelease,
  release,
  collect,
  withdraw,
  acknowledge,
  destroyEvidence,
  serveOrder,
  challenge,
  decideChallenge,
  extendDuty,
  postpone,
  preserve,
  extendPreservation,
  endPreservation,
  followUp,
  confirmReceipt,
  close,
  reopen,
  correct,
  noteCorrection,
  tick,
  noticesFor,
  publishStatistics,
  orderSecrecy,
  openSealed,
  sealedCopies,
  invitePerson,
  bindSubject,
  registerKey,
  endKey,
  askRecovery,
  approveRecovery,
  seePeople,
  acceptConditions,
  answerConsent,
  askConsent,
  confirmDestruction,
  recordBreach,
  recordUse,
  ruleConsent,
};

type Bound<Act> = Act extends (input: infer Input, tools: never) => infer Result ? (input: Input) => Result : never;
export type BoundActs = Readonly<{ [Name in keyof typeof acts]: Bound<(typeof acts)[Name]> }>;
export type Composed = Readonly<{ acts: BoundActs; log: Log; tools: Tools }>;

/** Hands each act the tools that it declares. Pages, story and tests call the same bound functions. */
export function compose(
  store: Store,
  now: () => string,
  /** Outside a sandbox a court signs with keys of its own, and no key of a court is here. */
  of: Readonly<{ courts?: 'own-keys' }> = {},
): Composed {
  const { writer, identities, blobs, uploads, queue, clocks, keyring, log } = store;
  const random: Random = (bytes) => new Uint8Array(randomBytes(bytes));
  const tools: Tools = {
    store: writer,
    identities,
    blobs,
    queue,
    uploads,
    clocks,
    log,
    now,
    random,
    signer: keyring.signer,
    ...(of.courts === undefined && { courtSigner: keyring.signer }),
    policy: defaultPolicy,
    words: english,
  };
  return { acts: bindAll(tools), log, tools };
}

/** The types of the single acts were checked where they are listed; binding them all alike cannot be typed one by one. */
const bindAll = (tools: Tools): BoundActs =>
  Object.fromEntries(
    Object.entries(acts).map(([name, act]) => [name, (input: never): unknown => act(input, tools)]),
  ) as unknown as BoundActs;
