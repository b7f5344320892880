import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { policies, rules } from '../../law/law.ts';
import { states } from '../../law/states/states.ts';
import { english } from '../../law/words.en.ts';
import { en } from '../../src/catalogue/en.ts';
import { readLawBook } from '../../src/cli/law-book.ts';
import { asks } from '../../src/law/asks.ts';
import { sayRule } from '../../src/law/say.ts';
import { switches, switchNames } from '../../src/law/switches.ts';
import type { Door } from '../../src/web/door.ts';
import { escape } from '../../src/web/html.ts';
import { rulePath } from '../../src/web/law/citation.ts';
import { markOf, openLawBook, reviewsOf, rulesOf, type LawBook } from '../../src/web/law/law-book.ts';
import { rulePart } from '../../src/web/law/rule-part.ts';
import { startSandbox, type Sandbox } from '../pages/sandbox.ts';
import { client, freshRequest, mandates, signedIn } from './client.ts';
import { readExample } from '../pages/sandbox.ts';

let sandbox: Sandbox;
let book: LawBook;
before(async () => {
  sandbox = await startSandbox();
  book = await readLawBook();
});
after(async () => {
  await sandbox.close();
  assert.deepEqual(sandbox.journal, [], 'nothing that should be impossible happened');
});

const pages = new Map<string, string>();
async function page(path: string): Promise<string> {
  const found = pages.get(path);
  if (found !== undefined) return found;
  const answer = await client(sandbox.address).get(path);
  assert.equal(answer.status, 200, path);
  const markup = await answer.text();
  pages.set(path, markup);
  return markup;
}
const addressOf = ({ instrument, number }: { instrument: string; number: string }): string =>
  `/law/${instrument}/${number}`;

