import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { ActOnCase } from '../../src/acts/act-input.ts';
import type { Answer } from '../../src/acts/answer.ts';
import { admit } from '../../src/acts/perform.ts';
import type { Role } from '../../src/authorisation/mandate.ts';
import type { Case, CaseState } from '../../src/request/case.ts';
import { accessActs, acts as everyAct, roleFor, secrecyActs, wasDone, type AccessAct, type Act, type SecrecyAct } from '../../src/request/open-acts.ts'; // prettier-ignore
import { emergencyWalk, registered } from '../stories/emergency-walk.ts';
import { afterwards } from '../stories/afterwards.ts';
import { personOf, readNothing, roles } from './person-of.ts';
import { preserving } from '../stories/preservation-walk.ts';
import { answers, done, mailbox, people, sandbox } from '../stories/sandbox.ts';

const box = sandbox();
const { acts, composed, see, on, document, receive, granted, authorised, served, produced, released, setClock } = box; // prettier-ignore
const after = afterwards(box);

const refuseOn = (caseId: string, grounds: readonly string[]) => async (): Promise<string> => {
  done(await acts().decide({ ...(await on(people.officer, caseId)), outcome: 'refuse', reasons: 'So.', grounds }));
  return caseId;
};

const challenged = async (): Promise<string> => {
  const caseId = await served();
  const objection = { grounds: ['privilege'], reasons: 'One account is a lawyer’s.' };
  done(await acts().challenge({ ...(await on(people.provider, caseId)), ...objection }));
  return caseId;
};

const { collected: collectedInEmergency } = emergencyWalk(box);
const deletionOwed = async (): Promise<string> => {
  const caseId = await collectedInEmergency();
  const checked = await acts().checkOrder({ mandate: people.judge, caseId });
  const shownSha256 = checked.kind === 'checked' ? checked.sha256 : '';
  const frame = await on(people.judge, caseId);
  done(await acts().confirmEmergency({ ...frame, outcome: 'refused', reasons: 'So.', shownSha256 }));
  return caseId;
};
/** Walks a fresh case into each state. */
const walkTo: Readonly<Record<CaseState, () => Promise<string>>> = {
  received: () => receive(),
  'information-asked': async () => {
    const caseId = await receive((request) => delete request['period']);
    done(await acts().askInformation({ ...(await on(people.officer, caseId)), message: 'The period.' }));
    return caseId;
  },
  consulted: async () => {
    const caseId = await receive();
    done(await acts().consult({ ...(await on(people.officer, caseId)), grounds: ['40(21)(b)'], message: 'So?' }));
    return caseId;
  },
  granted: () => granted(),
  refused: async () => refuseOn(await receive(), ['40(22)'])(),
  authorised: () => authorised(),
  'authorisation-refused': async () => {
    const caseId = await granted();
    done(await acts().refuseAuthorisation({ ...(await on(people.judge, caseId)), reasons: 'Too wide.' }));
    return caseId;
  },
  'authorisation-revoked': async () => {
    const caseId = await authorised();
    done(await acts().revoke({ ...(await on(people.judge, caseId)), reasons: 'Signed in error.' }));
    return caseId;
  },
  served: () => served(),
  challenged: () => challenged(),
  'set-aside': async () => {
    const caseId = await challenged();
    const ruling = { outcome: 'set-aside', reasons: 'It reaches a lawyer.' } as const;
    done(await acts().decideChallenge({ ...(await on(people.judge, caseId)), ...ruling }));
    return caseId;
  },
  lapsed: async () => {
    const caseId = await served();
    setClock((await see(people.officer, caseId)).case.authorised?.body.validUntil ?? '');
    await acts().tick({});
    setClock('2026-03-02T09:00:00.000Z');
    return caseId;
  },
  preserving: () => preserving(box),
  'preservation-ended': async () => {
    const caseId = await preserving(box);
    setClock('2026-05-31T09:00:00.000Z');
    await acts().tick({});
    setClock('2026-03-02T09:00:00.000Z');
    return caseId;
  },
  postponed: async () => {
    const caseId = await receive();
    done(await acts().consult({ ...(await on(people.officer, caseId)), grounds: ['40(27)'], message: 'A trial.' }));
    done(await acts().answerConsultation({ ...(await on(people.sender, caseId)), message: 'We can wait.' }));
    const until = '2026-04-02T00:00:00.000Z';
    done(await acts().postpone({ ...(await on(people.officer, caseId)), reasons: 'A trial.', until }));
    return caseId;
  },
  closed: async () => {
    const caseId = await refuseOn(await receive(), ['40(22)'])();
    done(await acts().close({ ...(await on(people.officer, caseId)), reasons: 'No answer came.' }));
    return caseId;
  },
  produced: () => produced(),
  released: () => released(),
  collected: async () => {
    const caseId = await released();
    done(await acts().collect(await on(people.sender, caseId)));
    return caseId;
  },
  'deletion-owed': deletionOwed,
  deleted: async () => {
    const caseId = await deletionOwed();
    done(await acts().confirmDeletion({ ...(await on(people.sender, caseId)), statement: 'Overwritten.' }));
    return caseId;
  },
  accepted: () => after.accepted(),
  'consent-asked': () => after.asked(),
  'consent-proposed': () => after.proposed(),
  destroyed: () => after.destroyed(),
  withdrawn: async () => {
    const caseId = await receive();
    done(await acts().withdraw({ ...(await on(people.sender, caseId)), reasons: 'Found elsewhere.' }));
    return caseId;
  },
};
/** In which the walk went through an emergency: its second officer and its prosecutor read the case. */
const emergencies: readonly CaseState[] = ['deletion-owed', 'deleted'];
const afterTheCourt: readonly CaseState[] = [
  ...emergencies,
  'authorised',
  'authorisation-revoked',
  'served',
  'challenged',
  'set-aside',
  'lapsed',
  'preserving',
  'preservation-ended',
  'produced',
  'released',
  'collected',
  'accepted',
  'consent-asked',
  'consent-proposed',
  'destroyed',
];

