import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActOnCase } from '../../src/acts/act-input.ts';
import type { Answer } from '../../src/acts/answer.ts';
import { leafForMandate } from '../../src/acts/leaf-for.ts';
import { admit } from '../../src/acts/perform.ts';
import type { Mandate, Role } from '../../src/authorisation/mandate.ts';
import type { CaseState } from '../../src/request/case.ts';
import {
  accessActs,
  acts as everyAct,
  roleFor,
  secrecyActs,
  type AccessAct,
  type Act,
  type SecrecyAct,
} from '../../src/request/open-acts.ts';
import { encodeVerifierKey } from '../../src/transparency/note-key.ts';
import { answers, done, mailbox, people, sandbox } from '../stories/sandbox.ts';

const {
  acts,
  composed,
  see,
  on,
  document,
  receive,
  granted,
  authorised,
  serve,
  served,
  produced,
  released,
  store,
  setClock,
} = sandbox();

const personOf = {
  'requesting-officer': people.sender,
  'case-officer': people.officer,
  'second-officer': people.secondOfficer,
  prosecutor: people.prosecutor,
  judge: people.judge,
  provider: people.provider,
  'person-concerned': people.person,
  overseer: people.overseer,
  'data-protection-officer': people.dataProtection,
  registrar: people.registrar,
} as const satisfies Record<Role, string>;
const roles = Object.keys(personOf) as Role[];
const readNothing = new Set<Role>([
  'person-concerned',
  'prosecutor',
  'overseer',
  'data-protection-officer',
  'registrar',
]);

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
  withdrawn: async () => {
    const caseId = await receive();
    done(await acts().withdraw({ ...(await on(people.sender, caseId)), reasons: 'Found elsewhere.' }));
    return caseId;
  },
};
const afterTheCourt: readonly CaseState[] = [
  'authorised',
  'authorisation-revoked',
  'served',
  'challenged',
  'set-aside',
  'lapsed',
  'produced',
  'released',
  'collected',
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
  revoke: [(frame) => acts().revoke({ ...frame, reasons: 'So.' })],
  produce: [(frame) => acts().produce({ ...frame, exhibits: [mailbox] })],
  release: [(frame) => acts().release(frame)],
  collect: [(frame) => acts().collect(frame)],
  acknowledge: [(frame) => acts().acknowledge({ ...frame, message: '' })],
  'serve-order': [(frame) => acts().serveOrder({ ...frame, produceBy: '2026-03-10T00:00:00.000Z', message: '' })],
  'extend-duty': [(frame) => acts().extendDuty({ ...frame, duty: 'decide#1', until: '2026-04-02T00:00:00.000Z', reasons: 'So.' })], // prettier-ignore
  postpone: [(frame) => acts().postpone({ ...frame, reasons: 'So.', until: '2026-04-02T00:00:00.000Z' })],
  'confirm-receipt': [(frame) => acts().confirmReceipt({ ...frame, sealedSha256: '0'.repeat(64) })],
  close: [(frame) => acts().close({ ...frame, reasons: 'So.' })],
  reopen: [(frame) => acts().reopen({ ...frame, reasons: 'So.' })],
  correct: [(frame) => acts().correct({ ...frame, ...document() })],
  'note-correction': [(frame) => acts().noteCorrection({ ...frame, number: 1, text: 'So.' })],
  challenge: [(frame) => acts().challenge({ ...frame, grounds: ['form'], reasons: 'So.' })],
  'decide-challenge': [(frame) => acts().decideChallenge({ ...frame, outcome: 'set-aside', reasons: 'So.' })],
  withdraw: [(frame) => acts().withdraw({ ...frame, reasons: 'So.' })],
};

function expected(state: CaseState, act: Act, role: Role): string {
  if (readNothing.has(role)) return 'unknown-case';
  if (role === 'provider' && !afterTheCourt.includes(state)) return 'unknown-case';
  // The second officer is of the same authority, and the case is not assigned to them.
  if (role === 'second-officer') return 'not-assigned';
  return roleFor(state, act) === undefined ? 'not-open' : 'no-mandate';
}

/** Tried so that even the right person is refused by the act itself, and nothing is recorded. */
const accessAttempts: Readonly<Record<AccessAct, (frame: ActOnCase) => Promise<Answer>>> = {
  assign: (frame) => acts().assign({ ...frame, officers: ['xb-court/ines-okafor'], reasons: 'So.' }),
  'break-glass': (frame) => acts().breakGlass({ ...frame, version: 0, reasons: 'So.' }),
};

function expectedOfAccess(state: CaseState, act: AccessAct, role: Role): string {
  const closed = readNothing.has(role) || (role === 'provider' && !afterTheCourt.includes(state));
  if (closed) return 'unknown-case';
  if (act === 'break-glass') return 'stale';
  return accessActs.assign.some((each) => each === role) ? 'not-an-officer' : 'no-mandate';
}

const secrecyAttempts: Readonly<Record<SecrecyAct, (frame: ActOnCase) => Promise<Answer>>> = {
  'order-secrecy': (frame) => acts().orderSecrecy({ ...frame, openBy: '2020-01', reason: 'investigation', reasons: 'So.' }), // prettier-ignore
  'open-sealed': (frame) => acts().openSealed(frame),
};

function expectedOfSecrecy(state: CaseState, act: SecrecyAct, role: Role): string {
  if (readNothing.has(role) || (role === 'provider' && !afterTheCourt.includes(state))) return 'unknown-case';
  if (role === 'second-officer') return 'not-assigned';
  if (!secrecyActs[act].some((each) => each === role)) return 'no-mandate';
  return act === 'order-secrecy' ? 'secrecy-month' : 'nothing-sealed';
}

