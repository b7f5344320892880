import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** Debian's browser, without a net beside the server under test. */
export const chromiumPath = '/usr/bin/chromium';

/** Why the browser tests do not run here, if they do not. On a build machine (CI) they must. */
export const withoutBrowser: string | false =
  !existsSync(chromiumPath) && process.env['CI'] === undefined && 'Debian’s chromium is not installed';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Look = Readonly<{ width: number; dark?: boolean }>;

/** A window with JavaScript off, at one width, in one colour scheme. */
export async function openWindow({
  width,
  dark,
}: Look): Promise<{ context: BrowserContext; page: Page; close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'proviso-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: flags,
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
    colorScheme: dark === true ? 'dark' : 'light',
    acceptDownloads: true,
    timezoneId: 'UTC',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
  return {
    context,
    page,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
