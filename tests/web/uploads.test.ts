import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { request as openRequest } from 'node:http';
import * as tus from 'tus-js-client';
import { sha256Hex } from '../../src/canonical.ts';
import { readLawBook } from '../../src/cli/law-book.ts';
import { limits } from '../../src/limits.ts';
import { contentSecurityPolicy, uploadingPolicy } from '../../src/web/headers.ts';
import { furnishDoor } from '../../src/web/furnish-door.ts';
import { listen, type Listening } from '../../src/web/listen.ts';
import { openWeb } from '../../src/web/server.ts';
import { mailbox, people, sandbox } from '../stories/sandbox.ts';
import { client, signedIn, type Client } from './client.ts';

/** Uploads in pieces, by the protocol's own client and by people who do not keep to it. */

const { store, composed, authorised, serve, see } = sandbox();
let server: Listening;
let provider: Client;
let caseId = '';
const journal: unknown[] = [];

const uploads = (): string => `${server.address}/cases/${caseId}/uploads`;
const headers = (who: Client = provider): Record<string, string> => ({ cookie: who.cookie(), origin: server.address });
const speak = (address: string, method: string, more: Record<string, string> = {}, body?: Uint8Array): Promise<Response> => // prettier-ignore
  fetch(address, { method, headers: { 'Tus-Resumable': '1.0.0', ...headers(), ...more }, ...(body && { body: Buffer.from(body) }) }); // prettier-ignore
const named = (name: string): string => `filename ${Buffer.from(name).toString('base64')}`;
const begin = async (length: number, name = 'a.mbox'): Promise<string> => {
  const answer = await speak(uploads(), 'POST', { 'Upload-Length': String(length), 'Upload-Metadata': named(name) });
  assert.equal(answer.status, 201, await answer.text());
  return new URL(answer.headers.get('location') ?? '', server.address).href;
};
const patch = { 'Content-Type': 'application/offset+octet-stream' };
const listed = async (): Promise<{ id: string; name: string; received: number; sha256?: string }[]> =>
  (await (await fetch(uploads(), { headers: headers() })).json()) as never;
const offsetOf = async (address: string): Promise<string | null> =>
  (await speak(address, 'HEAD')).headers.get('upload-offset');

