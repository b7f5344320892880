import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { limits } from '../../src/limits.ts';
import { client, type Client } from '../web/client.ts';
import { authenticator, type Authenticator, type Bend } from './authenticator.ts';
import { startOffice, type Running } from './office.ts';

let office: Running;
before(async () => {
  office = await startOffice();
});
after(() => office.close());

const registrar = {
  court: 'xb-court/rita-first',
  second: 'xb-court/omar-second',
  centre: 'xb-central-authority/ada-first',
};
const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields);
const optionsOf = (page: string): { challenge: string } =>
  JSON.parse((/data-options="([^"]*)"/.exec(page)?.[1] ?? '{}').replaceAll('&quot;', '"').replaceAll('&#34;', '"')) as { challenge: string }; // prettier-ignore

async function invited(person: string, mandate: string): Promise<string> {
  const answer = await office.composed.acts.invitePerson({ mandate, person });
  if (answer.kind === 'refused') throw new Error(answer.code);
  return answer.code;
}

/** Types the code and registers a passkey as a browser would. */
async function joined(code: string, bend?: Bend): Promise<{ key: Authenticator; answer: Response }> {
  const browser = client(office.address);
  const key = authenticator(office.place);
  const page = await (await browser.post('/join', form({ code }))).text();
  const passkey = JSON.stringify(key.attest(optionsOf(page).challenge, bend));
  return { key, answer: await browser.post('/join/passkey', form({ code, name: 'Desk', passkey })) };
}

async function signIn(key: Authenticator, browser: Client = client(office.address), bend?: Bend): Promise<{ browser: Client; answer: Response }> {
  const page = await (await browser.get('/sign-in')).text();
  const passkey = JSON.stringify(key.answer(optionsOf(page).challenge, bend));
  return { browser, answer: await browser.post('/sign-in', form({ passkey })) };
} // prettier-ignore

const csrfOf = async (browser: Client): Promise<string> =>
  /name="csrf" value="([^"]+)"/.exec(await (await browser.get('/account')).text())?.[1] ?? '';

