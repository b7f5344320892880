import type { ActOnCase } from '../acts/act-input.ts';
import type { Answer, Refused } from '../acts/answer.ts';
import type { Authorise } from '../acts/authorise.ts';
import type { AnswerConsent } from '../acts/answer-consent.ts';
import type { AskConsent } from '../acts/ask-consent.ts';
import type { Challenge } from '../acts/challenge.ts';
import type { ExtendDuty } from '../acts/extend-duty.ts';
import type { DecideChallenge } from '../acts/decide-challenge.ts';
import type { ServeOrder } from '../acts/serve-order.ts';
import type { BeginUpload } from '../acts/begin-upload.ts';
import type { ContinueUpload } from '../acts/continue-upload.ts';
import type { Upload } from '../store/uploads.ts';
import type { CheckedOrder } from '../acts/check-order.ts';
import type { Extend } from '../acts/extend.ts';
import type { HandOver } from '../acts/collect.ts';
import type { Consult } from '../acts/consult.ts';
import type { Decide } from '../acts/decide.ts';
import type { CaseList, ListCases } from '../acts/list-cases.ts';
import type { Invited } from '../acts/invite-person.ts';
import type { registerKey } from '../acts/register-key.ts';
import type { PeopleView } from '../acts/see-people.ts';
import type { Notice } from '../acts/notices-for.ts';
import type { ReleasePreview } from '../acts/preview-release.ts';
import type { OrderSecrecy } from '../acts/order-secrecy.ts';
import type { SealedCopies } from '../acts/sealed-copies.ts';
import type { ProducedFile } from '../evidence/production.ts';
import type { ProposedOrder } from '../acts/propose-order.ts';
import type { ReceiveRequest } from '../acts/receive-request.ts';
import type { CaseView } from '../acts/see-case.ts';
import type { ConfirmEmergency } from '../acts/confirm-emergency.ts';
import type { ReadingList } from '../acts/list-readings.ts';
import type { PublicDebts } from '../acts/list-debts.ts';
import type { OrderEmergency } from '../acts/order-emergency.ts';
import type { PrepareEmergency } from '../acts/prepare-emergency.ts';
import type { RecordCallBack } from '../acts/record-call-back.ts';
import type { EnterAuthority } from '../acts/enter-authority.ts';
import type { GrantMandate } from '../acts/grant-mandate.ts';
import type { ActOnRegister, RegisterAnswer } from '../acts/perform-on-register.ts';
import type { RegisterView } from '../acts/see-register.ts';
import type { CaseLine } from '../acts/see-line.ts';
import type { SupplyInformation } from '../acts/supply-information.ts';
import type { Narrowing } from '../authorisation/narrow.ts';
import type { RecordedFinding } from '../request/event.ts';

