import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { limits } from '../../src/limits.ts';
import { verifyLogDirectory } from '../../src/transparency/log-directory.ts';
import { parseVerifierKey } from '../../src/transparency/note-key.ts';
import { buildVerifierPage } from '../../src/verifier/page.ts';
import { checkProof } from '../../src/verify/index.ts';
import { contentSecurityPolicy } from '../../src/web/headers.ts';
import { unzip } from '../pages/unzip.ts';
import { readExample, startSandbox, type Sandbox } from '../pages/sandbox.ts';
import { client, freshRequest, mandates, signedIn } from './client.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(async () => {
  await sandbox.close();
  assert.deepEqual(sandbox.journal, [], 'nothing that should be impossible happened');
});

const example = (): string => freshRequest(readExample('requests/clean-phishing.request.json'));
const logSize = async (): Promise<number> =>
  ((await (await fetch(`${sandbox.address}/health`)).json()) as { logSize: number }).logSize;

async function openCase(): Promise<string> {
  const browser = await signedIn(sandbox.address, mandates.requester);
  const fields = new URLSearchParams({ ...(await browser.hidden('/requests/new')), document: example() });
  const answer = await browser.post('/requests/new', fields);
  assert.equal(answer.status, 303, await answer.text());
  return new URL(answer.headers.get('location') ?? '', sandbox.address).pathname;
}

void suite('every answer', () => {
  test('forbids script, frames, sniffing and storing, also when it is an error', async () => {
    const paths = ['/', '/sign-in', '/log', '/nothing', '/cases', '/health', '/api/requests', '/log/checkpoint'];
    for (const path of paths) {
      const { headers } = await client(sandbox.address).get(path);
      assert.equal(headers.get('content-security-policy'), contentSecurityPolicy, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path);
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path);
      assert.equal(headers.get('referrer-policy'), 'same-origin', path);
      assert.equal(headers.get('cache-control'), 'no-store', path);
    }
    assert.ok(!/unsafe|\*|https?:/.test(contentSecurityPolicy));
  });

  test('the page that verifies runs one script, whose hash it names, and reaches nothing', async () => {
    for (const path of ['/verify', '/log/verify']) {
      const answer = await client(sandbox.address).get(path);
      const { html, contentSecurityPolicy: own } = buildVerifierPage();
      assert.equal(await answer.text(), html);
      assert.equal(answer.headers.get('content-security-policy'), own);
      assert.match(own, /^default-src 'none'; .*frame-ancestors 'none'$/);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    }
  });

  test('an entry of the log is given out with its proof, and both are checked', async () => {
    await openCase();
    const get = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await client(sandbox.address).get(path)).arrayBuffer()); // prettier-ignore
    const [leaf, proof, policy] = await Promise.all(['/log/leaves/0/bytes', '/log/leaves/0/proof', '/log/log.policy'].map(get)); // prettier-ignore
    assert.ok(leaf && proof && policy);
    assert.equal((await checkProof({ leaf, proof, policy: Buffer.from(policy).toString() })).ok, true);
  });

  test('a page has no script, no style in it and no foreign address', async () => {
    const officer = await signedIn(sandbox.address, mandates.officer);
    for (const path of ['/', '/sign-in', '/log', '/cases', await openCase()]) {
      const page = await (await officer.get(path)).text();
      assert.ok(!/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i.test(page), path);
      assert.deepEqual(page.match(/(?:src|href|action)="(?!\/|#)[^"]*"/g), null, path);
    }
  });

  test('style sheets are named by their content and kept for ever; another name is not there', async () => {
    const page = await (await fetch(sandbox.address)).text();
    const [, name = ''] = /href="(\/assets\/proviso\.[^"]+\.css)"/.exec(page) ?? [];
    const sheet = await fetch(`${sandbox.address}${name}`);
    assert.equal(sheet.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.match(sheet.headers.get('content-type') ?? '', /^text\/css/);
    assert.equal((await fetch(`${sandbox.address}/assets/proviso.css`)).status, 404);
    assert.equal((await fetch(`${sandbox.address}/assets/..%2f..%2fpackage.json`)).status, 404);
  });
});