/** Each act as somebody would really try it; where an act has two answers, both. */
const attempts: Readonly<Record<Act, readonly ((frame: ActOnCase) => Promise<Answer>)[]>> = {
  'record-findings': [(frame) => acts().recordFindings({ ...frame, findings: answers().slice(0, 1) })],
  'ask-information': [(frame) => acts().askInformation({ ...frame, message: 'More.' })],
  'answer-consultation': [(frame) => acts().answerConsultation({ ...frame, message: 'No.' })],
  'supply-information': [(frame) => acts().supplyInformation({ ...frame, ...document() })],
  consult: [(frame) => acts().consult({ ...frame, grounds: ['40(21)(b)'], message: 'So?' })],
  decide: [
    (frame) => acts().decide({ ...frame, outcome: 'grant', reasons: 'So.', grounds: [] }),
    (frame) => acts().decide({ ...frame, outcome: 'refuse', reasons: 'So.', grounds: ['40(22)'] }),
  ],
  authorise: [
    (frame) => acts().authorise({ ...frame, shownSha256: '0'.repeat(64) }),
    (frame) => acts().refuseAuthorisation({ ...frame, reasons: 'So.' }),
  ],
  extend: [(frame) => acts().extend({ ...frame, shownSha256: '0'.repeat(64) })],
  revoke: [(frame) => acts().revoke({ ...frame, reasons: 'So.' })],
  produce: [(frame) => acts().produce({ ...frame, exhibits: [mailbox] })],
  release: [(frame) => acts().release(frame)],
  collect: [(frame) => acts().collect(frame)],
  'destroy-evidence': [(frame) => acts().destroyEvidence({ ...frame, reasons: 'So.' })],
  acknowledge: [(frame) => acts().acknowledge({ ...frame, message: '' })],
  'serve-order': [(frame) => acts().serveOrder({ ...frame, produceBy: '2026-03-10T00:00:00.000Z', message: '' })],
  'extend-duty': [(frame) => acts().extendDuty({ ...frame, duty: 'decide#1', until: '2026-04-02T00:00:00.000Z', reasons: 'So.' })], // prettier-ignore
  preserve: [(frame) => acts().preserve({ ...frame, until: '2026-05-01T00:00:00.000Z', reasons: 'So.' })],
  'extend-preservation': [(frame) => acts().extendPreservation({ ...frame, until: '2026-05-01T00:00:00.000Z', reasons: 'So.' })], // prettier-ignore
  'end-preservation': [(frame) => acts().endPreservation({ ...frame, reasons: 'So.' })],
  'follow-up': [(frame) => acts().followUp({ ...frame, followingCaseId: frame.caseId })],
  postpone: [(frame) => acts().postpone({ ...frame, reasons: 'So.', until: '2026-04-02T00:00:00.000Z' })],
  'confirm-receipt': [(frame) => acts().confirmReceipt({ ...frame, sealedSha256: '0'.repeat(64) })],
  close: [(frame) => acts().close({ ...frame, reasons: 'So.' })],
  reopen: [(frame) => acts().reopen({ ...frame, reasons: 'So.' })],
  correct: [(frame) => acts().correct({ ...frame, ...document() })],
  'note-correction': [(frame) => acts().noteCorrection({ ...frame, number: 1, text: 'So.' })],
  challenge: [(frame) => acts().challenge({ ...frame, grounds: ['form'], reasons: 'So.' })],
  'decide-challenge': [(frame) => acts().decideChallenge({ ...frame, outcome: 'set-aside', reasons: 'So.' })],
  'prepare-emergency': [
    (frame) => acts().prepareEmergency({ ...frame, danger: 'So.', needs: ['where'], dataCategories: ['traffic'], beyond: '', noJudge: 'So.' }), // prettier-ignore
  ],
  'record-call-back': [
    (frame) => acts().recordCallBack({ ...frame, outcome: 'confirmed', address: registered, spokeWith: 'A', notes: 'So.' }), // prettier-ignore
  ],
  'order-emergency': [(frame) => acts().orderEmergency({ ...frame, shownSha256: '0'.repeat(64) })],
  'confirm-emergency': [
    (frame) => acts().confirmEmergency({ ...frame, outcome: 'confirmed', reasons: '', shownSha256: '0'.repeat(64) }),
    (frame) => acts().confirmEmergency({ ...frame, outcome: 'refused', reasons: 'So.', shownSha256: '0'.repeat(64) }),
  ],
  'confirm-deletion': [(frame) => acts().confirmDeletion({ ...frame, statement: 'So.' })],
  'give-notice': [(frame) => acts().giveNotice({ ...frame, how: 'So.' })],
  'accept-conditions': [(frame) => acts().acceptConditions({ ...frame, shownSha256: '0'.repeat(64) })],
  'ask-consent': [(frame) => acts().askConsent({ ...frame, matter: 'other-use', recipient: 'X', purpose: 'X', exculpatory: false })], // prettier-ignore
  'answer-consent': [(frame) => acts().answerConsent({ ...frame, outcome: 'refused', finding: false, reasons: 'So.', conditions: '' })], // prettier-ignore
  'rule-consent': [(frame) => acts().ruleConsent({ ...frame, outcome: 'granted', reasons: 'So.' })],
  'record-use': [(frame) => acts().recordUse({ ...frame, use: 'At trial.' })],
  'confirm-destruction': [(frame) => acts().confirmDestruction({ ...frame, how: 'Wiped.' })],
  'record-breach': [(frame) => acts().recordBreach({ ...frame, breach: 'other-use', reasons: 'So.' })],
  withdraw: [(frame) => acts().withdraw({ ...frame, reasons: 'So.' })],
};
function expected(subject: Case, act: Act, role: Role): string {
  const { state } = subject;
  // Who watches over all cases reads, and acts on none.
  if (role === 'overseer') return 'no-mandate';
  if (readNothing.has(role) || (role === 'prosecutor' && !emergencies.includes(state))) return 'unknown-case';
  if (role === 'provider' && !afterTheCourt.includes(state)) return 'unknown-case';
  // The second officer is of the same authority, and only an emergency is given to them from the beginning.
  if (role === 'second-officer' && !emergencies.includes(state)) return 'not-assigned';
  return openTo(subject, act) === undefined ? 'not-open' : 'no-mandate';
}

