import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readExample, startSandbox, type Sandbox } from '../pages/sandbox.ts';
import { freshRequest, mandates, signedIn } from './client.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(async () => {
  await sandbox.close();
  assert.deepEqual(sandbox.journal, [], 'nothing that should be impossible happened');
});

async function openCase(): Promise<string> {
  const browser = await signedIn(sandbox.address, mandates.requester);
  const document = freshRequest(readExample('requests/clean-phishing.request.json'));
  const fields = new URLSearchParams({ ...(await browser.hidden('/requests/new')), document });
  const answer = await browser.post('/requests/new', fields);
  return new URL(answer.headers.get('location') ?? '', sandbox.address).pathname;
}

test('who does not have a case is led to its line, and the page says nothing of what is in it', async () => {
  const path = await openCase();
  const second = await signedIn(sandbox.address, mandates.secondOfficer);
  const closed = await second.get(path);
  assert.deepEqual([closed.status, closed.headers.get('location')], [303, `${path}/glass`]);
  const page = await (await second.get(`${path}/glass`)).text();
  assert.match(page, /This case is not assigned to you/);
  assert.match(page, /Vera Lindqvist/);
  assert.doesNotMatch(page, /phish/i, 'the request stays closed');
  assert.equal((await second.get(`${path}/decision`)).status, 403);
  assert.match(await (await second.get('/cases')).text(), /Not assigned to you/);
});

test('the glass is not broken without a reason, nor by a form from elsewhere; broken, it shows in the authority alone', async () => {
  const path = await openCase();
  const second = await signedIn(sandbox.address, mandates.secondOfficer);
  const hidden = await second.hidden(`${path}/glass`);
  const send = (reasons: string, headers = {}): Promise<Response> =>
    second.post(`${path}/glass`, new URLSearchParams({ ...hidden, reasons }), headers);
  for (const reasons of ['', '   ', 'turned \u202e round']) {
    const answer = await send(reasons);
    assert.equal(answer.status, 400, JSON.stringify(reasons));
    assert.match(await answer.text(), /href="#reasons"/);
  }
  assert.equal((await send('So.', { origin: 'https://elsewhere.example' })).status, 403);
  assert.equal((await second.get(path)).status, 303, 'still closed');

  assert.equal((await send('Vera is ill and the period ends today.')).status, 303);
  const open = await (await second.get(path)).text();
  assert.match(open, /You broke the glass/);
  assert.match(open, /Vera is ill/);
  const asking = await signedIn(sandbox.address, mandates.requester);
  assert.doesNotMatch(await (await asking.get(path)).text(), /Vera is ill|who does not have it/);
});

test('a case is given to a second officer with reasons; without an officer who can act it is not', async () => {
  const path = await openCase();
  const officer = await signedIn(sandbox.address, mandates.officer);
  const give = async (officers: readonly string[], reasons: string): Promise<Response> => {
    const fields = new URLSearchParams({ ...(await officer.hidden(`${path}/assignment`)), reasons });
    for (const each of officers) fields.append('officers', each);
    return officer.post(`${path}/assignment`, fields);
  };
  assert.equal((await give([], '')).status, 400);
  assert.equal((await give([mandates.secondOfficer], 'Alone.')).status, 422);
  assert.equal((await give([mandates.judge, mandates.officer], 'A judge.')).status, 422);
  assert.equal((await give([mandates.officer, mandates.secondOfficer], 'Both of us.')).status, 303);
  const second = await signedIn(sandbox.address, mandates.secondOfficer);
  assert.match(await (await second.get(path)).text(), /Both of us/);
});

test('the overseer and the data-protection officer see who read which case when and why; nobody else does', async () => {
  const path = await openCase();
  const id = path.split('/').at(-1) ?? '';
  const second = await signedIn(sandbox.address, mandates.secondOfficer);
  const reasons = 'Vera is ill.';
  await second.post(`${path}/glass`, new URLSearchParams({ ...(await second.hidden(`${path}/glass`)), reasons }));
  await second.get(path);
  for (const mandate of [mandates.overseer, mandates.dataProtection]) {
    const watcher = await signedIn(sandbox.address, mandate);
    const page = await (await watcher.get(`/oversight/readings?case=${id}&glass=yes`)).text();
    assert.match(page, /Mats Ekberg/);
    assert.match(page, /Glass broken/);
    assert.doesNotMatch(page, /phish/i);
    const none = await (await watcher.get(`/oversight/readings?case=${id}&person=Henrik`)).text();
    assert.match(none, /No reading fits/);
  }
  for (const mandate of [mandates.officer, mandates.judge, mandates.registrar, mandates.provider])
    assert.equal((await (await signedIn(sandbox.address, mandate)).get('/oversight/readings')).status, 403);
  const dataProtection = await signedIn(sandbox.address, mandates.dataProtection);
  assert.equal((await dataProtection.get(path)).status, 404, 'never the contents');
});