void suite('uploads', () => {
  before(async () => {
    const { acts, log, tools } = composed();
    const { writer, sessions, savedViews, once, identities } = store();
    const door = furnishDoor({ acts, log, now: tools.now, store: writer, sessions, savedViews, once, identityStore: identities, policy: tools.policy, book: await readLawBook(), identities: () => writer.mandates(), version: '0', journal: (error) => journal.push(error) }); // prettier-ignore
    server = await listen(openWeb(door), { host: '127.0.0.1', port: 0 });
    provider = await signedIn(server.address, people.provider);
    caseId = await authorised();
    await serve(caseId);
  });
  after(() => server.close());

  test('the reference client sends a file in pieces, and its hash is that of its bytes', async () => {
    const bytes = randomBytes(700_000);
    const address = await new Promise<string>((resolve, reject) => {
      const upload: tus.Upload = new tus.Upload(bytes, {
        endpoint: uploads(),
        chunkSize: 200_000,
        headers: headers(),
        metadata: { filename: 'mailbox with spaces é.mbox' },
        onError: reject,
        onSuccess: () => resolve(upload.url ?? ''),
      });
      upload.start();
    });
    const found = (await listed()).find(({ id }) => address.endsWith(id));
    assert.deepEqual(found, { ...found, name: 'mailbox with spaces é.mbox', received: 700_000, sha256: sha256Hex(bytes) }); // prettier-ignore
    assert.equal((await speak(address, 'DELETE')).status, 204);
  });

  test('a line that is cut in the middle of a piece loses nothing that came, and the upload goes on', async () => {
    const bytes = randomBytes(300_000);
    const address = await begin(bytes.length);
    await new Promise<void>((resolve) => {
      const http = openRequest(address, { method: 'PATCH', headers: { 'Tus-Resumable': '1.0.0', ...headers(), ...patch, 'Upload-Offset': '0', 'Content-Length': bytes.length } }); // prettier-ignore
      http.on('error', () => resolve());
      http.write(bytes.subarray(0, 123_457), () => setTimeout(() => http.destroy(), 300));
      http.on('close', () => resolve());
    });
    let at = '0';
    for (let tries = 0; at === '0' && tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      at = (await offsetOf(address)) ?? '0';
    }
    assert.equal(at, '123457');
    const answer = await speak(address, 'PATCH', { ...patch, 'Upload-Offset': at }, bytes.subarray(Number(at)));
    assert.equal(answer.status, 204, await answer.text());
    const found = (await listed()).find(({ id }) => address.endsWith(id));
    assert.equal(found?.sha256, sha256Hex(bytes));
    await speak(address, 'DELETE');
  });

  test('a length that lies, an offset that is not the next, and what is too large are refused before or where it shows', async () => {
    const address = await begin(1_000);
    for (const [status, offset, body] of [[409, '5', 10], [413, '0', 1_001]] as const) {
      const answer = await speak(address, 'PATCH', { ...patch, 'Upload-Offset': offset }, randomBytes(body));
      assert.equal(answer.status, status, await answer.text());
    } // prettier-ignore
    assert.equal(await offsetOf(address), '0');
    const large = await speak(uploads(), 'POST', { 'Upload-Length': String(limits.exhibitBytes + 1), 'Upload-Metadata': named('x') }); // prettier-ignore
    assert.equal(large.status, 413);
    const empty = await speak(uploads(), 'POST', { 'Upload-Length': '0', 'Upload-Metadata': named('x') });
    assert.equal(empty.status, 422);
    const nameless = await speak(uploads(), 'POST', { 'Upload-Length': '10' });
    assert.equal(nameless.status, 422);
    await speak(address, 'DELETE');
  });

  test('more files, or more bytes together, than a production has are refused before a byte came', async () => {
    const [one, other] = [await begin(limits.exhibitBytes), await begin(limits.exhibitBytes)];
    const more = await Promise.all(Array.from({ length: 3 }, () => begin(limits.exhibitBytes)));
    const answer = await speak(uploads(), 'POST', { 'Upload-Length': '1000', 'Upload-Metadata': named('x') });
    assert.equal(answer.status, 422);
    for (const address of [one, other, ...more]) await speak(address, 'DELETE');
  });

  test('nobody but the provider, from our own page, begins, reads, continues or removes an upload', async () => {
    const address = await begin(10);
    const officer = await signedIn(server.address, people.officer);
    const tries: readonly (readonly [string, Record<string, string>])[] = [
      ['nobody', { origin: server.address }],
      ['a page elsewhere', { cookie: provider.cookie(), origin: 'https://elsewhere.example' }],
      ['no page at all', { cookie: provider.cookie() }],
      ['an officer', headers(officer)],
    ];
    for (const [who, of] of tries)
      for (const [method, at] of [
        ['POST', uploads()],
        ['HEAD', address],
        ['PATCH', address],
        ['DELETE', address],
        ['GET', uploads()],
      ] as const) {
        // prettier-ignore
        const sent = { 'Tus-Resumable': '1.0.0', 'Upload-Length': '10', 'Upload-Offset': '0', 'Upload-Metadata': named('x'), ...patch, ...of }; // prettier-ignore
        const answer = await fetch(at, { method, headers: sent });
        assert.ok(answer.status === 401 || answer.status === 403, `${who}: ${method} answers ${answer.status}`);
        assert.equal(answer.headers.get('access-control-allow-origin'), null);
      }
    assert.equal(await offsetOf(address), '0');
    await speak(address, 'DELETE');
  });

  test('an id of another case, a path or nonsense is not there', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', '..%2f..%2fetc', 'x', '%00'])
      assert.equal((await speak(`${uploads()}/${id}`, 'HEAD')).status, 404, id);
    const other = await authorised();
    await serve(other);
    const address = await begin(10);
    const id = address.split('/').at(-1) ?? '';
    assert.equal((await speak(`${server.address}/cases/${other}/uploads/${id}`, 'HEAD')).status, 404);
    await speak(address, 'DELETE');
  });

  test('no answer names a foreign host, and the failing inside says nothing', async () => {
    const answer = await speak(uploads(), 'POST', { 'Upload-Length': '5', 'Upload-Metadata': named('x'), 'X-Forwarded-Host': 'evil.example' }); // prettier-ignore
    assert.match(answer.headers.get('location') ?? '', /^\/cases\//);
    assert.deepEqual([...answer.headers.values()].filter((value) => value.includes('evil')), []); // prettier-ignore
    await speak(new URL(answer.headers.get('location') ?? '', server.address).href, 'DELETE');
  });

  test('the page shows what lies here, runs one script of ours, takes a file back, and hands in what is whole', async () => {
    const path = `/cases/${caseId}/production`;
    const address = await begin(mailbox.bytes.length, 'mailbox.mbox');
    await begin(99, 'half.mbox');
    await speak(address, 'PATCH', { ...patch, 'Upload-Offset': '0' }, mailbox.bytes);
    const page = await provider.get(path);
    assert.equal(page.headers.get('content-security-policy'), uploadingPolicy);
    assert.equal((await provider.get('/cases')).headers.get('content-security-policy'), contentSecurityPolicy);
    const text = await page.text();
    assert.ok(text.replaceAll(/<\/?span>|\s/g, '').includes(sha256Hex(mailbox.bytes)));
    assert.ok(text.includes('0 of 99 bytes'));
    const [script = ''] = text.match(/<script[^>]*>/g) ?? [];
    assert.match(script, /^<script type="module" src="\/assets\/upload\.[\w-]+\.js">$/);
    assert.equal((await provider.get(/src="([^"]+)"/.exec(script)?.[1] ?? '')).status, 200);
    const half = (await listed()).find(({ name }) => name === 'half.mbox');
    const { csrf = '' } = await provider.hidden(path);
    const removed = await provider.post(`${path}/removal`, new URLSearchParams({ csrf, upload: half?.id ?? '' }));
    assert.equal(removed.status, 303);
    const form = new FormData();
    const hidden = await provider.hidden(path);
    for (const [name, value] of Object.entries(hidden)) form.append(name, value);
    const answer = await provider.post(path, form);
    assert.equal(answer.status, 303, await answer.text());
    const { events } = (await see(people.officer, caseId)).case;
    const last = events.at(-1)?.body;
    assert.deepEqual(last?.kind === 'produced' && last.exhibits, [{ name: 'mailbox.mbox', sha256: sha256Hex(mailbox.bytes), size: mailbox.bytes.length }]); // prettier-ignore
    // What was handed in is no upload any more, and nobody uploads to a case that waits for somebody else.
    assert.equal((await speak(address, 'HEAD')).status, 409);
    assert.equal((await fetch(uploads(), { headers: headers() })).status, 409);
    assert.deepEqual(journal, []);
  });

  test('who is not signed in sees no page of uploads', async () => {
    const answer = await client(server.address).get(`/cases/${caseId}/uploads`);
    assert.equal(answer.status, 401);
  });
});
