import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSandbox, type Sandbox } from '../pages/sandbox.ts';
import { mandates, signedIn, type Client } from './client.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(async () => {
  await sandbox.close();
  assert.deepEqual(sandbox.journal, [], 'nothing that should be impossible happened');
});

const nextYear = `${new Date().getUTCFullYear() + 1}-01-01T00:00`;
const send = async (browser: Client, path: string, fields: Record<string, string>): Promise<Response> =>
  browser.post(path, new URLSearchParams({ ...(await browser.hidden(path)), ...fields }));

test('a registrar grants and revokes in the browser, and who was let in does nothing more in the open session', async () => {
  const registrar = await signedIn(sandbox.address, mandates.registrar);
  const path = '/register/mandates/new';
  const wrong = await send(registrar, path, {
    name: '',
    person: 'Nadia Brandt',
    role: 'judge',
    from: 'soon',
    until: '',
  });
  assert.equal(wrong.status, 400);
  const page = await wrong.text();
  for (const field of ['name', 'person', 'role', 'from', 'until']) assert.match(page, new RegExp(`href="#${field}"`));

  const fields = { name: 'Nadia Brandt', person: 'nadia-brandt', role: 'case-officer', from: '', until: nextYear };
  const own = await send(registrar, path, { ...fields, name: 'Henrik Vass', person: 'henrik-vass' });
  assert.equal(own.status, 403);
  assert.equal((await send(registrar, path, fields)).status, 303);

  const officer = await signedIn(sandbox.address, 'xb-central-authority/nadia-brandt');
  assert.doesNotMatch(await (await officer.get('/cases')).text(), /Your mandate has ended/);
  const ending = '/register/mandates/xb-central-authority/nadia-brandt/ending';
  assert.equal((await send(registrar, ending, { reasons: '' })).status, 400);
  assert.equal((await send(registrar, ending, { reasons: 'Left the service.' })).status, 303);
  assert.match(await (await officer.get('/cases')).text(), /Your mandate has ended/);
  const kept = await (await registrar.get('/register')).text();
  assert.match(kept, /Revoked/);
  assert.match(kept, /Left the service\./);
});

test('nobody but a registrar opens the register, and no registrar opens a case', async () => {
  for (const mandate of [mandates.officer, mandates.judge, mandates.overseer, mandates.provider]) {
    const browser = await signedIn(sandbox.address, mandate);
    for (const path of ['/register', '/register/mandates/new', '/register/authorities/new'])
      assert.equal((await browser.get(path)).status, 403, `${path} for ${mandate}`);
  }
  const registrar = await signedIn(sandbox.address, mandates.registrar);
  const cases = await registrar.get('/cases');
  assert.deepEqual([cases.status, cases.headers.get('location')], [303, '/register']);
});

test('an authority is entered with its call-back channel, and an entry is ended with reasons', async () => {
  const registrar = await signedIn(sandbox.address, mandates.registrar);
  const path = '/register/authorities/new';
  const fields = { authority: 'xa-contact-point', name: 'Contact Point of Arvenia', competences: 'emergencies', channel: 'telephone', address: '', vkey: '', until: nextYear }; // prettier-ignore
  assert.match(await (await send(registrar, path, fields)).text(), /href="#address"/);
  const whole = { ...fields, address: '+1 202 555 0111' };
  assert.equal((await send(registrar, path, { ...whole, vkey: 'none+such' })).status, 422);
  assert.equal((await send(registrar, path, whole)).status, 303);
  const page = await (await registrar.get('/register')).text();
  assert.match(page, /\+1 202 555 0111/);
  const ending = /\/register\/authorities\/[0-9a-f-]{36}\/ending/.exec(page.slice(page.indexOf('Contact Point')))?.[0];
  assert.equal((await send(registrar, ending ?? '', { reasons: 'The number changed hands.' })).status, 303);
});
