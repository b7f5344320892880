import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { client, freshRequest, mandates, signedIn, type Client } from './client.ts';
import { readExample, startSandbox, type Sandbox } from '../pages/sandbox.ts';

let sandbox: Sandbox;
let requester: Client;
let officer: Client;
/** The ids of the cases, by what is particular about them. */
const ids = { clean: '', preservation: '', unread: '' };

const clean = readExample('requests/clean-phishing.request.json');

async function send(change: (request: Record<string, unknown>) => void = () => undefined): Promise<string> {
  const request = JSON.parse(freshRequest(clean)) as Record<string, unknown>;
  change(request);
  const hidden = await requester.hidden('/requests/new');
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...hidden, document: JSON.stringify(request) })) body.set(name, value);
  const answer = await requester.post('/requests/new', body);
  const place = answer.headers.get('location') ?? '';
  assert.equal(answer.status, 303, place);
  return place.split('/')[2]?.split('?')[0] ?? '';
}

before(async () => {
  sandbox = await startSandbox();
  requester = await signedIn(sandbox.address, mandates.requester);
  officer = await signedIn(sandbox.address, mandates.officer);
  ids.clean = await send();
  ids.preservation = await send((request) => {
    request['measure'] = 'preservation';
    request['legalAuthorisation'] = undefined;
  });
  ids.unread = await send((request) => {
    (request['proceeding'] as Record<string, unknown>)['subject'] = 'Zwölf Boxkämpfer jagen Eva';
  });
});
after(() => sandbox.close());

