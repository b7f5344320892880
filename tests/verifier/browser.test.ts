import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bytesSource } from '../../src/evidence/byte-source.ts';
import { writeZip } from '../../src/evidence/zip-writer.ts';
import { buildVerifierPage } from '../../src/verifier/page.ts';
import { checkProof, verifyPackage } from '../../src/verify/index.ts';
import { reading, walk, type Bend } from '../evidence/walk.ts';
import { openBrowser, withoutBrowser } from '../pages/browser.ts';
import { assertFits, assertValid, violationsIn } from '../pages/inspect.ts';

/** The page in a real browser, from a disk, gives the verdict that the command line gives: the same answer, letter by letter. */

type Files = ReadonlyMap<string, Uint8Array>;
const whole = await walk();
const zipOf = async (files: Files): Promise<Buffer> =>
  Buffer.concat(
    await Array.fromAsync(writeZip([...files].map(([name, bytes]) => ({ name, source: bytesSource(bytes) })))),
  );
const changed = (name: string, at: number): Files => {
  const bytes = Uint8Array.from(whole.files.get(name) ?? []);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Map(whole.files).set(name, bytes);
};

/** A few lies of each kind; all of them run on the command line (tests/evidence/verify.test.ts). */
const lies: Readonly<Record<string, Bend>> = {
  'an order wider than the request': { order: (o) => ({ ...o, scope: { ...o.scope, period: { ...o.scope.period, until: '2026-03-01T00:00:00.000Z' } } }) },
  'a decision to refuse': { decided: (d) => ({ ...d, outcome: 'refuse', grounds: ['40(21)(b)'] }) },
  'a chain of custody without its release': { custody: (step) => (step.act === 'released' ? undefined : step) },
  'people who were registered after they acted': { registeredLate: true },
  'acts logged in another order': { sequence: ['request', 'authorisation', 'decision', 'production', 'release'] },
  'a seal of another length': { manifest: (m) => ({ ...m, sealed: { ...m.sealed, ciphertextBytes: m.sealed.ciphertextBytes + 1 } }) },
  'a request in XML that is none': { late: (name, bytes) => (name === 'request.json' ? Buffer.from('<a><b></a>') : bytes) },
}; // prettier-ignore