/** The acts as the pages know them: functions already bound to their tools. `main.ts` binds the real ones. */
export type Acts = Readonly<{
  receiveRequest: (input: ReceiveRequest) => Promise<Answer<{ caseId: string }>>;
  listCases: (input: ListCases) => Promise<CaseList>;
  /** Records the look itself. */
  seeCase: (input: { mandate: string; caseId: string; page: string }) => Promise<CaseView | Refused>;
  /** What is to be seen of a case that is not one's own. */
  seeLine: (input: { mandate: string; caseId: string }) => Promise<CaseLine | Refused>;
  assign: (input: ActOnCase & { officers: readonly string[]; reasons: string }) => Promise<Answer>;
  breakGlass: (input: ActOnCase & { reasons: string }) => Promise<Answer>;
  prepareEmergency: (input: PrepareEmergency) => Promise<Answer>;
  recordCallBack: (input: RecordCallBack) => Promise<Answer>;
  /** What a prosecutor would sign. */
  proposeEmergencyOrder: (input: { mandate: string; caseId: string }) => Promise<ProposedOrder | Refused>;
  orderEmergency: (input: OrderEmergency) => Promise<Answer>;
  confirmEmergency: (input: ConfirmEmergency) => Promise<Answer>;
  confirmDeletion: (input: ActOnCase & { statement: string }) => Promise<Answer>;
  giveNotice: (input: ActOnCase & { how: string }) => Promise<Answer>;
  listReadings: (input: {
    mandate: string;
    person?: string;
    caseId?: string;
    brokenGlass?: boolean;
  }) => Promise<ReadingList | Refused>;
  /** For anybody. */
  listDebts: (input: object) => Promise<PublicDebts>;
  seeRegister: (input: { mandate: string }) => Promise<RegisterView | Refused>;
  grantMandate: (input: GrantMandate) => Promise<RegisterAnswer>;
  revokeMandate: (input: ActOnRegister & { revoked: string; reasons: string }) => Promise<RegisterAnswer>;
  enterAuthority: (input: EnterAuthority) => Promise<RegisterAnswer>;
  endAuthority: (input: ActOnRegister & { entry: string; reasons: string }) => Promise<RegisterAnswer>;
  recordFindings: (input: ActOnCase & { findings: readonly RecordedFinding[] }) => Promise<Answer>;
  askInformation: (input: ActOnCase & { message: string }) => Promise<Answer>;
  supplyInformation: (input: SupplyInformation) => Promise<Answer>;
  consult: (input: Consult) => Promise<Answer>;
  answerConsultation: (input: ActOnCase & { message: string }) => Promise<Answer>;
  decide: (input: Decide) => Promise<Answer>;
  /** What the court would sign: the whole of what was granted, or less. */
  proposeOrder: (input: { mandate: string; caseId: string; narrowing?: Narrowing }) => Promise<ProposedOrder | Refused>;
  authorise: (input: Authorise) => Promise<Answer>;
  extend: (input: Extend) => Promise<Answer>;
  proposeExtension: (input: { mandate: string; caseId: string }) => Promise<ProposedOrder | Refused>;
  revoke: (input: ActOnCase & { reasons: string }) => Promise<Answer>;
  refuseAuthorisation: (input: ActOnCase & { reasons: string }) => Promise<Answer>;
  /** Whether the signed order is genuine, step by step; for whoever has to obey it. */
  checkOrder: (input: { mandate: string; caseId: string }) => Promise<CheckedOrder | Refused>;
  /** Evidence files that are sent before they are handed in. */
  beginUpload: (input: BeginUpload) => Promise<Readonly<{ kind: 'begun' }> | Refused>;
  continueUpload: (input: ContinueUpload) => Promise<Readonly<{ kind: 'kept'; received: number }> | Refused>;
  seeUploads: (input: {
    mandate: string;
    caseId: string;
  }) => Promise<Readonly<{ kind: 'uploads'; uploads: readonly Upload[] }> | Refused>;
  dropUpload: (input: {
    mandate: string;
    caseId: string;
    uploadId: string;
  }) => Promise<Readonly<{ kind: 'dropped' }> | Refused>;
  produce: (input: ActOnCase & { exhibits: readonly ProducedFile[] }) => Promise<Answer>;
  previewRelease: (input: { mandate: string; caseId: string }) => Promise<ReleasePreview | Refused>;
  release: (input: ActOnCase) => Promise<Answer>;
  /** The files of the hand-over; that it was collected is recorded. */
  collect: (input: ActOnCase) => Promise<Answer<HandOver>>;
  destroyEvidence: (input: ActOnCase & { reasons: string }) => Promise<Answer>;
  acknowledge: (input: ActOnCase & { message: string }) => Promise<Answer>;
  serveOrder: (input: ServeOrder) => Promise<Answer>;
  challenge: (input: Challenge) => Promise<Answer>;
  preserve: (input: ActOnCase & { until: string; reasons: string }) => Promise<Answer>;
  extendPreservation: (input: ActOnCase & { until: string; reasons: string }) => Promise<Answer>;
  endPreservation: (input: ActOnCase & { reasons: string }) => Promise<Answer>;
  followUp: (input: ActOnCase & { followingCaseId: string }) => Promise<Answer>;
  postpone: (input: ActOnCase & { reasons: string; until: string }) => Promise<Answer>;
  confirmReceipt: (input: ActOnCase & { sealedSha256: string }) => Promise<Answer>;
  close: (input: ActOnCase & { reasons: string }) => Promise<Answer>;
  reopen: (input: ActOnCase & { reasons: string }) => Promise<Answer>;
  correct: (input: SupplyInformation) => Promise<Answer>;
  noteCorrection: (input: ActOnCase & { number: number; text: string }) => Promise<Answer>;
  extendDuty: (input: ExtendDuty) => Promise<Answer>;
  decideChallenge: (input: DecideChallenge) => Promise<Answer>;
  acceptConditions: (input: ActOnCase & { shownSha256: string }) => Promise<Answer>;
  askConsent: (input: AskConsent) => Promise<Answer>;
  answerConsent: (input: AnswerConsent) => Promise<Answer>;
  ruleConsent: (input: ActOnCase & { outcome: 'granted' | 'refused'; reasons: string }) => Promise<Answer>;
  recordUse: (input: ActOnCase & { use: string }) => Promise<Answer>;
  confirmDestruction: (input: ActOnCase & { how: string }) => Promise<Answer>;
  recordBreach: (input: ActOnCase & { breach: string; reasons: string }) => Promise<Answer>;
  withdraw: (input: ActOnCase & { reasons: string }) => Promise<Answer>;
  orderSecrecy: (input: OrderSecrecy) => Promise<Answer>;
  openSealed: (input: ActOnCase) => Promise<Answer>;
  sealedCopies: (input: { mandate: string; caseId: string }) => Promise<SealedCopies | Refused>;
  invitePerson: (input: { mandate: string; person: string }) => Promise<Invited | Refused>;
  bindSubject: (input: {
    mandate: string;
    person: string;
    issuer: string;
    subject: string;
  }) => Promise<Readonly<{ kind: 'bound' }> | Refused>;
  registerKey: (input: Parameters<typeof registerKey>[0]) => ReturnType<typeof registerKey>;
  endKey: (input: { person: string; keyId: string }) => Promise<Readonly<{ kind: 'ended' }> | Refused>;
  askRecovery: (input: { mandate: string; person: string; reasons: string }) => Promise<Invited | Refused>;
  approveRecovery: (input: { mandate: string; recovery: string }) => Promise<Invited | Refused>;
  seePeople: (input: { mandate: string }) => Promise<PeopleView | Refused>;
  noticesFor: (input: { mandate: string }) => Promise<readonly Notice[]>;
}>;
