import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { accessActs, acts } from '../../src/request/open-acts.ts';
import { openKeyring } from '../../src/store/keyring.ts';
import { generateKey, type SignerKey } from '../../src/transparency/note.ts';
import { caseActs } from '../../src/web/api/case-acts.ts';
import { digestNamed } from '../../src/web/api/content-digest.ts';
import { openApi } from '../../src/web/api/openapi.ts';
import { holdsFor } from '../../src/web/api/signed-call.ts';
import { limits } from '../../src/limits.ts';
import { readExample, startSandbox, type Sandbox } from '../pages/sandbox.ts';
import { answers } from '../stories/sandbox.ts';
import { unzip } from '../pages/unzip.ts';
import { reading } from '../evidence/walk.ts';
import { verifyPackage } from '../../src/verify/index.ts';
import { freshRequest, mandates } from './client.ts';
import { sign, type Call } from './signed-client.ts';

let sandbox: Sandbox;
let key: (mandate: string) => SignerKey;
before(async () => {
  sandbox = await startSandbox();
  key = openKeyring(join(sandbox.data, 'keys')).signer;
});
after(() => sandbox.close());

const jsonType = { 'content-type': 'application/json' };
async function call(mandate: string, of: Call, signer = key(mandate)): Promise<Response> {
  const { url, init } = sign(sandbox.address, signer, { keyid: mandate, ...of });
  return fetch(url, init);
}
const get = (mandate: string, path: string): Promise<Response> => call(mandate, { method: 'GET', path });
async function act(mandate: string, caseId: string, name: string, given: unknown): Promise<Response> {
  const seen = await get(mandate, `/api/cases/${caseId}`);
  const version = seen.headers.get('etag') ?? '';
  const headers = { ...jsonType, 'if-match': version, 'idempotency-key': randomUUID() };
  return call(mandate, { method: 'POST', path: `/api/cases/${caseId}/${name}`, body: JSON.stringify(given), headers });
}
async function done(answer: Response | Promise<Response>): Promise<Record<string, unknown>> {
  const found = await answer;
  const body = (await found.json()) as Record<string, unknown>;
  assert.ok(found.ok, JSON.stringify(body));
  return body;
}
const send = (): Promise<Response> => {
  const body = freshRequest(readExample('requests/clean-phishing.request.json'));
  return call(mandates.requester, { method: 'POST', path: '/api/requests', body, headers: jsonType });
};

void suite('the test vectors of RFC 9421 and RFC 9530', () => {
  const raw = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64').subarray(-32));
  // Appendix B.1.4 and B.2.6.
  const publicKey = raw('MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=');
  const message = {
    method: 'POST',
    url: 'https://example.com/foo?param=Value&Pet=dog',
    headers: {
      host: 'example.com',
      date: 'Tue, 20 Apr 2021 02:07:55 GMT',
      'content-type': 'application/json',
      'content-digest': 'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
      'content-length': '18',
      'signature-input': 'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
      signature: 'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
    },
  }; // prettier-ignore

  test('the signature by Ed25519 of appendix B.2.6 holds, and with one thing changed it does not', async () => {
    assert.equal(await holdsFor(message, publicKey), true);
    assert.equal(await holdsFor({ ...message, method: 'PUT' }, publicKey), false);
    assert.equal(await holdsFor({ ...message, url: 'https://example.com/fop?param=Value&Pet=dog' }, publicKey), false);
    const headers = { ...message.headers, date: 'Tue, 20 Apr 2021 02:07:56 GMT' };
    assert.equal(await holdsFor({ ...message, headers }, publicKey), false);
  });

  test('the digest of RFC 9530 appendix B is read, beside others and alone', () => {
    const sha256 = 'X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=';
    const sha512 = 'WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==';
    assert.equal(digestNamed(`sha-256=:${sha256}:`), sha256);
    assert.equal(digestNamed(`sha-512=:${sha512}:, sha-256=:${sha256}:`), sha256);
    assert.equal(digestNamed(`sha-512=:${sha512}:`), undefined);
    assert.equal(digestNamed(`xsha-256=:${sha256}:`), undefined);
  });
});

