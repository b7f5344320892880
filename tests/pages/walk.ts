import type { Page } from 'playwright-core';
import { readExample } from './sandbox.ts';

/** The walk as people do it in a browser, step by step. `seen` is told of each page that a person would stop at. */

export type Seen = (name: string, page: Page) => Promise<void>;

export const people = {
  requester: 'Amara Nwosu',
  officer: 'Vera Lindqvist',
  formerOfficer: 'Jonas Petit',
  judge: 'Ines Okafor',
  provider: 'Tomas Rey',
  person: 'Samir Dahl',
} as const;

export async function signIn(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: `Continue as ${name}` }).click();
}

/** @returns the path of the new case. */
export async function sendRequest(page: Page, address: string, document: string, seen: Seen): Promise<string> {
  await signIn(page, address, people.requester);
  await page.getByRole('link', { name: 'Send a request' }).first().click();
  await seen('request-form', page);
  await page.getByLabel('Or paste the text of the request').fill(document);
  await page.getByRole('button', { name: 'Check and send' }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  await seen('case-requester', page);
  return new URL(page.url()).pathname;
}

export type Finding = Readonly<{ fact: string; value: unknown; reasons: string }>;

export async function answerQuestions(page: Page, findings: readonly Finding[], seen: Seen): Promise<void> {
  await page.getByRole('link', { name: 'Answer the open questions' }).click();
  await seen('findings-form', page);
  for (const { fact, value, reasons } of findings) {
    const field = page.locator(`[name="answer.${fact}"]`);
    if ((await field.count()) === 0) continue;
    if ((await field.first().getAttribute('type')) === 'text') await field.fill(String(value));
    else
      for (const each of [value].flat()) await page.locator(`[name="answer.${fact}"][value="${String(each)}"]`).check();
    await page.locator(`[name="reasons.${fact}"]`).fill(reasons);
  }
  await page.getByRole('button', { name: 'Record these answers' }).click();
  await page.waitForURL(/done=/);
}

export async function decide(page: Page, reasons: string, seen: Seen): Promise<void> {
  await page.getByRole('link', { name: 'Decide: grant or refuse' }).click();
  await seen('decide-form', page);
  await page.getByLabel('Grant: propose an order to the court').check();
  await page.getByLabel('Reasons').fill(reasons);
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await page.waitForURL(/done=/);
}

/** The officer serves the order that the court signed, with the date that the page proposes. */
export async function serveOrder(page: Page, address: string, path: string, seen?: Seen): Promise<void> {
  await signIn(page, address, people.officer);
  await page.goto(`${address}${path}`);
  await page.getByRole('link', { name: /Serve the order/ }).click();
  await seen?.('service', page);
  await page.getByRole('button', { name: 'Serve the order' }).click();
  await page.waitForURL(/done=/);
}

/** From a granted request to the downloaded hand-over. @returns the path of the ZIP file. */
export async function fromCourtToPackage(page: Page, address: string, path: string, seen: Seen): Promise<string> {
  await signIn(page, address, people.judge);
  await page.goto(`${address}${path}`);
  await page.getByRole('link', { name: /Read the order/ }).click();
  await seen('order', page);
  await page.getByRole('button', { name: 'Authorise: sign this text' }).click();
  await page.waitForURL(/done=/);
  await serveOrder(page, address, path, seen);
  await signIn(page, address, people.provider);
  await seen('cases-provider', page);
  await page.goto(`${address}${path}`);
  await seen('case-provider', page);
  await page.getByRole('link', { name: /Check the order/ }).click();
  await seen('production', page);
  await page.locator('input[type=file]').setInputFiles([
    { name: 'mailbox.mbox', mimeType: 'application/mbox', buffer: Buffer.from(readExample('evidence/mailbox.mbox')) },
    { name: 'site.warc', mimeType: 'application/warc', buffer: Buffer.from(readExample('evidence/site.warc')) },
  ]);
  await page.getByRole('button', { name: 'Hand over these files' }).click();
  await page.waitForURL(/done=/);
  await signIn(page, address, people.officer);
  await page.goto(`${address}${path}`);
  await page.getByRole('link', { name: /Review what leaves/ }).click();
  await seen('release', page);
  await page.getByRole('button', { name: 'Seal and release' }).click();
  await page.waitForURL(/done=/);
  await signIn(page, address, people.requester);
  await page.goto(`${address}${path}`);
  await page.getByRole('link', { name: /Collect the evidence/ }).click();
  await seen('package', page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the package' }).click();
  const download = await waiting;
  return download.path();
}
