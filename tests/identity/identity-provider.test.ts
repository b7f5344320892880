import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, suite, test } from 'node:test';
import { allowInsecureRequests } from 'openid-client';
import { openIdentityProvider, type IdentityProvider } from '../../src/web/identity/identity-provider.ts';
import { paths } from '../../src/web/paths.ts';
import { startOffice, type Running } from './office.ts';

/** Signing in through somebody else's identity provider: a real one, as its own process. */
let office: Running;
let child: ChildProcess;
let issuer = '';
const registrar = 'xb-central-authority/ada-first';

async function startProvider(origin: string): Promise<IdentityProvider> {
  const redirectUri = `${origin}${paths.providerCallback}`;
  child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'provider.js'), redirectUri], { stdio: ['ignore', 'pipe', 'ignore'] }); // prettier-ignore
  assert.ok(child.stdout);
  for await (const line of createInterface({ input: child.stdout })) {
    issuer = line;
    break;
  }
  const settings = { issuer, clientId: 'desk', clientSecret: 'loopback-only', redirectUri };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a provider on loopback speaks no TLS; the product never calls it
  return openIdentityProvider(settings, allowInsecureRequests);
}

before(async () => {
  office = await startOffice(startProvider);
  const { acts } = office.composed;
  const bound = await acts.bindSubject({ mandate: registrar, person: 'vera-lindqvist', issuer, subject: 'vera' });
  assert.equal(bound.kind, 'bound');
});
after(async () => {
  child.kill('SIGTERM');
  await office.close();
});

/** A browser's cookies, by host name and port, as both sites set them. */
function jar(): (url: string, init?: RequestInit) => Promise<Response> {
  const cookies = new Map<string, Map<string, string>>();
  return async (url, init = {}) => {
    const { host } = new URL(url);
    const own = cookies.get(host) ?? new Map<string, string>();
    cookies.set(host, own);
    const headers = new Headers(init.headers);
    headers.set('cookie', [...own].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      own.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
}

type Browse = ReturnType<typeof jar>;

/** From our button to the address to which the provider sends the browser back. */
async function throughProvider(browse: Browse, login: string): Promise<string> {
  const begun = await browse(`${office.address}${paths.providerSignIn}`);
  let url = begun.headers.get('location') ?? '';
  assert.ok(url.startsWith(issuer));
  for (let step = 0; step < 12 && !url.startsWith(office.address); step++) {
    const answer = await browse(url);
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = await browse(new URL(action, url).href, { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'x' }) }); // prettier-ignore
    url = new URL(sent.headers.get('location') ?? '', url).href;
  }
  return url;
}

void suite('through the identity provider', () => {
  test('whom a registrar bound to the provider’s subject is let in, under a mandate of their own', async () => {
    const browse = jar();
    const back = await throughProvider(browse, 'vera');
    assert.ok(back.startsWith(`${office.address}${paths.providerCallback}?code=`), back);
    const entered = await browse(back);
    assert.equal(entered.status, 200);
    assert.match(entered.headers.get('refresh') ?? '', /url=\/cases/);
    assert.match(await (await browse(`${office.address}/account`)).text(), /Vera Lindqvist/);
    const replayed = await browse(back);
    assert.equal(replayed.status, 403, 'the same answer again');
  });

  test('who is known to the provider and bound to nobody is not, nor whoever brings another’s answer', async () => {
    const stranger = jar();
    assert.equal((await stranger(await throughProvider(stranger, 'mallory'))).status, 403);
    const [victim, thief] = [jar(), jar()];
    const back = await throughProvider(victim, 'vera');
    assert.equal((await thief(back)).status, 403, 'without the browser that began');
    await throughProvider(thief, 'mallory');
    assert.equal((await thief(back)).status, 403, 'with another sign-in under way (state)');
    const bent = new URL(await throughProvider(victim, 'vera'));
    bent.searchParams.set('state', 'another');
    assert.equal((await victim(bent.href)).status, 403);
    const failed = office.journal.filter((line) => line.includes('sign-in through'));
    assert.deepEqual([failed.length > 0, office.journal.filter((line) => !failed.includes(line))], [true, []]);
  });

  test('one registrar binds somebody once, in their own authority, and never themselves', async () => {
    const { acts } = office.composed;
    const tries = [
      { mandate: registrar, person: 'vera-lindqvist', issuer, subject: 'ada' },
      { mandate: registrar, person: 'ada-first', issuer, subject: 'ada' },
      { mandate: registrar, person: 'ines-okafor', issuer, subject: 'ada' },
      { mandate: 'xb-court/ines-okafor', person: 'rita-first', issuer, subject: 'ada' },
    ];
    for (const given of tries) assert.equal((await acts.bindSubject(given)).kind, 'refused', given.person);
    assert.equal((await acts.invitePerson({ mandate: registrar, person: 'vera-lindqvist' })).kind, 'refused');
  });
});
