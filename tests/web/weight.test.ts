import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { freshRequest, mandates, signedIn, type Client } from './client.ts';
import { readExample, startSandbox, type Sandbox } from '../pages/sandbox.ts';

const most = 60 * 1024;

let sandbox: Sandbox;
let officer: Client;
let casePath = '';
before(async () => {
  sandbox = await startSandbox();
  const requester = await signedIn(sandbox.address, mandates.requester);
  const body = new FormData();
  const fields = { ...(await requester.hidden('/requests/new')), document: freshRequest(readExample('requests/clean-phishing.request.json')) }; // prettier-ignore
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  casePath = ((await requester.post('/requests/new', body)).headers.get('location') ?? '').split('?')[0] ?? '';
  officer = await signedIn(sandbox.address, mandates.officer);
});
after(() => sandbox.close());

/** What comes over the wire, byte for byte: `fetch` would unpack it. */
const wire = (path: string): Promise<{ bytes: number; encoding: string | undefined }> =>
  new Promise((resolve, reject) => {
    get(`${sandbox.address}${path}`, { headers: { cookie: officer.cookie(), 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Uint8Array) => (bytes += chunk.length));
      answer.on('end', () => resolve({ bytes, encoding: answer.headers['content-encoding'] }));
    }).on('error', reject);
  });

test('a page with all its styles weighs less than 60 KB on the wire', async () => {
  for (const path of [
    '/',
    '/cases',
    casePath,
    `${casePath}/findings`,
    `${casePath}/decision`,
    '/law',
    '/law/un-cybercrime/40',
    '/law/states',
    '/log',
    '/language',
  ]) {
    const page = await (await officer.get(path)).text();
    const styles = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
    assert.ok(styles.length > 1, path);
    let sum = 0;
    for (const each of [path, ...styles]) {
      const { bytes, encoding } = await wire(each);
      assert.equal(encoding, 'gzip', each);
      sum += bytes;
    }
    assert.ok(sum < most, `${path}: ${Math.ceil(sum / 1024)} KB`);
  }
});
