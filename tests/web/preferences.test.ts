import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { languages } from '../../src/catalogue/languages.ts';
import { accepted, allZones } from '../../src/web/preferences.ts';
import { ownPath } from '../../src/web/own-path.ts';
import { momentText } from '../../src/web/parts/moment.ts';
import { startSandbox, type Sandbox } from '../pages/sandbox.ts';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${sandbox.address}${path}`, { headers, redirect: 'manual' });
const choose = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${sandbox.address}/language`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { origin: sandbox.address, ...headers },
  });
const cookiesOf = (answer: Response): string =>
  answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; '); // prettier-ignore

test('a browser is answered in the first language it asks for that there is', async () => {
  assert.equal(accepted('fr-CA,fr;q=0.9,en;q=0.8'), 'fr');
  assert.equal(accepted('de,en;q=0.5,fr;q=0.7'), 'fr');
  assert.equal(accepted('FR'), 'fr');
  for (const none of [
    '',
    '*',
    'de',
    'fr;q=0',
    'constructor',
    '__proto__',
    ','.repeat(2_000),
    `${'x,'.repeat(400)}fr`,
  ]) {
    assert.equal(accepted(none), 'en', none.slice(0, 20));
  }
  const page = await get('/', { 'accept-language': 'fr-FR,en;q=0.5' });
  assert.equal(page.headers.get('content-language'), 'fr');
  const text = await page.text();
  assert.match(text, /<html lang="fr" dir="ltr"/);
  assert.match(text, /Des preuves électroniques par-delà les frontières/);
});

test('what the reader chose stands above what the browser asks for, and brings them back to the same page', async () => {
  const chosen = await choose({ language: 'fr', to: '/log/leaves?until=5' }, { 'accept-language': 'en' });
  assert.equal(chosen.status, 303);
  assert.equal(chosen.headers.get('location'), '/log/leaves?until=5');
  const cookie = cookiesOf(chosen);
  assert.equal(cookie, 'proviso-language=fr');
  for (const set of chosen.headers.getSetCookie()) assert.match(set, /HttpOnly; SameSite=Lax/);
  const page = await (await get('/log', { cookie, 'accept-language': 'en' })).text();
  assert.match(page, /<h1[^>]*>Le journal public/);
  assert.match(page, /name="language"\s+value="en"\s+lang="en"/);
});

test('moments are shown in the zone that the reader chose, and say which', async () => {
  const cookie = cookiesOf(await choose({ language: 'fr', zone: 'Europe/Paris', to: '/' }));
  assert.match(await (await get('/', { cookie })).text(), /Heures affichées\u00A0: Europe\/Paris/);
  const at = '2026-07-14T22:30:00.000Z';
  const shown = (zone: string): string => momentText({ ...languages.fr.words, zone }, at);
  assert.equal(shown('UTC'), '14 juillet 2026 à 22:30 UTC');
  assert.equal(shown('Europe/Paris'), '15 juillet 2026 à 00:30 UTC+2');
  assert.equal(momentText(languages.en.words, at), '14 July 2026 at 22:30 UTC');
});

test('a problem is told in the language of whoever meets it, to programs too', async () => {
  const page = await (await get('/nowhere', { 'accept-language': 'fr' })).text();
  assert.match(page, /Page introuvable/);
  const problem = (await (await get('/api/nowhere', { 'accept-language': 'fr' })).json()) as { title: string };
  assert.equal(problem.title, 'Page introuvable');
});

test('a choice that there is not is sent back, and nothing is kept', async () => {
  for (const fields of [{ language: 'xx' }, { zone: 'Europe/Nowhere' }, { language: 'fr', zone: '../etc' }]) {
    const answer = await choose({ ...fields, to: '/' });
    assert.equal(answer.status, 400);
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  const forged = await get('/', { cookie: 'proviso-language=__proto__; proviso-zone=Mars/Olympus' });
  assert.match(await forged.text(), /<html lang="en" dir="ltr"/);
});

test('a choice sent from elsewhere is not taken', async () => {
  assert.equal((await choose({ language: 'fr' }, { origin: 'https://elsewhere.example' })).status, 403);
});

test('the way back leads nowhere but here', async () => {
  for (const to of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '/ä',
    '',
    '/'.padEnd(3_000, 'a'),
  ]) {
    assert.equal(ownPath(to), undefined, to.slice(0, 20));
    assert.equal((await choose({ language: 'fr', to })).headers.get('location'), '/');
  }
  assert.equal(ownPath('/cases/1?done=2'), '/cases/1?done=2');
});

test('every zone on the list can be chosen and shown', () => {
  assert.ok(allZones.length > 400);
  assert.equal(new Set(allZones).size, allZones.length);
  for (const zone of allZones)
    assert.ok(momentText({ ...languages.en.words, zone }, '2026-01-01T00:00:00Z').length > 10);
});

test('the law is in the language of the page, and what is not says so in its markup', async () => {
  const page = await (await get('/law/un-cybercrime/35', { 'accept-language': 'fr' })).text();
  assert.match(page, /<div class="p-law__text"\s+lang="en"\s*>/);
  assert.match(page, /Ce texte n’existe encore qu’en anglais/);
  assert.doesNotMatch(await (await get('/law/un-cybercrime/35')).text(), /lang="en">|qu’en anglais/);
});
