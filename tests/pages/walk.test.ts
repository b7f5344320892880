import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bytesSource } from '../../src/evidence/byte-source.ts';
import { limits } from '../../src/limits.ts';
import { verifyPackage } from '../../src/verify/index.ts';
import { freshRequest } from '../web/client.ts';
import { openBrowser, openMirror, openWindow, withoutBrowser, type Look } from './browser.ts';
import { assertAccessible, assertFits, assertValid } from './inspect.ts';
import { unzip } from './unzip.ts';
import { readExample, startSandbox, type Sandbox } from './sandbox.ts';
import {
  answerQuestions,
  decide,
  fromCourtToPackage,
  people,
  sendRequest,
  serveOrder,
  signIn,
  type Finding,
  type Seen,
} from './walk.ts';

const example = (name: string): Uint8Array => readExample(`requests/${name}`);
const { findings } = JSON.parse(new TextDecoder().decode(example('clean-phishing.findings.json'))) as {
  findings: readonly Finding[];
};

void suite('the walk in a browser with JavaScript off', { skip: withoutBrowser }, () => {
  let sandbox: Sandbox;
  let browser: Browser;
  before(async () => {
    sandbox = await startSandbox();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await sandbox.close();
    assert.deepEqual(sandbox.journal, [], 'nothing that should be impossible happened');
  });

  /** Every page that a person stops at is valid, accessible and no wider than its window. PROVISO_SHOTS keeps pictures. */
  const inspect =
    (mirror: BrowserContext, look: Look): Seen =>
    async (name: string, page: Page) => {
      const shots = process.env['PROVISO_SHOTS'];
      if (shots !== undefined) {
        const file = join(shots, `${look.width}${look.dark ? '-dark' : ''}`, `${name}.png`);
        mkdirSync(dirname(file), { recursive: true });
        await page.screenshot({ path: file, fullPage: true });
      }
      await assertFits(name, page);
      if (look.width === 1280) await assertValid(name, await (await page.request.get(page.url())).text());
      if (look.width !== 320) await assertAccessible(name, page, mirror);
    };

  const looks: readonly Look[] = [
    { width: 1280, dark: false },
    { width: 360, dark: true },
    { width: 320, dark: false },
  ];
  for (const look of looks) {
    test(`from sign-in to a package that verifies, at ${look.width} px${look.dark ? ', dark' : ''}`, async () => {
      const { window, page } = await openWindow(browser, look);
      const mirror = await openMirror(browser, look);
      const seen = inspect(mirror, look);
      for (const [name, path] of [
        ['start', '/'],
        ['sign-in', '/sign-in'],
        ['log', '/log'],
        ['not-found', '/no'],
      ] as const) {
        await page.goto(`${sandbox.address}${path}`);
        await seen(name, page);
      }
      const path = await sendRequest(page, sandbox.address, freshRequest(example('clean-phishing.request.json')), seen);
      await signIn(page, sandbox.address, people.officer);
      await seen('cases-officer', page);
      await page.goto(`${sandbox.address}${path}`);
      await seen('case-received', page);
      for (let round = 0; round < 4 && (await page.getByText(/^\d+ open$/).count()) > 0; round++) {
        await answerQuestions(page, findings, round === 0 ? seen : () => Promise.resolve());
      }
      await decide(page, 'An offence under both laws; narrow; nothing less intrusive would do.', seen);
      const zip = new Uint8Array(readFileSync(await fromCourtToPackage(page, sandbox.address, path, seen)));
      await page.goto(`${sandbox.address}${path}`);
      await seen('case-collected', page);
      await assertVerifies(zip, sandbox.data);
      await signIn(page, sandbox.address, people.person);
      await seen('notices', page);
      await signIn(page, sandbox.address, people.formerOfficer);
      await seen('cases-ended', page);
      await Promise.all([window.close(), mirror.close()]);
    });
  }

  test('a form with mistakes comes back with each of them named, leading to its field, and what was typed', async () => {
    const look = { width: 360, dark: false };
    const { window, page } = await openWindow(browser, look);
    const mirror = await openMirror(browser, look);
    await signIn(page, sandbox.address, people.requester);
    await page.goto(`${sandbox.address}/requests/new`);
    await page.locator('#document').fill('{"format": "proviso-request/1", "id": 7, "surprise": 1}');
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Check and send' }).click();
    assert.equal((await answer).status(), 400);
    assert.equal(
      await page.locator('#document').inputValue(),
      '{"format": "proviso-request/1", "id": 7, "surprise": 1}',
    );
    const problems = await page.locator('.ds-error-summary a').allTextContents();
    assert.ok(problems.some((text) => text.startsWith('id')) && problems.some((text) => text.startsWith('surprise')));
    assert.match(await page.title(), /^Error:/);
    await assertAccessible('request-errors', page, mirror);
    await page.locator('.ds-error-summary a').first().click();
    assert.equal(new URL(page.url()).hash, '#document');
    await Promise.all([window.close(), mirror.close()]);
  });

  test('a form made for an older case comes back with what changed, and keeps what was typed', async () => {
    const look = { width: 1280, dark: false };
    const { window, page } = await openWindow(browser, look);
    const path = await sendRequest(page, sandbox.address, freshRequest(example('clean-phishing.request.json')), () =>
      Promise.resolve(),
    );
    await signIn(page, sandbox.address, people.officer);
    await page.goto(`${sandbox.address}${path}/decision`);
    const other = await window.newPage();
    await other.goto(`${sandbox.address}${path}`);
    await answerQuestions(other, findings.slice(0, 3), () => Promise.resolve());
    await page.getByLabel('Refuse').check();
    await page.getByLabel(/^Article 40\(8\)/).check();
    await page.getByLabel('Reasons').fill('Not an offence here.');
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    assert.equal((await answer).status(), 409);
    assert.equal(await page.getByLabel('Reasons').inputValue(), 'Not an offence here.');
    assert.ok(await page.getByLabel('Refuse').isChecked());
    assert.match(await page.locator('.ds-alert').first().innerText(), /has changed.*Questions answered: 3/s);
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.waitForURL(/done=/);
    assert.match(await page.locator('main').innerText(), /Refused/);
    await window.close();
  });

  test('a court leaves out what it does not authorise, and signs the smaller text that it was shown', async () => {
    const look = { width: 1280, dark: false };
    const { window, page } = await openWindow(browser, look);
    const nothing: Seen = () => Promise.resolve();
    const path = await sendRequest(
      page,
      sandbox.address,
      freshRequest(example('clean-phishing.request.json')),
      nothing,
    );
    await signIn(page, sandbox.address, people.officer);
    await page.goto(`${sandbox.address}${path}`);
    for (let round = 0; round < 4 && (await page.getByText(/^\d+ open$/).count()) > 0; round++)
      await answerQuestions(page, findings, nothing);
    await decide(page, 'Narrow.', nothing);
    await signIn(page, sandbox.address, people.judge);
    await page.goto(`${sandbox.address}${path}/order`);
    await page.getByText('Leave out what you do not authorise').click();
    for (const box of await page.locator('[name="target"]').all()) await box.uncheck();
    await page.getByRole('button', { name: 'Show the smaller order' }).click();
    assert.match(await page.locator('.ds-error-summary').innerText(), /Keep at least one/);
    await page.goto(`${sandbox.address}${path}/order`);
    await page.getByText('Leave out what you do not authorise').click();
    await page.getByLabel(/phisher@mail\.example/).uncheck();
    await page.getByRole('button', { name: 'Show the smaller order' }).click();
    await page.getByText('This is the smaller order that you chose').waitFor();
    const shown = await page.locator('.p-order pre').innerText();
    assert.match(shown, /asked for and left out: email phisher@mail\.example/);
    await page.getByRole('button', { name: 'Authorise: sign this text' }).click();
    await page.waitForURL(/done=/);
    await serveOrder(page, sandbox.address, path);
    await signIn(page, sandbox.address, people.provider);
    await page.goto(`${sandbox.address}${path}/production`);
    assert.equal(await page.locator('.p-order pre').innerText(), shown);
    assert.match(await page.locator('.ds-alert').innerText(), /Every check holds/);
    await window.close();
  });

  test('a file of 100 MB gets a page that says what went wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-large-'));
    const file = join(folder, 'large.mbox');
    writeFileSync(file, Buffer.alloc(100_000_000));
    const { window, page } = await openWindow(browser, { width: 360, dark: false });
    await signIn(page, sandbox.address, people.requester);
    await page.goto(`${sandbox.address}/requests/new`);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Check and send' }).click();
    await page.getByRole('heading', { name: 'Too large' }).waitFor();
    rmSync(folder, { recursive: true });
    await window.close();
  });
});

/** The package proves itself, its seal opens with the recipient's key, and the stock tool opens it too. */
async function assertVerifies(zip: Uint8Array, data: string): Promise<void> {
  const files = await unzip(zip);
  const keyFile = join(data, 'keys', 'xa-central-authority.age-identity');
  const identity = readFileSync(keyFile, 'utf8').trim();
  const verification = await verifyPackage(
    (name) => Promise.resolve(files.has(name) ? bytesSource(files.get(name) ?? new Uint8Array()) : undefined),
    () => Promise.resolve([...files.keys()]),
    { identity },
  );
  assert.deepEqual(
    verification.steps.filter(({ ok }) => !ok),
    [],
  );
  const sealed = files.get('evidence.age');
  assert.ok(sealed);
  const age = spawnSync('age', ['--decrypt', '-i', keyFile], { input: sealed, maxBuffer: limits.formProductionBytes });
  if (age.error !== undefined && process.env['CI'] === undefined) return;
  assert.equal(age.status, 0, age.stderr.toString());
  const evidence = await unzip(new Uint8Array(age.stdout));
  assert.ok(evidence.size > 0, 'the stock tool opens what was sealed');
}