suite('the page in a browser', { skip: withoutBrowser }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-verifier-'));
  const file = join(folder, 'verify.html');
  const { html } = buildVerifierPage();
  let browser: Browser;
  let window: BrowserContext;
  let page: Page;
  const reached: string[] = [];
  const broken: string[] = [];
  before(async () => {
    writeFileSync(file, html);
    browser = await openBrowser();
    window = await browser.newContext({ locale: 'en-GB', viewport: { width: 1000, height: 900 } });
    page = await window.newPage();
    page.setDefaultTimeout(15_000);
    page.on('request', (request) => void reached.push(request.url()));
    page.on('pageerror', (error) => void broken.push(error.message));
    await page.goto(pathToFileURL(file).href);
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  type Given = { name: string; mimeType: string; buffer: Buffer };
  const given = (name: string, bytes: Uint8Array): Given => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }); // prettier-ignore
  /** Gives files to the page; a fresh page each time, so that no answer can be an old one. */
  async function ask(files: Given[] | string, input = '#files'): Promise<void> {
    await page.reload();
    await page.setInputFiles(input, files);
    await page.waitForSelector('#verdict');
  }
  const answer = async (): Promise<unknown> => JSON.parse((await page.locator('#json').textContent()) ?? '');
  const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  async function assertSameVerdict(files: Files): Promise<boolean> {
    const expected = await verifyPackage(...reading(files));
    await ask([given('package.zip', await zipOf(files))]);
    assert.deepEqual(await answer(), asJson(expected));
    return expected.ok;
  }

  test('an honest package is proven, and says who asked, who authorised, for what and under which conditions', async () => {
    assert.equal(await assertSameVerdict(whole.files), true);
    const text = await page.locator('#answer').innerText();
    for (const says of ['Proven in every step.', 'Ministry of Justice of XA', 'Court of Bellmark', 'phisher@mail.example', '1 January 2026', 'Used for this proceeding only.', 'Compare that key']) {
      assert.ok(text.includes(says), says);
    } // prettier-ignore
  });

  for (const [lie, bend] of Object.entries(lies)) {
    test(`${lie}: the same verdict as on the command line`, async () => {
      assert.equal(await assertSameVerdict((await walk(bend)).files), false);
      assert.match(await page.locator('#verdict').innerText(), /^NOT proven/);
    });
  }

  test('a byte changed in any file: the same verdict as on the command line', async () => {
    for (const [name, bytes] of whole.files) {
      // The leaves of all acts and mandates have one form: those of the release stand for the others.
      if (name.startsWith('log/') && !/^log\/(?:log|release)\./.test(name)) continue;
      if (bytes.length > 1_000 && name !== 'manifest.json' && process.env['PROVISO_LONG'] !== '1') continue;
      assert.equal(await assertSameVerdict(changed(name, bytes.length >> 1)), false, name);
    }
  });

  test('a folder is checked like a ZIP, also inside another folder', async () => {
    const unpacked = join(folder, 'package');
    for (const [name, bytes] of whole.files) {
      mkdirSync(dirname(join(unpacked, name)), { recursive: true });
      writeFileSync(join(unpacked, name), bytes);
    }
    await ask(unpacked, '#folder');
    assert.deepEqual(await answer(), asJson(await verifyPackage(...reading(whole.files))));
    const inside = new Map([...whole.files].map(([name, bytes]) => [`proviso-3f0c6a52/${name}`, bytes]));
    await ask([given('package.zip', await zipOf(inside))]);
    assert.match(await page.locator('#verdict').innerText(), /^Proven/);
  });

  test('a proof from the log is checked with its leaf and the policy, and says what is missing', async () => {
    const [proof, leaf, policy] = ['log/release.tlog-proof', 'log/release.leaf', 'log/log.policy'].map((name) => whole.files.get(name) ?? Buffer.of()) as [Uint8Array, Uint8Array, Uint8Array]; // prettier-ignore
    const files = [given('leaf-9.tlog-proof', proof), given('leaf-9.leaf', leaf), given('log.policy', policy)];
    await ask(files);
    const expected = await checkProof({ proof, leaf, policy: Buffer.from(policy).toString() });
    assert.equal(expected.ok, true);
    assert.deepEqual(await answer(), asJson(expected));
    assert.match(await page.locator('#verdict').innerText(), /is in the log/);
    await ask(files.slice(0, 1));
    assert.deepEqual(await answer(), asJson(await checkProof({ proof })));
    await ask([...files.slice(0, 1), given('leaf-9.leaf', whole.files.get('log/request.leaf') ?? Buffer.of()), ...files.slice(2)]); // prettier-ignore
    assert.match(await page.locator('#verdict').innerText(), /NOT proven/);
  });

  test('a key that the reader trusts decides, not the one in the package', async () => {
    await page.reload();
    await page.locator('summary').first().click();
    await page.fill('#key', 'log.other.example+0c0d4b0f+AVs1bPGWGe1yYyoI2sLBmEjg5cTjbRfVMzWiPoyMzcFZ');
    await page.setInputFiles('#files', [given('package.zip', await zipOf(whole.files))]);
    await page.waitForSelector('#verdict');
    assert.match(await page.locator('#verdict').innerText(), /^NOT proven/);
    await page.fill('#key', whole.logKey);
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.locator('#verdict', { hasText: /^Proven/ }).waitFor();
  });

  test('what is neither a package nor a proof is said to be so', async () => {
    await ask([given('holiday.jpg', Buffer.from([0xff, 0xd8, 0xff]))]);
    assert.match(await page.locator('#verdict').innerText(), /Neither a package nor a proof/);
    await ask([given('package.zip', Buffer.from('PK\x03\x04 and then nothing of a ZIP'))]);
    assert.match(await page.locator('#verdict').innerText(), /^NOT proven/);
  });

  test('the page speaks French to who reads French', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.setInputFiles('#files', [given('package.zip', await zipOf(whole.files))]);
    await page.waitForSelector('#verdict');
    assert.match(await page.locator('#verdict').innerText(), /Prouvé à chaque étape/);
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  });

  test('the page is valid, usable with any aid, and fits a small window', async () => {
    await assertValid('verifier', html);
    const packed = given('package.zip', await zipOf(changed('order.txt', 30)));
    for (const look of [
      { width: 320, dark: true },
      { width: 1280, dark: false },
    ]) {
      const seen = await browser.newContext({ bypassCSP: true, viewport: { width: look.width, height: 900 }, colorScheme: look.dark ? 'dark' : 'light' }); // prettier-ignore
      const copy = await seen.newPage();
      await copy.goto(pathToFileURL(file).href);
      for (const files of [[], [packed]]) {
        if (files.length > 0) {
          await copy.setInputFiles('#files', files);
          await copy.waitForSelector('#verdict');
          for (const details of await copy.locator('summary').all()) await details.click();
        }
        await assertFits('verifier', copy);
        assert.deepEqual(await violationsIn(copy), []);
      }
      await seen.close();
    }
  });

  test('the page reached nothing but itself, and nothing in it broke', async () => {
    assert.deepEqual([...new Set(reached)], [pathToFileURL(file).href]);
    assert.deepEqual(broken, []);
    const tried = await page.evaluate(async () => {
      const left = await fetch('https://example.org/').catch(() => 'refused');
      return typeof left === 'string' ? left : 'reached';
    });
    assert.equal(tried, 'refused');
  });
});