for (const state of Object.keys(walkTo) as CaseState[])
  test(`in a case that is ${state}, each person can do what the table says and nothing else`, async () => {
    const caseId = await walkTo[state]();
    const { version, state: reached } = (await see(people.officer, caseId)).case;
    assert.equal(reached, state);
    let allowed = 0;
    for (const act of everyAct)
      for (const role of roles) {
        const cell = `${act} by ${role}`;
        const frame = async (): Promise<ActOnCase> => ({
          ...(await on(people.officer, caseId)),
          mandate: personOf[role],
        });
        if (roleFor(state, act) === role) {
          const { store: writer, now } = composed().tools;
          assert.ok('subject' in (await admit(act, await frame(), { store: writer, now })), cell);
          allowed += 1;
          continue;
        }
        for (const attempt of attempts[act]) {
          const answer = await attempt(await frame());
          assert.equal(answer.kind === 'refused' && answer.code, expected(state, act, role), cell);
        }
      }
    for (const [act, attempt] of Object.entries(accessAttempts))
      for (const role of roles) {
        const answer = await attempt({ ...(await on(people.officer, caseId)), mandate: personOf[role] });
        assert.equal(answer.kind === 'refused' && answer.code, expectedOfAccess(state, act as AccessAct, role), act);
      }
    for (const [act, attempt] of Object.entries(secrecyAttempts))
      for (const role of roles) {
        const answer = await attempt({ ...(await on(people.officer, caseId)), mandate: personOf[role] });
        assert.equal(answer.kind === 'refused' && answer.code, expectedOfSecrecy(state, act as SecrecyAct, role), act);
      }
    assert.equal((await see(people.officer, caseId)).case.version, version, 'nothing was recorded');
    assert.equal(allowed, everyAct.filter((act) => roleFor(state, act) !== undefined).length);
  });

/** The same person with another mandate, registered as any other. */
async function alsoA(id: string, of: string, change: Partial<Mandate>): Promise<string> {
  const { writer, keyring } = store();
  const first = await writer.mandate(of);
  assert.ok(first);
  const { person, name, role, authority, authorityName, state, validFrom, validUntil } = first;
  const own = { person, name, role, authority, authorityName, state, validFrom, validUntil };
  const mandate: Mandate = { ...own, ...change, id, vkey: encodeVerifierKey(keyring.signer(id).verifier) };
  const { now, random } = composed().tools;
  await writer.registerMandate(mandate, leafForMandate(mandate, now(), random));
  return id;
}

/** The officer who has the case gives it to these officers. */
async function assignTo(caseId: string, officers: readonly string[]): Promise<void> {
  done(await acts().assign({ ...(await on(people.officer, caseId)), officers, reasons: 'Both of them.' }));
}

const isRefusedAs = (answer: Answer, code: string): void =>
  assert.equal(answer.kind === 'refused' ? answer.code : answer.kind, code);
const shownTo = async (mandate: string, caseId: string): Promise<string> => {
  const shown = await acts().proposeOrder({ mandate, caseId });
  return shown.kind === 'shown' ? shown.sha256 : '';
};

test('who answered one question of a case as an officer is no judge of it, and the desk offers it nothing', async () => {
  const officer = await alsoA('xb-central-authority/ines-okafor', people.judge, {
    role: 'case-officer',
    authority: 'xb-central-authority',
    authorityName: 'Central Authority of Bellmark',
  });
  const caseId = await receive();
  await assignTo(caseId, [officer, people.officer]);
  done(await acts().recordFindings({ ...(await on(officer, caseId)), findings: answers().slice(0, 1) }));
  await granted(caseId);
  const shownSha256 = await shownTo(people.officer, caseId);
  isRefusedAs(await acts().authorise({ ...(await on(people.judge, caseId)), shownSha256 }), 'separation');
  isRefusedAs(await acts().refuseAuthorisation({ ...(await on(people.judge, caseId)), reasons: 'So.' }), 'separation');
  assert.deepEqual((await see(people.judge, caseId)).open, []);
});

test('who authorised does not execute: the judge neither produces nor releases under another mandate', async () => {
  const provider = await alsoA('xb-provider/ines-okafor', people.judge, { role: 'provider', authority: 'xb-provider' });
  const officer = 'xb-central-authority/ines-okafor';
  const caseId = await authorised();
  await serve(caseId);
  isRefusedAs(await acts().produce({ ...(await on(provider, caseId)), exhibits: [mailbox] }), 'separation');
  done(await acts().produce({ ...(await on(people.provider, caseId)), exhibits: [mailbox] }));
  await assignTo(caseId, [officer, people.officer]);
  isRefusedAs(await acts().release(await on(officer, caseId)), 'separation');
  done(await acts().release(await on(people.officer, caseId)));
});

test('a provider sees a case from the authorisation on: not when it is granted, not when a court refuses', async () => {
  const sees = async (caseId: string): Promise<boolean> =>
    (await acts().seeCase({ mandate: people.provider, caseId, page: 'test' })).kind === 'seen';
  const lists = async (caseId: string): Promise<boolean> =>
    (await acts().listCases({ mandate: people.provider })).lines.some((line) => line.caseId === caseId);
  const caseId = await granted();
  assert.deepEqual([await sees(caseId), await lists(caseId)], [false, false]);
  const refused = await walkTo['authorisation-refused']();
  assert.deepEqual([await sees(refused), await lists(refused)], [false, false]);
  const ordered = await authorised();
  assert.deepEqual([await sees(ordered), await lists(ordered)], [true, true]);
});