/** Whose an act is now: what was done once, or belongs to an emergency that is not so far, is nobody's. */
const openTo = (subject: Case, act: Act): Role | undefined =>
  wasDone(subject, act) ? undefined : roleFor(subject.state, act);

/** Tried so that even the right person is refused by the act itself, and nothing is recorded. */
const accessAttempts: Readonly<Record<AccessAct, (frame: ActOnCase) => Promise<Answer>>> = {
  assign: (frame) => acts().assign({ ...frame, officers: ['xb-court/ines-okafor'], reasons: 'So.' }),
  'break-glass': (frame) => acts().breakGlass({ ...frame, version: 0, reasons: 'So.' }),
};

function expectedOfAccess(state: CaseState, act: AccessAct, role: Role): string {
  if (role === 'overseer') return 'no-mandate';
  if (readNothing.has(role) || (role === 'prosecutor' && !emergencies.includes(state))) return 'unknown-case';
  if (role === 'provider' && !afterTheCourt.includes(state)) return 'unknown-case';
  if (act === 'break-glass') return 'stale';
  return accessActs.assign.some((each) => each === role) ? 'not-an-officer' : 'no-mandate';
}

const secrecyAttempts: Readonly<Record<SecrecyAct, (frame: ActOnCase) => Promise<Answer>>> = {
  'order-secrecy': (frame) => acts().orderSecrecy({ ...frame, openBy: '2020-01', reason: 'investigation', reasons: 'So.' }), // prettier-ignore
  'open-sealed': (frame) => acts().openSealed(frame),
};