const text = async (answer: Promise<Response> | Response): Promise<string> => (await answer).text();
const listed = (page: string): string[] =>
  [...page.matchAll(/href="\/cases\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id);
const csrf = async (browser: Client): Promise<string> => (await browser.hidden('/cases', '/search'))['csrf'] ?? '';
const search = async (browser: Client, words: string, more: Record<string, string> = {}): Promise<Response> =>
  browser.post('/search', new URLSearchParams({ csrf: await csrf(browser), words, ...more }));

suite('my work', () => {
  test('the most urgent case comes first, and says why', async () => {
    const page = await text(officer.get('/cases?show=mine'));
    const order = listed(page);
    assert.equal(order.length, 3);
    assert.equal(order[0], ids.preservation, 'data to be preserved at once come first');
    assert.match(page, /data to be preserved at once/);
    assert.match(page, /Urgency \d of 9/);
    assert.match(page, /Due/);
  });

  test('what waits for somebody else is not my work, and is in the list of all cases', async () => {
    assert.deepEqual(listed(await text(requester.get('/cases?show=mine'))), []);
    assert.equal(listed(await text(requester.get('/cases?show=all'))).length, 3);
  });

  test('nothing that can be decided is offered in a list', async () => {
    for (const page of [await text(officer.get('/cases')), await text(officer.get('/cases?show=mine'))]) {
      assert.doesNotMatch(page.slice(page.indexOf('<table')), /type="checkbox"/);
    }
  });
});

suite('filters', () => {
  test('a filter shows what it names and nothing else', async () => {
    assert.deepEqual(listed(await text(officer.get('/cases?show=all&measure=preservation'))), [ids.preservation]);
    assert.equal(listed(await text(officer.get('/cases?show=all&state=received'))).length, 3);
    assert.deepEqual(listed(await text(officer.get('/cases?show=all&state=collected'))), []);
    assert.equal(listed(await text(officer.get('/cases?show=all&with=XA'))).length, 3);
    assert.deepEqual(listed(await text(officer.get('/cases?show=all&with=FR'))), []);
    assert.deepEqual(listed(await text(officer.get('/cases?show=overdue'))), []);
  });

  test('a value that is none, or an invented place, is as if it were not there', async () => {
    for (const query of [
      'state=invented',
      'measure=%27%3B--',
      'with=x',
      'after=1~2',
      `after=${'9'.repeat(300)}`,
      'after=2026-99-99T00:00:00.000Z~x',
    ]) {
      const answer = await officer.get(`/cases?show=all&${query}`);
      assert.equal(answer.status, 200, query);
      assert.equal(listed(await answer.text()).length, 3, query);
    }
    assert.deepEqual(sandbox.journal, []);
  });

  test('a filter is kept under a name, for one person alone, and removed again', async () => {
    const fields = {
      csrf: await csrf(officer),
      query: 'show=all&measure=preservation&words=secret&state=none',
      name: '<b>Mine</b>',
    };
    const kept = await officer.post('/lists', new URLSearchParams(fields));
    assert.equal(kept.headers.get('location'), '/cases?show=all&measure=preservation');
    const page = await text(officer.get('/cases'));
    assert.match(page, /href="\/cases\?show=all&amp;measure=preservation"[^>]*>&lt;b&gt;Mine&lt;\/b&gt;/);
    assert.doesNotMatch(page, /secret/);
    assert.doesNotMatch(await text(requester.get('/cases')), /Mine/);
    await officer.post('/lists/removal', new URLSearchParams({ csrf: fields.csrf, name: fields.name }));
    assert.doesNotMatch(await text(officer.get('/cases')), /Mine/);
  });

  test('a name that is none, and more lists than may be kept, are said', async () => {
    const token = await csrf(officer);
    const keep = (name: string): Promise<Response> =>
      officer.post('/lists', new URLSearchParams({ csrf: token, query: 'show=all&state=received', name }));
    for (const name of ['', 'x'.repeat(61), 'a\u202Eb']) {
      const answer = await keep(name);
      assert.equal(answer.status, 400);
      assert.match(await answer.text(), /href="#name"/);
    }
    for (let number = 1; number <= 20; number++) assert.equal((await keep(`list ${number}`)).status, 303);
    assert.equal((await keep('list 7')).status, 303, 'the same name again');
    assert.equal((await keep('one more')).status, 400);
  });
});

suite('search', () => {
  test('a case is found by its words, without their accents, by their beginning, by a phrase, not by what it lacks', async () => {
    for (const words of ['boxkampfer', 'BOXKÄMPFER', 'zwolf', 'boxk', '"jagen Eva"', `Eva -invented`, ids.unread])
      assert.deepEqual(listed(await text(search(officer, words))), [ids.unread], words);
    for (const words of [
      '"Eva jagen"',
      'nowhere',
      'Eva -jagen',
      '"',
      '-',
      `';drop table case_line;--`,
      '\\',
      "zz' yy:* & |",
      '😀',
    ])
      assert.deepEqual(listed(await text(search(officer, words))), [], words);
    assert.deepEqual(sandbox.journal, []);
  });

  test('what one may not read is not found either', async () => {
    const hidden = await officer.hidden(`/cases/${ids.clean}/findings`);
    const page = await text(officer.get(`/cases/${ids.clean}/findings`));
    const field = /name="(answer-[^"]+|value-[^"]+|[^"]*necessity[^"]*)"/.exec(page)?.[1] ?? '';
    assert.notEqual(field, '', 'a question of necessity');
    const reasons = field.replace(/^(answer|value)/, 'reasons');
    const sent = new URLSearchParams({ ...hidden, [field]: 'true', [reasons]: 'Quokka weighed this' });
    assert.equal((await officer.post(`/cases/${ids.clean}/findings`, sent)).status, 303);
    assert.deepEqual(listed(await text(search(officer, 'quokka'))), [ids.clean]);
    assert.deepEqual(
      listed(await text(search(requester, 'quokka'))),
      [],
      'what was found is not the asking State’s to read',
    );
    const provider = await signedIn(sandbox.address, mandates.provider);
    assert.deepEqual(listed(await text(search(provider, 'Eva'))), [], 'no court has authorised anything');
  });

  test('what is searched for stands in no address, and a search from elsewhere is not made', async () => {
    const page = await text(search(officer, 'Boxkämpfer'));
    const addresses = [...page.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address = '']) => address);
    assert.deepEqual(
      addresses.filter((address) => /boxk/i.test(decodeURIComponent(address))),
      [],
    );
    const foreign = await officer.post('/search', new URLSearchParams({ csrf: await csrf(officer), words: 'Eva' }), {
      origin: 'https://elsewhere.example',
    });
    assert.equal(foreign.status, 403);
    assert.equal((await officer.post('/search', new URLSearchParams({ words: 'Eva' }))).status, 403);
    assert.equal((await client(sandbox.address).post('/search', new URLSearchParams({ words: 'Eva' }))).status, 401);
    assert.equal((await search(officer, 'x'.repeat(201))).status, 400);
  });
});
