import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openMirror, openWindow, withoutBrowser, type Look } from './browser.ts';
import { assertAccessible, assertFits, assertValid } from './inspect.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';

/** The accessibility engine needs half a minute for the longest pages: they have no part that the others have not. */
const long = process.env['PROVISO_LONG'] !== undefined;
const longest: readonly string[] = ['law', 'article-40', 'iccpr-19', 'states'];

/** One page of each kind: the index, much law, little, none that is coded, a right, all States, a real one, a test State. */
const places = {
  law: '/law',
  'article-40': '/law/un-cybercrime/40',
  'article-6': '/law/un-cybercrime/6',
  'article-25': '/law/un-cybercrime/25',
  'iccpr-19': '/law/iccpr/19',
  states: '/law/states',
  'state-qa': '/law/states/qa',
  'state-xb': '/law/states/xb',
} as const;

void suite('the law in a browser with JavaScript off', { skip: withoutBrowser }, () => {
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

  const looks: readonly Look[] = [
    { width: 1280, dark: false },
    { width: 1280, dark: true },
    { width: 360, dark: true },
  ];
  for (const look of looks) {
    const name = `${look.width}${look.dark ? '-dark' : ''}`;
    test(`every kind of page is valid, accessible and no wider than its window: ${name}`, async () => {
      const { window, page } = await openWindow(browser, look);
      const mirror = await openMirror(browser, look);
      for (const [place, path] of Object.entries(places)) {
        await page.goto(`${sandbox.address}${path}`);
        const shots = process.env['PROVISO_SHOTS'];
        if (shots !== undefined) {
          const file = join(shots, name, `${place}.png`);
          mkdirSync(dirname(file), { recursive: true });
          await page.screenshot({ path: file, fullPage: true });
        }
        await assertFits(place, page);
        if (!look.dark) await assertValid(place, await (await page.request.get(page.url())).text());
        if (long || !longest.includes(place)) await assertAccessible(place, page, mirror);
      }
      await Promise.all([window.close(), mirror.close()]);
    });
  }

  test('a reader finds an article from the index, and a rule by the address that cases cite', async () => {
    const { window, page } = await openWindow(browser, { width: 360, dark: false });
    await page.goto(sandbox.address);
    await page.getByRole('navigation').getByRole('link', { name: 'The law' }).click();
    await page.getByRole('link', { name: 'Article 24: Conditions and safeguards' }).click();
    await page.getByRole('heading', { level: 1, name: 'Article 24: Conditions and safeguards' }).waitFor();
    await page.goto(`${sandbox.address}/law/un-cybercrime/40#40(22)/bar`);
    const cited = page.locator('h3:target');
    assert.match(await cited.innerText(), /un-cybercrime\/40\(22\)\/bar/);
    const box = await cited.boundingBox();
    assert.ok(box !== null && box.y >= 0 && box.y < 900, `the rule is in sight: ${String(box?.y)}`);
    await window.close();
  });

  test('words stand left and rules right where there is room, one after the other where there is none', async () => {
    for (const [width, beside] of [
      [1280, true],
      [360, false],
    ] as const) {
      const { window, page } = await openWindow(browser, { width, dark: false });
      await page.goto(`${sandbox.address}/law/un-cybercrime/6`);
      const words = await page.locator('.p-law__text').first().boundingBox();
      const rules = await page.locator('.p-law__rules').first().boundingBox();
      assert.ok(words !== null && rules !== null);
      assert.equal(rules.x >= words.x + words.width && Math.abs(rules.y - words.y) < 2, beside, `${width} px`);
      await window.close();
    }
  });
});
