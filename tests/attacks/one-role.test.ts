import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/acts/answer.ts';
import { leafForMandate } from '../../src/acts/leaf-for.ts';
import type { Mandate } from '../../src/authorisation/mandate.ts';
import { encodeVerifierKey } from '../../src/transparency/note-key.ts';
import { answers, done, mailbox, people, sandbox } from '../stories/sandbox.ts';

const { acts, composed, see, on, receive, granted, authorised, serve, store } = sandbox();

async function refusedByCourt(): Promise<string> {
  const caseId = await granted();
  done(await acts().refuseAuthorisation({ ...(await on(people.judge, caseId)), reasons: 'Too wide.' }));
  return caseId;
}

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
  const refused = await refusedByCourt();
  assert.deepEqual([await sees(refused), await lists(refused)], [false, false]);
  const ordered = await authorised();
  assert.deepEqual([await sees(ordered), await lists(ordered)], [true, true]);
});