void suite('the log', () => {
  test('anybody takes the whole of it and recomputes its root; the head is the one that is shown', async () => {
    await openCase();
    const zip = new Uint8Array(await (await fetch(`${sandbox.address}/log/log.zip`)).arrayBuffer());
    const files = await unzip(zip);
    const [checkpoint, key] = await Promise.all(
      ['/log/checkpoint', '/log/log.vkey'].map(async (path) => (await fetch(`${sandbox.address}${path}`)).text()),
    );
    const expected = parseVerifierKey((key ?? '').trim());
    const { size, kinds } = await verifyLogDirectory((name) => Promise.resolve(files.get(name)), expected);
    assert.equal(size, await logSize());
    assert.ok((kinds.request ?? 0) >= 1);
    assert.equal(new TextDecoder().decode(files.get('checkpoint')), checkpoint);
  });
});

void suite('sign-in', () => {
  test('the cookie is for this site and the server only, and ends with the session', async () => {
    const browser = client(sandbox.address);
    const answer = await browser.post('/sign-in', new URLSearchParams({ mandate: mandates.officer }));
    const cookie = answer.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) assert.ok(cookie.includes(part), cookie);
    const { csrf = '' } = await browser.hidden('/cases', '/sign-out');
    const stolen = browser.cookie();
    assert.equal((await browser.post('/sign-out', new URLSearchParams({ csrf }))).status, 303);
    const replay = await fetch(`${sandbox.address}/cases`, { headers: { cookie: stolen }, redirect: 'manual' });
    assert.equal(replay.headers.get('location'), '/sign-in');
  });

  test('a form without our Origin, or without the session’s secret, changes nothing', async () => {
    const requester = await signedIn(sandbox.address, mandates.requester);
    const size = await logSize();
    const fields = async (more = {}): Promise<URLSearchParams> =>
      new URLSearchParams({ ...(await requester.hidden('/requests/new')), document: example(), ...more });
    for (const origin of ['http://evil.example', 'null', `${sandbox.address}.evil.example`]) {
      assert.equal((await requester.post('/requests/new', await fields(), { origin })).status, 403, origin);
    }
    assert.equal((await requester.post('/requests/new', await fields({ csrf: 'guess' }))).status, 403);
    assert.equal((await requester.post('/requests/new', await fields({ csrf: '' }))).status, 403);
    const noOrigin = { method: 'POST', body: await fields(), headers: { cookie: requester.cookie() } };
    assert.equal((await fetch(`${sandbox.address}/requests/new`, noOrigin)).status, 403);
    assert.equal((await client(sandbox.address).post('/requests/new', await fields())).status, 401);
    assert.equal(await logSize(), size);
  });

  test('who is not signed in is led to the sign-in page and learns nothing', async () => {
    const path = await openCase();
    for (const page of [
      '/cases',
      '/notices',
      '/requests/new',
      path,
      `${path}/findings`,
      `${path}/order`,
      `${path}/package`,
    ]) {
      const answer = await client(sandbox.address).get(page);
      assert.equal(answer.status, 303, page);
      assert.equal(answer.headers.get('location'), '/sign-in', page);
      assert.equal(await answer.text(), '');
    }
  });
});

