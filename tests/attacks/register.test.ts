import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { EnterAuthority } from '../../src/acts/enter-authority.ts';
import type { GrantMandate } from '../../src/acts/grant-mandate.ts';
import { callBackEntry, type EnteredAuthority } from '../../src/standing/authority.ts';
import { parseLeaf } from '../../src/transparency/leaf.ts';
import { people, sandbox } from '../stories/sandbox.ts';

const { acts, receive, store, setClock } = sandbox();

type Said = { kind: string; code?: string };
const isRefusedAs = (answer: Said, code: string): void =>
  assert.equal(answer.kind === 'refused' ? answer.code : answer.kind, code);
const clock = '2026-03-02T09:00:00.000Z';

let count = 0;
const grant = (change: Partial<GrantMandate> = {}): ReturnType<ReturnType<typeof acts>['grantMandate']> => {
  count += 1;
  const person = `nadia-brandt-${count}`;
  return acts().grantMandate({
    actId: randomUUID(),
    mandate: people.registrar,
    person,
    name: `Nadia Brandt ${count}`,
    role: 'second-officer',
    validUntil: '2027-03-02T09:00:00.000Z',
    ...change,
  });
};
const granted = async (change: Partial<GrantMandate> = {}): Promise<string> => {
  const answer = await grant(change);
  if (answer.kind === 'refused') throw new Error(answer.code);
  return answer.value.mandate;
};
const revoke = (revoked: string, mandate: string = people.registrar): Promise<Said> =>
  acts().revokeMandate({ actId: randomUUID(), mandate, revoked, reasons: 'Left the service.' });

test('a mandate says who granted it, begins no earlier than now, and its leaf stands in the log', async () => {
  const id = await granted({ validFrom: '2020-01-01T00:00:00.000Z' });
  const mandate = await store().writer.mandate(id);
  assert.equal(mandate?.grantedBy, people.registrar);
  assert.equal(mandate.validFrom, clock, 'nobody could do yesterday what was granted today');
  const leaf = await store().writer.leaf(mandate.leafIndex);
  assert.equal(parseLeaf(leaf?.bytes ?? new Uint8Array()).kind, 'register');
});

test('nobody grants themselves, under any identifier of theirs', async () => {
  isRefusedAs(await grant({ person: 'henrik-vass', name: 'Henrik Vass', role: 'case-officer' }), 'own-mandate');
});

test('one identifier is one person: a colleague’s is not given to another name', async () => {
  isRefusedAs(await grant({ person: 'vera-lindqvist', name: 'Somebody Else' }), 'known-person');
});

test('a central authority makes no judges, prosecutors, overseers or providers', async () => {
  for (const role of [
    'judge',
    'prosecutor',
    'overseer',
    'provider',
    'data-protection-officer',
    'person-concerned',
  ] as const)
    isRefusedAs(await grant({ role }), 'other-authority');
});

test('only a registrar keeps a register, and only that of the own authority', async () => {
  const others = Object.values(people).filter((id) => id !== people.registrar);
  for (const mandate of others) isRefusedAs(await grant({ mandate }), 'no-mandate');
  isRefusedAs(await revoke(people.judge), 'not-in-register');
  isRefusedAs(await revoke(people.officer, 'xa-central-authority/oduya-karim'), 'not-in-register');
  for (const mandate of others) isRefusedAs(await revoke(people.secondOfficer, mandate), 'no-mandate');
});

test('a mandate without an end, with an end before its beginning or too far away is not granted', async () => {
  for (const validUntil of ['2026-03-02T09:00:00.000Z', '2026-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'])
    isRefusedAs(await grant({ validUntil }), 'mandate-dates');
});