void suite('an installation that is no sandbox', () => {
  test('lets nobody in with one click, takes no bearer token, and does not call itself a sandbox', async () => {
    const browser = client(office.address);
    const page = await (await browser.get('/sign-in')).text();
    assert.ok(!page.includes('p-sandbox') && !page.includes('name="mandate"'));
    assert.equal((await browser.post('/sign-in', form({ mandate: registrar.court }))).status, 403);
    assert.equal(browser.cookie().startsWith('proviso-session='), false);
    const judge = (await office.store.writer.mandates()).find(({ role }) => role === 'judge');
    assert.ok(judge);
    const { token } = await office.store.sessions.create({ person: judge.person, mandate: judge.id, method: 'passkey', client: '' }, new Date().toISOString()); // prettier-ignore
    const answer = await fetch(`${office.address}/api/cases`, { headers: { Authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 401);
  });

  test('holds no key with which a judge could be made to sign', () => {
    assert.equal('courtSigner' in office.composed.tools, false);
  });

  test('runs a script only on pages that ask for a passkey, and only our own file', async () => {
    for (const [path, scripts] of [
      ['/sign-in', true],
      ['/', false],
      ['/join', false],
    ] as const) {
      // prettier-ignore
      const answer = await fetch(`${office.address}${path}`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.equal(policy.includes("script-src 'self'"), scripts, path);
      assert.ok(!policy.includes('unsafe') && (await answer.text()).includes('<script') === scripts, path);
    }
  });
});

void suite('an invitation', () => {
  test('registers one passkey, once; then its person signs in', async () => {
    const code = await invited('ines-okafor', registrar.court);
    const size = (await office.composed.log.head()).size;
    const { key, answer } = await joined(code);
    assert.equal(answer.status, 200);
    assert.equal((await office.composed.log.head()).size, size + 1, 'the key has its leaf');
    const again = await joined(code).catch(() => undefined);
    assert.notEqual(again?.answer.status, 200);
    const { browser, answer: entered } = await signIn(key);
    assert.equal(entered.status, 303);
    assert.match(await (await browser.get('/account')).text(), /Ines Okafor/);
    assert.equal((await office.composed.acts.invitePerson({ mandate: registrar.court, person: 'ines-okafor' })).kind, 'refused'); // prettier-ignore
  });

  test('of another authority, of oneself, mistyped or expired opens nothing', async () => {
    const { acts } = office.composed;
    for (const [mandate, person] of [
      [registrar.centre, 'tomas-rey'],
      [registrar.court, 'rita-first'],
      ['xb-court/ines-okafor', 'rita-first'],
    ] as const)
      // prettier-ignore
      assert.equal((await acts.invitePerson({ mandate, person })).kind, 'refused', person);
    const code = await invited('vera-lindqvist', registrar.centre);
    const browser = client(office.address);
    assert.equal((await browser.post('/join', form({ code: `${code}A` }))).status, 403);
    office.setClock(new Date(Date.now() + (limits.invitationSeconds + 5) * 1000).toISOString());
    assert.equal((await browser.post('/join', form({ code }))).status, 403);
    office.setClock(undefined);
    assert.equal((await browser.post('/join', form({ code: code.toLowerCase().replaceAll('-', ' ') }))).status, 200);
    assert.ok(office.journal.includes('a code that opens nothing was typed'));
  });

  test('is not answered by a passkey of another place, without its person, or with another challenge', async () => {
    const code = await invited('omar-second', registrar.court);
    for (const bend of [
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { flags: 0x41 },
      { type: 'webauthn.get' },
    ])
      // prettier-ignore
      assert.equal((await joined(code, bend)).answer.status, 400, JSON.stringify(bend));
    const key = authenticator(office.place);
    const foreign = JSON.stringify(key.attest(randomBytes(56).toString('base64url')));
    assert.equal((await client(office.address).post('/join/passkey', form({ code, name: 'x', passkey: foreign }))).status, 400); // prettier-ignore
    assert.equal((await joined(code)).answer.status, 200);
  });
});

void suite('a sign-in', () => {
  const known = new Map<string, Authenticator>();
  before(async () => {
    for (const [person, mandate] of [
      ['tomas-rey', undefined],
      ['amara-nwosu', undefined],
      ['rita-first', registrar.second],
    ] as const) {
      // prettier-ignore
      const code = mandate === undefined ? undefined : await invited(person, mandate);
      if (code !== undefined) known.set(person, (await joined(code)).key);
    }
  });

  test('with a replayed answer, an old challenge, another site or an unknown key lets nobody in', async () => {
    const key = known.get('rita-first');
    assert.ok(key);
    const browser = client(office.address);
    const page = await (await browser.get('/sign-in')).text();
    const passkey = JSON.stringify(key.answer(optionsOf(page).challenge));
    assert.equal((await browser.post('/sign-in', form({ passkey }))).status, 303);
    assert.equal((await client(office.address).post('/sign-in', form({ passkey }))).status, 403, 'replayed');
    for (const bend of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { flags: 0x01 }])
      assert.equal((await signIn(key, client(office.address), bend)).answer.status, 403, JSON.stringify(bend));
    assert.equal((await signIn(authenticator(office.place))).answer.status, 403, 'unknown key');
    office.setClock(new Date(Date.now() - 2 * limits.challengeSeconds * 1000).toISOString());
    const old = optionsOf(await (await client(office.address).get('/sign-in')).text()).challenge;
    office.setClock(undefined);
    const late = JSON.stringify(key.answer(old));
    assert.equal((await client(office.address).post('/sign-in', form({ passkey: late }))).status, 403, 'late');
    const foreign = await browser.post('/sign-in', form({ passkey: late }), { origin: 'https://evil.example' });
    assert.equal(foreign.status, 403);
    assert.ok(office.journal.includes('a sign-in by passkey failed'));
  });

  test('never takes over a session that the browser brought: its token is made anew (session fixation)', async () => {
    const key = known.get('rita-first');
    assert.ok(key);
    const { browser } = await signIn(key);
    const before = browser.cookie();
    const { browser: same } = await signIn(key, browser);
    assert.notEqual(same.cookie(), before);
    assert.equal((await fetch(`${office.address}/account`, { headers: { cookie: before }, redirect: 'manual' })).status, 303); // prettier-ignore
    const planted = { cookie: 'proviso-session=planted-by-somebody-else' };
    const page = await (await fetch(`${office.address}/sign-in`, { headers: planted })).text();
    const answer = await fetch(`${office.address}/sign-in`, { method: 'POST', redirect: 'manual', headers: { ...planted, origin: office.address }, body: form({ passkey: JSON.stringify(key.answer(optionsOf(page).challenge)) }) }); // prettier-ignore
    assert.match(answer.headers.get('set-cookie') ?? '', /^proviso-session=(?!planted)[A-Za-z0-9_-]{43};.*HttpOnly; SameSite=Strict/); // prettier-ignore
  });

  test('ends everywhere at once, or after an hour without use, and after twelve hours in any case', async () => {
    const key = known.get('rita-first');
    assert.ok(key);
    const [one, other] = [(await signIn(key)).browser, (await signIn(key)).browser];
    const isIn = async (browser: Client): Promise<boolean> => (await browser.get('/account')).status === 200;
    assert.equal((await one.post('/account/sessions', form({ csrf: await csrfOf(one), all: '1' }))).status, 303);
    assert.deepEqual([await isIn(one), await isIn(other)], [false, false]);
    const { browser } = await signIn(key);
    const start = Date.now();
    office.setClock(new Date(start + (limits.sessionIdleSeconds - 60) * 1000).toISOString());
    assert.equal(await isIn(browser), true);
    office.setClock(new Date(start + (2 * limits.sessionIdleSeconds - 30) * 1000).toISOString());
    assert.equal(await isIn(browser), false, 'idle');
    office.setClock(undefined);
    const { browser: busy } = await signIn(key);
    for (let at = start; at < start + (limits.sessionSeconds + 60) * 1000; at += 1800_000) {
      office.setClock(new Date(at).toISOString());
      await isIn(busy);
    }
    office.setClock(new Date(start + (limits.sessionSeconds + 60) * 1000).toISOString());
    assert.equal(await isIn(busy), false, 'absolute');
    office.setClock(undefined);
  });

  test('that fails too often is refused for a while, for this account only', async () => {
    const key = known.get('rita-first');
    assert.ok(key);
    // A window of its own, far from what the other tests did.
    const later = Date.now() + 10 * 86_400_000;
    office.setClock(new Date(later).toISOString());
    for (let failure = 0; failure < limits.signInFailuresPerAccount; failure++)
      assert.equal((await signIn(key, client(office.address), { flags: 0x01 })).answer.status, 403);
    assert.equal((await signIn(key)).answer.status, 429, 'the right answer too');
    office.setClock(new Date(later + limits.signInWindowSeconds * 1000).toISOString());
    assert.equal((await signIn(key)).answer.status, 303);
    office.setClock(undefined);
  });
});

void suite('a recovery', () => {
  test('takes two registrars; each knows half a code; what the person had ends, and all are told', async () => {
    const { acts } = office.composed;
    const person = 'ines-okafor';
    const reasons = 'Telephone lost in a river.';
    const first = await acts.askRecovery({ mandate: registrar.court, person, reasons });
    assert.ok(first.kind === 'invited');
    const [asked] = await office.store.identities.recoveries('xb-court');
    assert.ok(asked);
    const same = await acts.approveRecovery({ mandate: registrar.court, recovery: asked.id });
    assert.equal(same.kind === 'refused' && same.code, 'separation');
    const stranger = await acts.approveRecovery({ mandate: registrar.centre, recovery: asked.id });
    assert.equal(stranger.kind, 'refused');
    assert.ok(
      (await office.store.writer.keysOf(person)).some(({ endedAt }) => endedAt === undefined),
      'nothing yet',
    );
    const size = (await office.composed.log.head()).size;
    const second = await acts.approveRecovery({ mandate: registrar.second, recovery: asked.id });
    assert.ok(second.kind === 'invited');
    assert.equal((await office.composed.log.head()).size, size + 1);
    assert.equal((await acts.approveRecovery({ mandate: registrar.second, recovery: asked.id })).kind, 'refused', 'twice'); // prettier-ignore
    assert.ok((await office.store.writer.keysOf(person)).every(({ endedAt }) => endedAt !== undefined));
    const browser = client(office.address);
    for (const half of [first.code, second.code, `${second.code}${first.code}`])
      assert.equal((await browser.post('/join', form({ code: half }))).status, 403);
    const { key, answer } = await joined(`${first.code} ${second.code}`);
    assert.equal(answer.status, 200);
    assert.equal((await signIn(key)).answer.status, 303);
    const kinds = (await office.store.identities.events(person)).map(({ kind }) => kind);
    for (const kind of ['recovery-asked', 'recovery-approved'] as const) assert.ok(kinds.includes(kind), kind);
  });
});
