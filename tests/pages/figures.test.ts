import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { leafForFigures } from '../../src/acts/leaf-for.ts';
import { figuresHash, openCounter } from '../../src/observatory/figures.ts';
import type { OpenLeaf } from '../../src/transparency/leaf.ts';
import { openBrowser, openMirror, openWindow, withoutBrowser, type Look } from './browser.ts';
import { assertAccessible, assertFits, assertValid } from './inspect.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';

const paths = { figures: '/figures', 'figures-month': '/figures/2026-03' } as const;

/** Two years of practice, as a log would count them. */
async function furnish({ store }: Sandbox): Promise<void> {
  const counter = openCounter(1);
  let index = 0;
  const see = (month: string, count: number, change: Partial<OpenLeaf>): void => {
    for (let n = 0; n < count; n += 1)
      counter.see({ format: 'proviso-leaf/1', kind: 'request', authority: 'xb-central-authority', month, commitment: 'ab'.repeat(32), case: 'cd'.repeat(32), counterpart: 'XA', measure: 'stored-data', dataCategories: ['traffic'], test: 1, ...change }, index++); // prettier-ignore
  };
  for (let at = 0; at < 24; at += 1) {
    const month = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    see(month, at === 9 ? 4 : 20 + ((at * 7) % 30), {});
    see(month, at % 2 === 0 ? 14 : 3, { counterpart: 'XC', measure: 'preservation', dataCategories: ['content', 'traffic'] }); // prettier-ignore
    see(month, 12 + (at % 5), { kind: 'decision', outcome: 'granted' });
    see(month, 11, { kind: 'decision', outcome: 'refused', grounds: ['40(22)'] });
  }
  for (let due = counter.due(); due !== undefined && due <= '2026-12'; due = counter.due()) {
    const figures = counter.settle(due);
    const random = (bytes: number): Uint8Array => new Uint8Array(bytes);
    const leaf = leafForFigures({ figures, figuresSha256: figuresHash(figures), authority: 'xb-central-authority', at: '2027-02-01T00:00:00.000Z', random }); // prettier-ignore
    assert.ok(await store.writer.appendFigures(figures, leaf));
  }
}

void suite('figures in a browser with JavaScript off', { skip: withoutBrowser }, () => {
  let sandbox: Sandbox;
  let browser: Browser;
  before(async () => {
    sandbox = await startSandbox();
    await furnish(sandbox);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await sandbox.close();
    assert.deepEqual(sandbox.journal, [], 'nothing that should be impossible happened');
  });

  const looks: readonly Look[] = [{ width: 1280, dark: false }, { width: 320, dark: true }]; // prettier-ignore
  for (const look of looks)
    test(`the pages are valid, accessible and no wider than their window: ${look.width}`, async () => {
      const { window, page } = await openWindow(browser, look);
      const mirror = await openMirror(browser, look);
      for (const [place, path] of Object.entries(paths)) {
        await page.goto(`${sandbox.address}${path}`);
        const shots = process.env['PROVISO_SHOTS'];
        if (shots !== undefined) {
          const file = join(shots, `${place}-${look.width}.png`);
          mkdirSync(dirname(file), { recursive: true });
          await page.screenshot({ path: file, fullPage: true });
        }
        await assertFits(place, page);
        if (!look.dark) await assertValid(place, await (await page.request.get(page.url())).text());
        await assertAccessible(place, page, mirror);
      }
      await Promise.all([window.close(), mirror.close()]);
    });

  test('every number of a chart stands in the table behind it, and in both files', async () => {
    const { window, page } = await openWindow(browser, { width: 1280, dark: false });
    await page.goto(`${sandbox.address}/figures`);
    const titles = await page.locator('#request ~ figure rect title').allTextContents();
    assert.ok(titles.length > 20, String(titles.length));
    const rows = await page.locator('#request ~ details').first().locator('tbody tr').allTextContents();
    const flat = (text: string): string => text.replaceAll(/[\s:]/g, '');
    assert.deepEqual(rows.map(flat), titles.map(flat));
    const csv = await (await page.request.get(`${sandbox.address}/figures/figures.csv`)).text();
    const json = JSON.stringify(await (await page.request.get(`${sandbox.address}/figures/figures.json`)).json());
    for (const title of titles.filter((each) => /^\d{4}-\d{2}: /.test(each))) {
      const [period = '', count = ''] = title.split(': ');
      assert.ok(csv.includes(`${period},request,${period},all,all,${count}\r\n`), title);
      assert.ok(json.includes(`"count":${count},"kind":"request","period":"${period}"`), title);
    }
    assert.equal((await page.request.get(`${sandbox.address}/figures/2031-01`)).status(), 404);
    await window.close();
  });
});
