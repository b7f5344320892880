import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freshRequest } from '../web/client.ts';
import { openBrowser, openMirror, openWindow, withoutBrowser, type Look } from './browser.ts';
import { assertAccessible, assertFits, assertValid } from './inspect.ts';
import { readExample, startSandbox, type Sandbox } from './sandbox.ts';
import { people, sendRequest } from './walk.ts';

/** The pages as readers of another language meet them. */

const narrow: Look = { width: 320, dark: false };

void suite('readers of another language', { skip: withoutBrowser }, () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let casePath = '';
  before(async () => {
    sandbox = await startSandbox();
    browser = await openBrowser();
    const { window, page } = await openWindow(browser, narrow);
    const document = freshRequest(readExample('requests/clean-phishing.request.json'));
    casePath = await sendRequest(page, sandbox.address, document, () => Promise.resolve());
    await window.close();
  });
  after(async () => {
    await browser.close();
    await sandbox.close();
    assert.deepEqual(sandbox.journal, []);
  });

  async function picture(name: string, page: Page, look: Look): Promise<void> {
    const shots = process.env['PROVISO_SHOTS'];
    if (shots === undefined) return;
    const file = join(shots, `${look.width}${look.dark ? '-dark' : ''}`, `${name}.png`);
    mkdirSync(join(file, '..'), { recursive: true });
    await page.screenshot({ path: file, fullPage: true });
  }

  const inFrench = async (page: Page): Promise<void> => {
    await page.goto(`${sandbox.address}/`);
    await page.getByRole('button', { name: 'Français' }).click();
  };

  for (const look of [narrow]) {
    test(`in French every page is valid, accessible and no wider than its window, at ${look.width} px`, async () => {
      const { window, page } = await openWindow(browser, look);
      const mirror = await openMirror(browser, look);
      await inFrench(page);
      const pages: readonly (readonly [string, string, string | undefined])[] = [
        ['fr-start', '/', undefined],
        ['fr-preferences', '/language', undefined],
        ['fr-article', '/law/un-cybercrime/35', undefined],
        ['fr-log', '/log', undefined],
        ['fr-cases', '/cases', people.officer],
        ['fr-all-cases', '/cases?show=all&state=received', people.officer],
        ['fr-case', casePath, people.officer],
        ['fr-findings', `${casePath}/findings`, people.officer],
        ['fr-decision', `${casePath}/decision`, people.officer],
        ['fr-questions', '/requests/new/questions', people.requester],
      ];
      let who: string | undefined;
      for (const [name, path, as] of pages) {
        if (as !== undefined && as !== who) {
          await page.goto(`${sandbox.address}/sign-in`);
          await page.getByRole('button', { name: `Continuer comme ${as}` }).click();
          who = as;
        }
        await page.goto(`${sandbox.address}${path}`);
        await inspect(name, page, mirror, look);
      }
      await page.getByRole('button', { name: 'Quelle mesure demandez-vous' }).click();
      await inspect('fr-question', page, mirror, look);
      await page.getByRole('button', { name: 'Revenir à la liste' }).click();
      await page.getByRole('button', { name: 'Vérifier vos réponses' }).click();
      await inspect('fr-check', page, mirror, look);
      await Promise.all([window.close(), mirror.close()]);
    });
  }

  async function inspect(name: string, page: Page, mirror: BrowserContext, look: Look): Promise<void> {
    await picture(name, page, look);
    await assertFits(name, page);
    // The browser writes the markup down in its own way, with a trace of the driver's.
    const markup = (await page.content()).replace(/^<!DOCTYPE html>/, '<!doctype html>').replaceAll(' style=""', '');
    if (name === 'fr-question' || name === 'fr-check') assert.ok(markup.includes('lang="fr"'));
    else await assertValid(name, await (await page.request.get(page.url())).text());
    if (look.width !== 320) await assertAccessible(name, page, mirror);
  }
});