void suite('the interface', () => {
  test('every act of a case has its call, and the description names every call that there is', async () => {
    assert.deepEqual(
      [...new Set(Object.values(caseActs).map((each) => each.act))].sort(),
      [...acts, ...Object.keys(accessActs)].sort(),
    );
    const described = Object.keys((openApi('0') as { paths: object }).paths);
    for (const name of Object.keys(caseActs)) assert.ok(described.includes(`/api/cases/{id}/${name}`), name);
    const answer = await new Validator().validate(await (await fetch(`${sandbox.address}/api/openapi.json`)).json() as Record<string, unknown>); // prettier-ignore
    assert.deepEqual([answer.valid, answer.errors], [true, undefined]);
    for (const path of described) {
      const { status } = await fetch(`${sandbox.address}${path.replace('{id}', randomUUID())}`, { method: 'OPTIONS' });
      assert.equal(status, 405, `${path} is there`);
    }
  });

  test('a stranger’s verdict on the description can be no', async () => {
    const bad = { ...openApi('0'), openapi: '3.1.1', info: {} };
    assert.equal((await new Validator().validate(bad)).valid, false);
  });

  test('a whole case, by signed calls alone; what is collected is proven', async () => {
    const { caseId } = (await done(send())) as { caseId: string };
    const questions = ((await done(get(mandates.officer, `/api/cases/${caseId}`)))['assessment'] as { questions: { fact: string }[] }).questions; // prettier-ignore
    const open = new Set(questions.map(({ fact }) => fact));
    const findings = answers().filter(({ fact }) => open.has(fact));
    await done(act(mandates.officer, caseId, 'record-findings', { findings }));
    await done(act(mandates.officer, caseId, 'decide', { outcome: 'grant', reasons: 'So.', grounds: [] }));
    const proposal = { method: 'POST', path: `/api/cases/${caseId}/order/proposal`, headers: jsonType };
    const shown = await done(call(mandates.judge, { ...proposal, body: '{"conditions":["Only here."]}' }));
    assert.match(String(shown['text']), /Only here\. \(court\)/);
    const narrowing = { conditions: ['Only here.'] };
    await done(act(mandates.judge, caseId, 'authorise', { narrowing, shownSha256: shown['sha256'] }));
    const produceBy = new Date(Date.now() + 86_400_000).toISOString();
    await done(act(mandates.officer, caseId, 'serve-order', { produceBy, message: '' }));
    assert.equal(((await done(get(mandates.provider, `/api/cases/${caseId}/order`))) as { kind: string }).kind, 'checked'); // prettier-ignore
    await done(produce(caseId));
    assert.ok(((await done(get(mandates.officer, `/api/cases/${caseId}/release/preview`))) as { releasedCount: number }).releasedCount > 0); // prettier-ignore
    await done(act(mandates.officer, caseId, 'release', {}));
    const zip = await act(mandates.requester, caseId, 'collect', {});
    assert.equal(zip.headers.get('content-type'), 'application/zip');
    const verified = await verifyPackage(...reading(await unzip(new Uint8Array(await zip.arrayBuffer()))));
    assert.equal(verified.ok, true, JSON.stringify(verified.steps));
    assert.ok(((await done(get(mandates.requester, '/api/cases'))) as { lines: { caseId: string }[] }).lines.some((line) => line.caseId === caseId)); // prettier-ignore
    const found = call(mandates.officer, { method: 'POST', path: '/api/cases/search', body: '{"words":"customers"}', headers: jsonType }); // prettier-ignore
    assert.ok(((await done(found)) as { lines: { caseId: string }[] }).lines.some((line) => line.caseId === caseId));
    assert.ok(((await done(get(mandates.person, '/api/notices'))) as { notices: unknown[] }).notices.length > 0);
  });

  test('bad fields are named, one by one, and unknown fields are not passed over', async () => {
    const { caseId } = (await done(send())) as { caseId: string };
    const answer = await act(mandates.officer, caseId, 'decide', { outcome: 'maybe', reasons: '', grounds: [], outcomeOfCourt: 'grant', by: mandates.judge }); // prettier-ignore
    assert.equal(answer.status, 400);
    const { errors } = (await answer.json()) as { errors: { path: string }[] };
    assert.deepEqual(errors.map(({ path }) => path).sort(), ['by', 'outcome', 'outcomeOfCourt', 'reasons']);
    const version = await call(mandates.officer, { method: 'POST', path: `/api/cases/${caseId}/withdraw`, body: '{}', headers: jsonType }); // prettier-ignore
    assert.deepEqual([version.status, ((await version.json()) as { errors: { path: string }[] }).errors[0]?.path], [400, 'If-Match']); // prettier-ignore
  });
});

