import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

/** Debian's browser, headless, without a net beside the server under test. */
const chromiumPath = '/usr/bin/chromium';

/** Why the browser tests do not run here, if they do not. On a build machine (CI) they must. */
export const withoutBrowser: string | false =
  !existsSync(chromiumPath) && process.env['CI'] === undefined ? 'Debian’s chromium is not installed' : false;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export type Look = Readonly<{ width: number; dark: boolean }>;

/** A person's window with JavaScript off, at one width, in one colour scheme. */
export async function openWindow(browser: Browser, look: Look): Promise<{ window: BrowserContext; page: Page }> {
  const window = await browser.newContext({ ...seen(look), javaScriptEnabled: false, acceptDownloads: true });
  const page = await window.newPage();
  page.setDefaultTimeout(15_000);
  return { window, page };
}

/** A window that looks the same and runs scripts, for the instruments that need them. */
export const openMirror = (browser: Browser, look: Look): Promise<BrowserContext> => browser.newContext(seen(look));

const seen = ({ width, dark }: Look): BrowserContextOptions => ({
  viewport: { width, height: 900 },
  colorScheme: dark ? 'dark' : 'light',
});
