import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, withoutBrowser } from '../pages/browser.ts';
import { readExample } from '../pages/sandbox.ts';
import { answers, done } from '../stories/sandbox.ts';
import { readRequest } from '../../src/wire/read-request.ts';
import { parseAssertion, isAsserted } from '../../src/authorisation/assertion.ts';
import { startOffice, type Running } from './office.ts';

/** Passkeys for real: Chromium with its virtual authenticator (WebAuthn section 11), the pages and the script as they are. */
void suite('in a browser', { skip: withoutBrowser }, () => {
  let office: Running;
  let browser: Browser;
  let window: BrowserContext;
  let page: Page;
  before(async () => {
    office = await startOffice();
    browser = await openBrowser();
    window = await browser.newContext();
    page = await window.newPage();
    page.setDefaultTimeout(20_000);
    const session = await window.newCDPSession(page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    }); // prettier-ignore
  });
  after(async () => {
    await browser.close();
    await office.close();
  });

  test('a judge is invited, registers a passkey, signs in with it, and signs exactly the text of an order', async () => {
    const caseId = await granted(office);
    const invited = await office.composed.acts.invitePerson({ mandate: 'xb-court/rita-first', person: 'ines-okafor' });
    assert.ok(invited.kind === 'invited');
    await page.goto(`${office.address}/join`);
    await page.getByLabel('Code').fill(invited.code);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Name of this passkey').fill('Court laptop');
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByText('The passkey is registered').waitFor();
    await page.goto(`${office.address}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('link', { name: 'Ines Okafor' }).waitFor();
    await page.goto(`${office.address}/cases/${caseId}/order`);
    const text = await page.locator('.p-order pre').textContent();
    await page.getByRole('button', { name: 'Authorise: sign this text' }).click();
    await page.getByText('Authorised by the court').first().waitFor();
    const subject = await office.store.writer.caseById(caseId);
    const kept = await office.store.writer.document(subject?.authorised?.body.noteSha256 ?? '');
    const assertion = parseAssertion(kept ?? new Uint8Array());
    const [registered] = await office.store.writer.keysOf('ines-okafor');
    assert.ok(assertion && registered?.key.kind === 'passkey');
    assert.equal(registered.key.name, 'Court laptop');
    assert.ok(isAsserted(assertion, text ?? '', registered.key), 'over the text that the page showed');
    assert.equal(isAsserted(assertion, `${text ?? ''} `, registered.key), false);
    assert.deepEqual(office.journal, []);
  });

  test('a second passkey is added and a session ended on the person’s own page', async () => {
    await page.goto(`${office.address}/account`);
    assert.equal((await page.getByText('Court laptop').count()) > 0, true);
    await page.getByRole('button', { name: 'End', exact: true }).first().click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
    await page.goto(`${office.address}/account`);
    assert.ok(page.url().endsWith('/sign-in'));
  });
});

async function granted({ composed: { acts, tools } }: Running): Promise<string> {
  const example = JSON.parse(new TextDecoder().decode(readExample('requests/clean-phishing.request.json'))) as object;
  const document = new TextEncoder().encode(JSON.stringify({ ...example, id: randomUUID() }));
  const read = readRequest(document);
  assert.ok(read.ok);
  const actId = randomUUID;
  const sent = done(await acts.receiveRequest({ actId: actId(), mandate: 'xa-central-authority/amara-nwosu', document, form: read.form, request: read.request })); // prettier-ignore
  const { caseId } = sent.value;
  const mandate = 'xb-central-authority/vera-lindqvist';
  const frame = async () => ({
    actId: actId(),
    mandate,
    caseId,
    version: (await tools.store.caseById(caseId))?.version ?? 0,
  });
  const view = await acts.seeCase({ mandate, caseId, page: 'test' });
  assert.ok(view.kind === 'seen');
  const open = new Set<string>(view.assessment.questions.map(({ fact }) => fact));
  done(await acts.recordFindings({ ...(await frame()), findings: answers().filter(({ fact }) => open.has(fact)) }));
  done(
    await acts.decide({ ...(await frame()), outcome: 'grant', reasons: 'Complete and proportionate.', grounds: [] }),
  );
  return caseId;
}