async function produce(caseId: string): Promise<Response> {
  const form = new FormData();
  for (const name of ['mailbox.mbox', 'site.warc']) form.append('files', new Blob([readExample(`evidence/${name}`) as Uint8Array<ArrayBuffer>]), name); // prettier-ignore
  const encoded = new Response(form);
  const version = (await get(mandates.provider, `/api/cases/${caseId}`)).headers.get('etag') ?? '';
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '', 'if-match': version, 'idempotency-key': randomUUID() }; // prettier-ignore
  const body = new Uint8Array(await encoded.arrayBuffer());
  return call(mandates.provider, { method: 'POST', path: `/api/cases/${caseId}/produce`, body, headers });
}

void suite('a call is not believed', () => {
  const path = '/api/cases';
  const refused = async (answer: Response | Promise<Response>, why: RegExp): Promise<void> => {
    const found = await answer;
    const { detail } = (await found.json()) as { detail: string };
    assert.equal(found.status, 401);
    assert.match(detail, why);
  };

  test('made a second time, also at the same moment', async () => {
    const { url, init } = sign(sandbox.address, key(mandates.officer), { method: 'GET', path });
    const both = await Promise.all([fetch(url, init), fetch(url, init), fetch(url, init)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 401, 401]);
    await refused(fetch(url, init), /made before/);
  });

  test('by a key that is not in the register, or is somebody else’s', async () => {
    await refused(call(mandates.officer, { method: 'GET', path }, generateKey(mandates.officer, Buffer.alloc(32, 7))), /no key of the register/); // prettier-ignore
    await refused(call(mandates.judge, { method: 'GET', path }, key(mandates.officer)), /no key of the register/);
    await refused(call('xb-court/nobody', { method: 'GET', path }, key(mandates.officer)), /no key of the register/);
  });

  test('too old, or from a time to come', async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const created of [now - limits.signedCallSeconds - 5, now + limits.signedCallSeconds + 5])
      await refused(call(mandates.officer, { method: 'GET', path, created }), /too long ago/);
  });

  test('for another path, with another body, or with a header that was not signed', async () => {
    const signed = sign(sandbox.address, key(mandates.officer), { method: 'GET', path });
    await refused(fetch(`${sandbox.address}/api/notices`, signed.init), /no key of the register/);
    const body = freshRequest(readExample('requests/clean-phishing.request.json'));
    const posted = sign(sandbox.address, key(mandates.requester), { method: 'POST', path: '/api/requests', body, headers: jsonType }); // prettier-ignore
    await refused(fetch(posted.url, { ...posted.init, body: body.replace('{', '{ ') }), /not the SHA-256 of the body/);
    const bare = sign(sandbox.address, key(mandates.requester), { method: 'POST', path: '/api/requests', body, headers: jsonType, components: ['@method', '@target-uri', 'content-type'] }); // prettier-ignore
    await refused(fetch(bare.url, bare.init), /leaves out content-digest/);
    const key2 = { ...posted.init.headers, 'idempotency-key': randomUUID() };
    await refused(fetch(posted.url, { ...posted.init, headers: key2 }), /leaves out idempotency-key/);
  });

  test('with two signatures, components with parameters, or none at all', async () => {
    const { url, init } = sign(sandbox.address, key(mandates.officer), { method: 'GET', path });
    const { headers } = init;
    const input = headers['signature-input'] ?? '';
    for (const bent of [
      `${input}, sig2=()`,
      input.replace('"@method"', '"@method";req'),
      input.replace('"@method" ', ''),
      'x',
      '',
    ])
      // prettier-ignore
      assert.equal((await fetch(url, { ...init, headers: { ...headers, 'signature-input': bent } })).status, 401, bent);
  });
});
