import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../law/law.ts';
import { readLibrary } from '../../src/cli/law.ts';
import { runCommand } from '../../src/cli.ts';
import { asks } from '../../src/law/asks.ts';
import { lawExport } from '../../src/law/law-export.ts';

const articles = await readLibrary();
const shelved = articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.rules));

async function run(...words: readonly string[]): Promise<Readonly<{ code: number; said: string; complained: string }>> {
  const [said, complained]: [string[], string[]] = [[], []];
  const terminal = { environment: {}, now: () => '2026-11-22T00:00:00.000Z' };
  const code = await runCommand(words, {
    ...terminal,
    print: (text) => said.push(text),
    complain: (text) => complained.push(text),
  });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

test('every rule stands in the library once, under its article, with its examples', () => {
  assert.deepEqual(shelved.map(({ id }) => id).toSorted(), rules.map(({ id }) => id as string).toSorted());
  for (const { instrument, number, paragraphs } of articles)
    for (const { rules: its } of paragraphs)
      for (const { id, examples } of its) {
        assert.match(id, new RegExp(`^${instrument}/${number}(?:[(/]|$)`), id);
        assert.ok(examples.length >= 3, id);
      }
});

test('the articles that bear on a request are all there, in reading order', () => {
  const convention = articles
    .filter(({ instrument }) => instrument === 'un-cybercrime')
    .map(({ number }) => Number(number));
  assert.deepEqual(
    convention,
    convention.toSorted((a, b) => a - b),
  );
  const bearing = [
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 21, 23, 24, 25, 26, 27, 28, 29, 30, 35, 36,
  ];
  for (const number of [...bearing, 40, 41, 42, 43, 44, 45, 46, 47, 63, 64, 65, 67])
    assert.ok(convention.includes(number), `article ${number}`);
  const rights = articles
    .filter(({ instrument }) => instrument !== 'un-cybercrime')
    .map((a) => `${a.instrument}/${a.number}`);
  const wanted = ['2', '6', '7', '9', '14', '15', '17', '18', '19', '21', '22', '26'].map(
    (number) => `iccpr/${number}`,
  );
  assert.deepEqual(rights, [...wanted, 'cat/3', 'crc/3', 'crc/12', 'crc/16', 'crc/40']);
});

test('nobody has reviewed the law, and every rule says so', () => {
  assert.ok(shelved.every(({ reviews }) => reviews.length === 0));
});

test('every ask about requests is answered by a rule', () => {
  const answered = new Set(shelved.flatMap(({ rule }) => rule.asks));
  const aboutRequests = asks.filter((ask) => /^[A-E]|^F[124]/.test(ask));
  assert.deepEqual(
    aboutRequests.filter((ask) => !answered.has(ask)),
    [],
  );
});

test('the export is JSON that carries everything: what is read back is what was written', () => {
  const text = JSON.stringify(lawExport(articles));
  const read = JSON.parse(text) as { format: string; articles: readonly unknown[]; measures: readonly unknown[] };
  assert.equal(read.format, 'proviso-law/1');
  assert.equal(read.articles.length, articles.length);
  assert.equal(read.measures.length, 9);
  assert.equal(JSON.stringify(read), text);
});

test('one article, one rule, and what does not exist', async () => {
  const article = await run('law', 'un-cybercrime/24');
  assert.equal(article.code, 0);
  assert.match(
    article.said,
    /^United Nations Convention against Cybercrime.*\nArticle 24: Conditions and safeguards\n/,
  );
  assert.match(article.said, /Nobody has reviewed it as it stands\./);
  const rule = await run('law', 'un-cybercrime/40(22)/bar');
  assert.match(rule.said, /Persecution, as a bar/);
  assert.doesNotMatch(rule.said, /un-cybercrime\/40\(21\)/);
  const none = await run('law', 'un-cybercrime/999');
  assert.deepEqual([none.code, none.said], [2, '']);
  assert.match(none.complained, /there is no article or rule un-cybercrime\/999/);
});

test('a date before the law is bad input, said in a line', async () => {
  const early = await run('assess', 'examples/requests/clean-phishing.request.json', '--on', '2024-12-23');
  assert.equal(early.code, 2);
  assert.match(early.complained, /--on: expected a date from 2024-12-24 on/);
});
