import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { limits } from '../../src/limits.ts';
import type { Problem } from '../../src/wire/field-error.ts';
import { readExample, startSandbox, type Sandbox } from '../pages/sandbox.ts';
import { freshRequest, mandates, signedIn } from './client.ts';

let sandbox: Sandbox;
let token: string;
before(async () => {
  sandbox = await startSandbox();
  const browser = await signedIn(sandbox.address, mandates.requester);
  token = browser.cookie().split('=')[1] ?? '';
});
after(async () => {
  await sandbox.close();
  assert.deepEqual(sandbox.journal, []);
});

const example = (name: string): Uint8Array => readExample(`requests/${name}.request.json`);
const call = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${sandbox.address}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers,
  });
const send = (body: string, more: Record<string, string> = {}): Promise<Response> =>
  call('/api/requests', body, { Authorization: `Bearer ${token}`, ...more });
const logSize = async (): Promise<number> =>
  ((await (await fetch(`${sandbox.address}/health`)).json()) as { logSize: number }).logSize;

void suite('POST /api/requests', () => {
  test('a request is received once, however often the same call is made', async () => {
    const document = freshRequest(example('clean-phishing'));
    const key = { 'idempotency-key': randomUUID() };
    const size = await logSize();
    const [first, second] = [await send(document, key), await send(document, key)];
    assert.deepEqual([first.status, second.status], [201, 201]);
    const answer = (await first.json()) as { caseId: string };
    assert.deepEqual(await second.json(), answer);
    assert.equal(first.headers.get('location'), `/cases/${answer.caseId}`);
    const other = await send(freshRequest(example('clean-phishing')), key);
    assert.deepEqual([other.status, ((await other.json()) as { code: string }).code], [409, 'conflict']);
    const again = await send(document);
    assert.deepEqual([again.status, ((await again.json()) as { code: string }).code], [409, 'known-request']);
    assert.equal(await logSize(), size + 1);
  });

  test('each wrong field is named, and nothing is stored', async () => {
    const size = await logSize();
    const bad: readonly (readonly [string, RegExp])[] = [
      ['{', /^$/],
      ['{"format":"proviso-request/1","id":7,"requestingState":"QQ","requestedState":"XB"}', /^id$|^requestingState$/],
      ['{"a":1,"a":2}', /a|^$/],
      ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', /^$/],
      ['', /^$/],
    ];
    for (const [document, path] of bad) {
      const answer = await send(document);
      assert.equal(answer.status, 400, document);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      const problem = (await answer.json()) as Problem;
      assert.ok(
        problem.errors.length > 0 && problem.errors.every((each) => path.test(each.path)),
        JSON.stringify(problem),
      );
      assert.ok(!JSON.stringify(problem).includes('root:'));
    }
    assert.equal(await logSize(), size);
  });

  test('a cookie, no token, a wrong token or a wrong key opens nothing', async () => {
    const document = freshRequest(example('clean-phishing'));
    const cookie = { cookie: `proviso-session=${token}`, origin: sandbox.address };
    assert.equal((await call('/api/requests', document, cookie)).status, 401);
    assert.equal((await call('/api/requests', document)).status, 401);
    assert.equal((await call('/api/requests', document, { Authorization: 'Bearer wrong' })).status, 401);
    assert.equal((await send(document, { 'idempotency-key': '1' })).status, 400);
  });

  test('a document beyond the limit is refused', async () => {
    assert.equal((await send(' '.repeat(limits.requestBytes + 1))).status, 413);
  });
});

void suite('POST /api/assess', () => {
  test('says what the law says and stores nothing', async () => {
    const size = await logSize();
    const outcome = async (name: string): Promise<unknown> =>
      ((await (await call('/api/assess', example(name))).json()) as { outcome: string }).outcome;
    assert.equal(await outcome('clean-phishing'), 'nothing-bars');
    assert.equal(await outcome('insult-to-head-of-state'), 'barred');
    assert.equal(await outcome('missing-period'), 'incomplete');
    assert.equal((await call('/api/assess', '{')).status, 400);
    assert.equal(await logSize(), size);
  });

  test('a page of another site cannot call it in a browser: no answer allows it', async () => {
    const answer = await fetch(`${sandbox.address}/api/assess`, {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example' },
    });
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });
});
