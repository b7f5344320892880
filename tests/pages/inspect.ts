import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import type { BrowserContext, Page } from 'playwright-core';

/** What every page must be: valid, usable with any aid, not wider than its window. */

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Writing style that says nothing about the page: `<br />`, spaces at line ends, an empty line less or more.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attr-spacing': 'off',
    // Titles name the case; a browser cuts them where it must.
    'long-title': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    // An id may hold what is not white space (HTML Living Standard): ours hold the names of facts.
    'valid-id': ['error', { relaxed: true }],
    // Check-boxes of one question share its name; so do buttons that lead to different places.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // Style sheets come from this host, under a name that is their hash.
    'require-sri': 'off',
    // The order is a region that can be scrolled to and read on its own; <section> would need a heading of ours in it.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

/** @throws AssertionError with each error, line and rule. */
export async function assertValid(name: string, markup: string): Promise<void> {
  const report = await validator.validateString(markup);
  const errors = report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line }) => `${line}: ${message} (${ruleId}) ${markup.split('\n')[line - 1] ?? ''}`,
    ),
  );
  assert.deepEqual(errors, [], `${name} is valid HTML`);
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * WCAG 2.2 A and AA by axe-core. Pages are read with JavaScript off; axe itself needs it, so what was rendered is given
 * to a second window that has nothing else: same markup, same style sheets, same width, same colours.
 */
export async function assertAccessible(name: string, page: Page, mirror: BrowserContext): Promise<void> {
  const copy = await mirror.newPage();
  const url = page.url();
  // What is folded is part of the page too.
  const markup = (await page.content()).replaceAll('<details ', '<details open ');
  await copy.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 });
  await copy.route(url, (route) => route.fulfill({ body: markup, contentType: 'text/html; charset=utf-8' }));
  await copy.goto(url);
  const found = await violationsIn(copy);
  await copy.close();
  assert.deepEqual(found, [], `${name} at ${look(page)}`);
}

/** What axe-core finds in a page that runs scripts and lets a foreign one in. */
export async function violationsIn(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run: (options: object) => Promise<Violations> } };
    const { violations } = await run.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join(' | ')}`,
    );
  });
}

const look = (page: Page): string => `${page.viewportSize()?.width ?? 0} px`;

/** No page scrolls sideways. Measured without script: a picture of the whole page is as wide as what it holds. */
export async function assertFits(name: string, page: Page): Promise<void> {
  const picture = await page.screenshot({ fullPage: true });
  // PNG, section 11.2.1: the width is the first field of the first chunk.
  const width = picture.readUInt32BE(16);
  assert.equal(width, page.viewportSize()?.width, `${name} is ${width} px wide`);
}

type Violations = { violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[] };
