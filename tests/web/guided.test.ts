import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mandates, signedIn, type Client } from './client.ts';
import { readExample, startSandbox, type Sandbox } from '../pages/sandbox.ts';
import { pagesOf, readDraft } from '../../src/web/desk/request-draft.ts';
import { evidenceRequest } from '../../src/request/request.ts';
import { requestPages } from '../../src/web/desk/request-pages.ts';

let sandbox: Sandbox;
let requester: Client;
before(async () => {
  sandbox = await startSandbox();
  requester = await signedIn(sandbox.address, mandates.requester);
});
after(async () => {
  await sandbox.close();
  assert.deepEqual(sandbox.journal, []);
});

const path = '/requests/new/questions';
const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'); // prettier-ignore
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

/** What a browser would send of the form on a page, if nobody touched it. */
function fieldsOf(page: string): URLSearchParams {
  const form = page.slice(page.indexOf(`action="${path}" class`), page.indexOf('</form>', page.indexOf(`action="${path}" class`))); // prettier-ignore
  const fields = new URLSearchParams();
  for (const [tag, textarea, select] of form.matchAll(
    /<input[^>]*>|<textarea[^>]*>\n([^]*?)<\/textarea>|<select[^>]*>([^]*?)<\/select>/g,
  )) {
    const name = attribute(tag, 'name') ?? '';
    if (textarea !== undefined) fields.append(name, plain(textarea));
    else if (select !== undefined) {
      const options = [...select.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => /\sselected/.test(option)) ?? options[0] ?? '';
      fields.append(name, attribute(chosen, 'value') ?? '');
    } else if (!/type="(?:radio|checkbox)"/.test(tag) || /\schecked/.test(tag))
      fields.append(name, attribute(tag, 'value') ?? '');
  }
  return fields;
}

async function go(
  fields: URLSearchParams,
  where: string,
): Promise<{ status: number; page: string; fields: URLSearchParams }> {
  const sent = new URLSearchParams(fields);
  sent.set('go', where);
  const answer = await requester.post(path, sent);
  const page = await answer.text();
  return { status: answer.status, page, fields: fieldsOf(page) };
}

async function begin(document?: string): Promise<URLSearchParams> {
  const fields = fieldsOf(await (await requester.get(path)).text());
  if (document !== undefined) fields.set('document', document);
  return fields;
}

const example = JSON.parse(new TextDecoder().decode(readExample('requests/clean-phishing.request.json'))) as Record<
  string,
  unknown
>;

test('a page that is sent as it was shown changes nothing of the request', async () => {
  const full = {
    ...example,
    id: crypto.randomUUID(),
    person: { name: 'A “B” <C>', nationality: 'XA', place: 'Port Alder', minor: false },
    urgency: { by: '2026-03-01T00:00:00Z', reason: 'A hearing\nis set', dataAtRisk: true },
  };
  const fields = await begin(JSON.stringify(full));
  const same = (text: string | null): unknown =>
    evidenceRequest.parse(JSON.parse((text ?? '').replaceAll('.000Z', 'Z')));
  for (const page of pagesOf(full)) {
    const shown = await go(fields, page.id);
    assert.equal(shown.status, 200, page.id);
    const after = await go(shown.fields, 'list');
    assert.deepEqual(same(after.fields.get('document')), evidenceRequest.parse(full), page.id);
  }
});

test('every field of a request that a person writes has a question', () => {
  const asked = new Set(requestPages.flatMap(({ fields }) => fields.map(({ path: name }) => name)));
  const left = Object.entries(evidenceRequest.shape)
    .map(([name]) => name)
    .filter((name) => ![...asked].some((each) => each === name || each.startsWith(`${name}.`)));
  assert.deepEqual(left, ['format', 'id', 'isTest', 'requestingState', 'issuedAt'], 'the program writes these itself');
});

test('question by question to a case: what is missing is said before it is sent', async () => {
  let { fields } = await go(await begin(), 'measure');
  fields.set('measure', 'stored-data');
  ({ fields } = await go(fields, 'state'));
  fields.set('requestedState', 'XB');
  const check = await go(fields, 'check');
  assert.equal(check.status, 200);
  assert.match(check.page, /The other State will have to ask for this/);
  assert.match(check.page, /Accounts, numbers or addresses/i);
  assert.match(check.page, /Send it to Bellmark/);
  const form = check.page.slice(check.page.lastIndexOf('<form method="post" action="/requests/new"'));
  const body = new FormData();
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) body.set(name, plain(value)); // prettier-ignore
  const sent = await requester.post('/requests/new', body);
  assert.equal(sent.status, 303);
  assert.match(sent.headers.get('location') ?? '', /^\/cases\/[0-9a-f-]{36}\?done=/);
});

test('a mistake comes back beside its field with what was typed; who leaves it for later loses nothing', async () => {
  const { fields } = await go(await begin(), 'period');
  fields.set('period.from', '2026-02-01T00:00');
  fields.set('period.until', '2026-01-01T00:00');
  const wrong = await go(fields, 'purpose');
  assert.equal(wrong.status, 400);
  assert.match(wrong.page, /href="#period\.until"/);
  assert.match(wrong.page, /value="2026-02-01T00:00"/);
  const left = await go(wrong.fields, 'list');
  assert.equal(left.status, 200);
  const check = await go(left.fields, 'check');
  assert.match(check.page, /This cannot be sent yet/);
  assert.doesNotMatch(check.page, /Send it to/);
});

test('a draft is kept as a file and gone on with from its text', async () => {
  const { fields } = await go(await begin(), 'facts');
  fields.set('facts', 'What happened');
  fields.set('go', 'file');
  const file = await requester.post(path, fields);
  assert.match(file.headers.get('content-disposition') ?? '', /request\.json/);
  const again = await go(await begin(await file.text()), 'facts');
  assert.match(again.page, />\nWhat happened<\/textarea>/);
});

test('what is no draft is refused, names of objects are only names, and nobody else writes requests', async () => {
  for (const document of [
    '',
    'null',
    '[]',
    '{}',
    '{"format":"other"}',
    '{'.repeat(10_000),
    `"${'x'.repeat(1_000_001)}"`,
  ]) {
    assert.equal(readDraft(document), undefined, document.slice(0, 20));
  }
  const answer = await go(await begin('{"format":"proviso-request/1","__proto__":{"facts":"x"}}'), 'facts');
  assert.doesNotMatch(answer.page, />\nx<\/textarea>/);
  const officer = await signedIn(sandbox.address, mandates.officer);
  assert.equal((await officer.get(path)).status, 403);
  const foreign = await requester.post(path, await begin(), { origin: 'https://elsewhere.example' });
  assert.equal(foreign.status, 403);
});