function expectedOfSecrecy(state: CaseState, act: SecrecyAct, role: Role): string {
  if (role === 'overseer') return 'no-mandate';
  if (readNothing.has(role) || (role === 'prosecutor' && !emergencies.includes(state))) return 'unknown-case';
  if (role === 'provider' && !afterTheCourt.includes(state)) return 'unknown-case';
  if (role === 'second-officer' && !emergencies.includes(state)) return 'not-assigned';
  if (!secrecyActs[act].some((each) => each === role)) return 'no-mandate';
  return act === 'order-secrecy' ? 'secrecy-month' : 'nothing-sealed';
}

for (const state of Object.keys(walkTo) as CaseState[])
  test(`in a case that is ${state}, each person can do what the table says and nothing else`, async () => {
    const caseId = await walkTo[state]();
    const subject = (await see(people.officer, caseId)).case;
    assert.equal(subject.state, state);
    let allowed = 0;
    for (const act of everyAct)
      for (const role of roles) {
        const cell = `${act} by ${role}`;
        const frame = (): ActOnCase => ({
          actId: randomUUID(),
          mandate: personOf[role],
          caseId,
          version: subject.version,
        });
        if (openTo(subject, act) === role) {
          const { store: writer, now } = composed().tools;
          assert.ok('subject' in (await admit(act, frame(), { store: writer, now })), cell);
          allowed += 1;
          continue;
        }
        for (const attempt of attempts[act]) {
          const answer = await attempt(frame());
          assert.equal(answer.kind === 'refused' && answer.code, expected(subject, act, role), cell);
        }
      }
    for (const [act, attempt] of Object.entries(accessAttempts))
      for (const role of roles) {
        const answer = await attempt({
          actId: randomUUID(),
          mandate: personOf[role],
          caseId,
          version: subject.version,
        });
        assert.equal(answer.kind === 'refused' && answer.code, expectedOfAccess(state, act as AccessAct, role), act);
      }
    for (const [act, attempt] of Object.entries(secrecyAttempts))
      for (const role of roles) {
        const answer = await attempt({
          actId: randomUUID(),
          mandate: personOf[role],
          caseId,
          version: subject.version,
        });
        assert.equal(answer.kind === 'refused' && answer.code, expectedOfSecrecy(state, act as SecrecyAct, role), act);
      }
    assert.equal((await see(people.officer, caseId)).case.version, subject.version, 'nothing was recorded');
    assert.equal(allowed, everyAct.filter((act) => openTo(subject, act) !== undefined).length);
  });