test('a revoked mandate does nothing from that instant on, and stays in the register to be read', async () => {
  const caseId = await receive();
  const id = await granted({ role: 'case-officer' });
  const [person, name] = [id.split('/')[1] ?? '', `Nadia Brandt ${count}`];
  assert.equal((await acts().seeLine({ mandate: id, caseId })).kind, 'line');
  isRefusedAs(await revoke(id), 'done');
  isRefusedAs(await acts().seeLine({ mandate: id, caseId }), 'no-mandate');
  isRefusedAs(await acts().seeCase({ mandate: id, caseId, page: 'test' }), 'no-mandate');
  assert.deepEqual((await acts().listCases({ mandate: id })).lines, []);
  isRefusedAs(await revoke(id), 'has-ended');
  assert.equal((await store().writer.mandate(id))?.revokedAt, clock);
  const view = await acts().seeRegister({ mandate: people.registrar });
  assert.ok(view.kind === 'register' && view.mandates.some((mandate) => mandate.id === id));
  assert.equal(await granted({ role: 'case-officer', person, name }), `${id}.2`, 'the same person, a new mandate');
});

test('an expired mandate keeps no register, and the last registrar stays', async () => {
  isRefusedAs(await revoke(people.registrar), 'last-registrar');
  setClock('2036-01-01T00:00:00.000Z');
  isRefusedAs(await grant(), 'no-mandate');
  setClock(clock);
});

test('the same form twice grants once; the same id with another content is a conflict', async () => {
  const actId = randomUUID();
  const same = { actId, person: 'once-only', name: 'Once Only' };
  const [one, other] = await Promise.all([grant(same), grant(same)]);
  assert.deepEqual(one, other);
  isRefusedAs(await grant({ ...same, role: 'case-officer' }), 'conflict');
});

const entry: EnterAuthority['entry'] = {
  authority: 'xa-contact-point',
  name: 'Contact Point of Arvenia',
  state: 'XA',
  competences: ['requests', 'emergencies'],
  callBack: { channel: 'telephone', address: '+1 202 555 0111' },
  validUntil: '2027-03-02T09:00:00.000Z',
};
const enter = (change: Partial<EnterAuthority['entry']> = {}): Promise<Said> =>
  acts().enterAuthority({ actId: randomUUID(), mandate: people.registrar, entry: { ...entry, ...change } });

test('no authority vouches for itself, and none is entered under another State or a kind that does not exist', async () => {
  isRefusedAs(await enter({ authority: 'xb-central-authority', state: 'XB' }), 'own-mandate');
  isRefusedAs(await enter({ state: 'XC' }), 'other-authority');
  isRefusedAs(await enter({ authority: 'xa-ministry' }), 'other-authority');
  isRefusedAs(await enter({ vkey: 'not+a+key' }), 'not-a-key');
});

const without = (field: 'vkey' | 'callBack', entered: EnteredAuthority): EnteredAuthority =>
  Object.fromEntries(Object.entries(entered).filter(([name]) => name !== field)) as EnteredAuthority;

test('an entry that was ended, or made after the request came, calls nobody back', async () => {
  const known = await store().writer.authorities('xb-central-authority');
  const whenAt = (receivedAt: string, at: string) => ({ receivedAt, at });
  const [first] = known;
  assert.ok(first);
  const found = callBackEntry(known, 'xa-central-authority', whenAt(clock, clock));
  assert.ok(typeof found === 'object' && found.callBack.address === first.callBack?.address);

  const swapped = { ...first, id: randomUUID(), enteredAt: '2026-03-02T10:00:00.000Z', callBack: { channel: 'telephone', address: '+1 202 555 0199' } } as const; // prettier-ignore
  const after = callBackEntry([...known, swapped], 'xa-central-authority', whenAt(clock, '2026-03-02T11:00:00.000Z'));
  assert.ok(typeof after === 'object' && after.callBack.address === found.callBack.address, 'the number from before');
  assert.equal(callBackEntry([swapped], 'xa-central-authority', whenAt(clock, '2026-03-02T11:00:00.000Z')), 'entered-afterwards'); // prettier-ignore
  assert.equal(callBackEntry(known, 'xa-contact-point', whenAt(clock, clock)), 'not-registered');
  const keyless = without('vkey', first);
  assert.equal(callBackEntry([keyless], 'xa-central-authority', whenAt(clock, clock)), 'no-key');
  const silent = without('callBack', first);
  assert.equal(callBackEntry([silent], 'xa-central-authority', whenAt(clock, clock)), 'no-channel');
  const ended = { ...first, endedAt: '2026-03-02T08:00:00.000Z' };
  assert.equal(callBackEntry([ended], 'xa-central-authority', whenAt(clock, clock)), 'not-registered');
});
