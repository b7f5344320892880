import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freshRequest } from '../web/client.ts';
import { openBrowser, openMirror, openWindow, withoutBrowser, type Look } from './browser.ts';
import { assertAccessible, assertFits, assertValid } from './inspect.ts';
import { readExample, startSandbox, type Sandbox } from './sandbox.ts';
import { people, sendRequest, signIn } from './walk.ts';

/** What the two States say to each other about one request, in a browser with JavaScript off. */
void suite('what the two States say to each other about a request', { skip: withoutBrowser }, () => {
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

  const inspect = async (name: string, page: Page, mirror: BrowserContext): Promise<void> => {
    await assertFits(name, page);
    await assertValid(name, await (await page.request.get(page.url())).text());
    await assertAccessible(name, page, mirror);
  };
  const press = async (page: Page, button: string): Promise<void> => {
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL(/done=/);
  };

  for (const look of [
    { width: 1280, dark: false },
    { width: 360, dark: true },
  ] satisfies readonly Look[]) {
    test(`what is missing is asked for and supplied, at ${look.width} px`, async () => {
      const { window, page } = await openWindow(browser, look);
      const mirror = await openMirror(browser, look);
      const visit = async (person: string, path: string): Promise<void> => {
        await signIn(page, sandbox.address, person);
        await page.goto(`${sandbox.address}${path}`);
      };
      const incomplete = freshRequest(readExample('requests/missing-period.request.json'));
      const path = await sendRequest(page, sandbox.address, incomplete, () => Promise.resolve());
      await visit(people.officer, path);
      await page.getByRole('link', { name: 'Ask the other State' }).click();
      await page.getByLabel('Message to the asking State').fill('Name the period.\nBy the end of March.');
      await press(page, 'Send');
      await inspect('case-information-asked', page, mirror);

      await visit(people.requester, '/cases');
      assert.match(await page.locator('main').innerText(), /Supply what was asked for/);
      await page.goto(`${sandbox.address}${path}`);
      await page.getByRole('link', { name: 'Supply what was asked for' }).click();
      await inspect('supply-form', page, mirror);
      assert.match(await page.locator('main').innerText(), /Name the period\./);
      const field = page.locator('#document');
      const request = JSON.parse(await field.inputValue()) as Record<string, unknown>;
      await field.fill(JSON.stringify({ ...request, period: { from: 'yesterday', until: 'today' } }));
      await page.getByRole('button', { name: 'Check and supply' }).click();
      assert.match(await page.locator('.ds-error-summary').innerText(), /period\.from/);
      assert.match(await field.inputValue(), /yesterday/);
      await assertAccessible('supply-form-errors', page, mirror);
      await field.fill(JSON.stringify({ ...request, measure: 'interception' }));
      await page.getByRole('button', { name: 'Check and supply' }).click();
      assert.match(await page.locator('.ds-alert').first().innerText(), /This is another request.*measure/s);
      const period = { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' };
      const mended = JSON.stringify({ ...request, period });
      // A file beside the text as it was shown: the file counts.
      await page.goto(`${sandbox.address}${path}/information/supply`);
      await page
        .locator('input[type=file]')
        .setInputFiles([{ name: 'mended.json', mimeType: 'application/json', buffer: Buffer.from(mended) }]);
      await press(page, 'Check and supply');
      await inspect('case-supplied', page, mirror);
      assert.match(await page.locator('main').innerText(), /Information supplied: a new document of the request/);
      await visit(people.officer, path);
      assert.doesNotMatch(await page.locator('main').innerText(), /still owes something/);
      assert.equal(await page.getByRole('link', { name: 'Ask the other State' }).count(), 0);
      await Promise.all([window.close(), mirror.close()]);
    });

    test(`the asking State is consulted, answers, and is refused with reasons, at ${look.width} px`, async () => {
      const { window, page } = await openWindow(browser, look);
      const mirror = await openMirror(browser, look);
      const visit = async (person: string, path: string): Promise<void> => {
        await signIn(page, sandbox.address, person);
        await page.goto(`${sandbox.address}${path}`);
      };
      const request = freshRequest(readExample('requests/clean-phishing.request.json'));
      const path = await sendRequest(page, sandbox.address, request, () => Promise.resolve());
      const refuse = async (): Promise<void> => {
        await visit(people.officer, `${path}/decision`);
        await page.getByLabel('Refuse').check();
        await page.getByLabel(/^Article 40\(21\)\(b\)/).check();
        await page.getByLabel('Reasons').fill('It would harm public order.');
        await page.getByRole('button', { name: 'Record the decision' }).click();
      };
      await refuse();
      assert.match(await page.locator('.ds-alert').first().innerText(), /Consult the asking State first/);
      await page
        .getByRole('link', { name: /^Consult the asking State first/ })
        .first()
        .click();
      await inspect('consultation-form', page, mirror);
      await page.getByRole('button', { name: 'Consult' }).click();
      assert.match(await page.locator('.ds-error-summary').innerText(), /at least one ground.*Fill this in/s);
      await assertAccessible('consultation-form-errors', page, mirror);
      await page.getByLabel(/^Article 40\(21\)\(b\)/).check();
      await page.getByLabel('Message to the asking State').fill('Would a shorter period do?');
      await press(page, 'Consult');
      await inspect('case-consulted', page, mirror);
      await refuse();
      assert.match(await page.locator('.ds-alert').first().innerText(), /still time to answer/);

      await visit(people.requester, path);
      await page.getByRole('link', { name: 'Answer the consultation' }).click();
      await inspect('consultation-answer', page, mirror);
      assert.match(await page.locator('main').innerText(), /Would a shorter period do\?/);
      await page.getByLabel('Your answer').fill('It would not.');
      await press(page, 'Answer');
      await refuse();
      await page.waitForURL(/done=/);
      await inspect('case-refused', page, mirror);
      assert.match(await page.locator('main').innerText(), /It would not\./);
      await Promise.all([window.close(), mirror.close()]);
    });

    test(`a request is taken back, at ${look.width} px`, async () => {
      const { window, page } = await openWindow(browser, look);
      const mirror = await openMirror(browser, look);
      const request = freshRequest(readExample('requests/clean-phishing.request.json'));
      const path = await sendRequest(page, sandbox.address, request, () => Promise.resolve());
      await page.getByRole('link', { name: 'Withdraw the request' }).click();
      await inspect('withdraw-form', page, mirror);
      await page.getByRole('button', { name: 'Withdraw the request' }).click();
      assert.match(await page.locator('.ds-error-summary').innerText(), /Give your reasons/);
      await assertAccessible('withdraw-form-errors', page, mirror);
      await page.getByLabel('Reasons').fill('Found elsewhere.');
      await press(page, 'Withdraw the request');
      await inspect('case-withdrawn', page, mirror);
      await signIn(page, sandbox.address, people.officer);
      await page.goto(`${sandbox.address}${path}`);
      assert.match(await page.locator('main').innerText(), /Withdrawn by the asking State.*Found elsewhere\./s);
      await Promise.all([window.close(), mirror.close()]);
    });
  }
});