void suite('the law, for anybody', () => {
  test('every article is in the index and has a page with its words, its link, its date and how sure it is', async () => {
    const index = await page('/law');
    assert.ok(book.articles.length > 50, `${book.articles.length} articles`);
    for (const article of book.articles) {
      assert.ok(index.includes(`href="${addressOf(article)}"`), addressOf(article));
      const markup = await page(addressOf(article));
      const { link, sure, checked, title } = article.front;
      for (const each of [link, sure, checked, title])
        assert.ok(markup.includes(escape(each)), `${article.path}: ${each}`);
      assert.ok(Object.hasOwn(en.law.sure, markOf(sure)), `${article.path}: ${sure}`);
      for (const { heading, text, notCoded } of article.paragraphs)
        for (const each of [heading, ...text.split(/\n\n+|`/), ...notCoded.flatMap((why) => why.split('`'))])
          assert.ok(markup.includes(escape(each)), `${article.path}: ${each}`);
    }
  });

  test('every rule that a case may cite stands on the page to which its citation leads, in plain language, with its asks', async () => {
    for (const rule of rules) {
      const path = rulePath(rule.id);
      assert.ok(path !== undefined, rule.id);
      const [address = '', anchor = ''] = path.split('#');
      const markup = await page(address);
      assert.equal(markup.split(`id="${anchor}"`).length, 2, `${rule.id} has one place`);
      const says = sayRule(english, rule);
      assert.ok(markup.includes(escape(says.slice(says.indexOf('. ') + 2))), rule.id);
      for (const ask of rule.asks) assert.ok(markup.includes(escape(en.law.asks[ask])), `${rule.id}: ${ask}`);
    }
  });

  test('every rule says that no lawyer has reviewed it, unless reviews.csv holds the hash of what stands there', async () => {
    for (const article of book.articles) {
      const unreviewed = rulesOf(article).filter((rule) => reviewsOf(rule).length === 0).length;
      const markup = await page(addressOf(article));
      assert.equal(markup.split(en.law.review.none).length - 1, unreviewed, article.path);
    }
    const rule =
      rulesOf(book.articles.find((article) => rulesOf(article).length > 0) ?? assert.fail())[0] ?? assert.fail();
    const door = { words: en, law: english, book } as unknown as Door;
    const shown = (sha256: string): string =>
      rulePart(
        door,
        { ...rule, reviews: [{ rule: rule.id, reviewer: 'N. N., advocate', date: '2026-11-30', sha256 }] },
        true,
      ).markup;
    assert.ok(shown(rule.sha256).includes('Reviewed as it stands by N. N., advocate, 2026-11-30'));
    assert.ok(!shown(rule.sha256).includes(en.law.review.none));
    assert.ok(shown('0'.repeat(64)).includes(en.law.review.none), 'a review of another version lapses');
  });

  test('each worked example is a line: as many lines as the article has examples', async () => {
    for (const article of book.articles) {
      const markup = await page(addressOf(article));
      const lines = rulesOf(article).reduce((sum, { examples }) => sum + examples.length, 0);
      assert.equal((markup.match(/<td data-label="What comes out">/g) ?? []).length, lines, article.path);
    }
  });

  test('a scenario stands with the rules that it is about, and with no other', () => {
    const small = openLawBook(book.articles, [
      { name: 'one', why: 'Because.', about: { 'un-cybercrime/40(22)': 'tripped' } },
      { name: 'two', why: 'Why not.', about: { 'un-cybercrime/40(22)': 'silent', 'iccpr/17/necessity': 'open' } },
    ]);
    assert.deepEqual(
      small.scenariosOf('un-cybercrime/40(22)').map(({ name, standing }) => `${name} ${standing}`),
      ['one tripped', 'two silent'],
    );
    assert.equal(small.scenariosOf('un-cybercrime/40(8)').length, 0);
    const door = { words: en, law: english, book: openLawBook(book.articles, []) } as unknown as Door;
    const rule = book.articles.flatMap(rulesOf)[0] ?? assert.fail();
    assert.ok(!rulePart(door, rule, true).markup.includes('scenario'), 'nothing is shown where there is none');
  });

  test('every safeguard stands with the ask that it answers, under each policy; every ask has a line of its own', async () => {
    const index = await page('/law');
    for (const name of switchNames) {
      const row = index.split('<tr>').find((each) => each.includes(`>${name}</code>`)) ?? assert.fail(name);
      assert.ok(
        row.includes(escape(switches[name].means)) && row.includes(escape(en.law.asks[switches[name].ask])),
        name,
      );
      const on = Object.values(policies).filter((policy) => policy.on.includes(name)).length;
      assert.equal(row.split('>on</span>').length - 1, on, name);
    }
    assert.equal(new Set(asks.map((ask) => en.law.asks[ask])).size, asks.length);
  });

  test('the export is the same law that the command prints: every rule as data, with the hash a reviewer signs for', async () => {
    const answer = await fetch(`${sandbox.address}/law/rules.json`);
    assert.equal(answer.headers.get('content-type'), 'application/json');
    const { format, articles } = (await answer.json()) as Pick<LawBook, 'articles'> & { format: string };
    assert.equal(format, 'proviso-law/1');
    assert.deepEqual(articles.flatMap(rulesOf).map(({ id }) => id).toSorted(), rules.map(({ id }) => id).toSorted()); // prettier-ignore
    assert.deepEqual(articles, JSON.parse(JSON.stringify(book.articles)));
  });
});

void suite('States', () => {
  test('each has a page; what nobody knows is called no data, never none', async () => {
    const list = await page('/law/states');
    for (const state of states) {
      const path = `/law/states/${state.code.toLowerCase()}`;
      assert.ok(list.includes(`href="${path}"`), path);
      const markup = await page(path);
      const { reservations, narrows, declarations, centralAuthority, languages, channels, policy } = state;
      const fields = [reservations, narrows, declarations, centralAuthority, languages, channels, policy];
      const unknown = fields.filter((field) => field === 'no data').length;
      assert.equal(markup.split('<em>No data</em>').length - 1, unknown, path);
      for (const { source } of state.acts) assert.ok(markup.includes(escape(source.from)), `${path}: ${source.from}`);
    }
  });

  test('Qatar: a deposit, its reservations with their source, and not bound as long as there are fewer than forty', async () => {
    const markup = await page('/law/states/qa');
    for (const each of [
      '2026-02',
      'not bound by arbitration',
      'an encyclopedia, copy of March 2026',
      'No, by what is known as of',
    ])
      assert.ok(markup.includes(each), each);
  });
});

void suite('around the law', () => {
  test('what is not there is 404, what is no GET is 405; nothing of it is kept by the browser', async () => {
    for (const path of [
      '/law/un-cybercrime/999',
      '/law/un-cybercrime/040',
      '/law/no/1',
      '/law/states/zz',
      '/law/states/QA',
      '/law/un-cybercrime',
    ])
      assert.equal((await client(sandbox.address).get(path)).status, 404, path);
    assert.equal((await client(sandbox.address).post('/law', new URLSearchParams())).status, 405);
    assert.equal((await client(sandbox.address).get('/law')).headers.get('cache-control'), 'no-store');
  });

  test('a citation on a case leads to the article', async () => {
    const requester = await signedIn(sandbox.address, mandates.requester);
    const document = freshRequest(readExample('requests/clean-phishing.request.json'));
    const fields = new URLSearchParams({ ...(await requester.hidden('/requests/new')), document });
    const { pathname } = new URL(
      (await requester.post('/requests/new', fields)).headers.get('location') ?? '',
      sandbox.address,
    );
    const markup = await (await (await signedIn(sandbox.address, mandates.officer)).get(pathname)).text();
    const links = [...markup.matchAll(/href="(\/law\/[^"#]+)#([^"]+)"/g)];
    assert.ok(links.length > 5, `${links.length} citations`);
    for (const [, address = '', anchor = ''] of links)
      assert.ok((await page(address)).includes(`id="${anchor}"`), anchor);
  });

  test('the specification has a line for each part of the export', async () => {
    const specification = readFileSync(new URL('../../docs/spec/law.md', import.meta.url), 'utf8');
    const rows = specification.split('\n').filter((line) => line.startsWith('| `'));
    const exported = (await (await fetch(`${sandbox.address}/law/rules.json`)).json()) as object;
    for (const part of Object.keys(exported).filter((key) => key !== 'format'))
      assert.ok(
        rows.some((row) => row.split(' | ')[0]?.includes(`\`${part}\``)),
        part,
      );
  });
});