void suite('paths', () => {
  test('another method of a path that is there is refused with what is allowed; a path that is not there is not found', async () => {
    for (const [path, allow] of [
      ['/', 'GET'],
      ['/cases', 'GET'],
      ['/sign-out', 'POST'],
      ['/sign-in', 'GET, POST'],
    ] as const) {
      const answer = await fetch(`${sandbox.address}${path}`, { method: 'DELETE' });
      assert.equal(answer.status, 405, path);
      assert.equal(answer.headers.get('allow'), allow, path);
    }
    for (const path of ['/nothing', '/cases/a/b/c', '/.git/config', '/%2e%2e/etc/passwd', '/cases//', '/Cases']) {
      assert.equal((await fetch(`${sandbox.address}${path}`)).status, 404, path);
    }
  });

  test('a case that is not there and one that is out of reach answer alike', async () => {
    const path = await openCase();
    const provider = await signedIn(sandbox.address, mandates.provider);
    const [hidden, missing, noId] = await Promise.all([
      provider.get(path),
      provider.get(`/cases/${randomUUID()}`),
      provider.get('/cases/1%27%20or%201=1'),
    ]);
    assert.deepEqual([hidden.status, missing.status, noId.status], [404, 404, 404]);
    assert.equal(await hidden.text(), await missing.text());
  });

  test('an act that is not this person’s is refused by page and by form, and nothing is stored', async () => {
    const path = await openCase();
    const size = await logSize();
    const judge = await signedIn(sandbox.address, mandates.judge);
    const { csrf = '' } = await judge.hidden('/cases', '/sign-out');
    const form = { csrf, actId: randomUUID(), version: '1', outcome: 'grant', reasons: 'because' };
    assert.equal((await judge.get(`${path}/decision`)).status, 409);
    assert.equal((await judge.post(`${path}/decision`, new URLSearchParams(form))).status, 403);
    const former = await signedIn(sandbox.address, mandates.formerOfficer);
    assert.equal((await former.get(path)).status, 403);
    assert.equal(await logSize(), size);
  });

  test('a program is answered with a problem document, a person with a page', async () => {
    const json = await fetch(`${sandbox.address}/nothing`, { headers: { accept: 'application/json' } });
    assert.equal(json.headers.get('content-type'), 'application/problem+json');
    assert.equal(((await json.json()) as { status: number }).status, 404);
    const page = await fetch(`${sandbox.address}/nothing`, { headers: { accept: 'text/html,*/*' } });
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
  });
});

void suite('limits', () => {
  /** Sends headers and then zeros until the server answers; says how much it took in. */
  const flood = (path: string, cookie: string, bytes: number): Promise<{ answer: string; sent: number }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(sandbox.address);
      const socket = connect(Number(port), hostname);
      const chunk = Buffer.alloc(65_536);
      const head = `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${sandbox.address}\r\nCookie: ${cookie}\r\n`;
      let answer = '';
      let sent = 0;
      const more = (): void => {
        while (answer === '' && sent < bytes && !socket.destroyed) {
          sent += chunk.length;
          if (!socket.write(chunk)) return void socket.once('drain', more);
        }
      };
      socket.on('data', (data) => (answer += data.toString('latin1')));
      socket.on('error', () => resolve({ answer, sent }));
      socket.on('close', () => resolve({ answer, sent }));
      socket.setTimeout(10_000, () => reject(new Error('no answer')));
      socket.write(`${head}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: ${bytes}\r\n\r\n`);
      more();
    });

  test('a body of 100 MB is refused with a page that says so, before it was read', async () => {
    const provider = await signedIn(sandbox.address, mandates.provider);
    const { answer, sent } = await flood('/cases/x/production', provider.cookie(), 100_000_000);
    assert.match(answer, /^HTTP\/1\.1 413 /);
    assert.match(answer, /larger than 90 MB/);
    assert.ok(sent < 100_000_000, `${sent} bytes were taken in`);
  });

  test('a form that is too long, has too many fields, or is no form is refused; nothing is stored', async () => {
    const requester = await signedIn(sandbox.address, mandates.requester);
    const size = await logSize();
    const hidden = await requester.hidden('/requests/new');
    const long = new FormData();
    for (const [name, value] of Object.entries(hidden)) long.append(name, value);
    long.append('file', new Blob([new Uint8Array(limits.formBytes)]), 'x.json');
    assert.equal((await requester.post('/requests/new', long)).status, 413);
    const many = new URLSearchParams(hidden);
    for (let index = 0; index <= limits.formFields; index++) many.append('x', '1');
    assert.equal((await requester.post('/requests/new', many)).status, 413);
    const broken = await fetch(`${sandbox.address}/requests/new`, {
      method: 'POST',
      body: '--y\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx',
      headers: {
        cookie: requester.cookie(),
        origin: sandbox.address,
        'content-type': 'multipart/form-data; boundary=y',
      },
    });
    assert.equal(broken.status, 400);
    const text = { 'content-type': 'text/plain' };
    assert.equal((await requester.post('/requests/new', new URLSearchParams(hidden), text)).status, 400);
    assert.equal(await logSize(), size);
  });

  test('headers beyond the limit are refused', async () => {
    const answer = await fetch(sandbox.address, { headers: { 'x-long': 'x'.repeat(limits.headerBytes) } });
    assert.equal(answer.status, 431);
  });
});
