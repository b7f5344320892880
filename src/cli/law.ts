import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rules } from '../../law/law.ts';
import { english } from '../../law/words.en.ts';
import { lawExport } from '../law/law-export.ts';
import { libraryOf, type ShelvedArticle, type ShelvedRule } from '../law/library.ts';
import { loadLaw } from '../law/load.ts';
import { BadUsage, readWords, type Command } from './command.ts';

const options = { json: { type: 'boolean' } } as const;

/** Exit 0; 2 where there is no such article or rule. Loading runs every example of every rule. docs/spec/law.md */
export const law: Command = {
  usage: 'law [INSTRUMENT/ARTICLE | RULE] [--json]',
  does: 'prints the law: every article, or one as un-cybercrime/24, or one rule as un-cybercrime/40(22); --json: all of it as data',
  run: async (words, { print }) => {
    const { values, names } = readWords(words, options, { least: 0, most: 1 });
    const [name] = names;
    const articles = await readLibrary();
    const chosen = name === undefined ? articles : articles.filter((article) => isNamed(article, name));
    if (chosen.length === 0) throw new BadUsage(`there is no article or rule ${String(name)}`);
    if (values.json === true) print(JSON.stringify(name === undefined ? lawExport(articles) : chosen, null, 2));
    else print(chosen.map((article) => (name === undefined ? oneLine(article) : whole(article, name))).join('\n'));
    return 0;
  },
};

/** Reads the lawyers' texts beside the rules, and checks both against each other. @throws LawError with file and line */
export async function readLibrary(): Promise<readonly ShelvedArticle[]> {
  const root = join(import.meta.dirname, '../..');
  const folders = ['law/un-cybercrime', 'law/rights'];
  const listed = await Promise.all(
    folders.map(async (folder) => (await readdir(join(root, folder))).map((file) => `${folder}/${file}`)),
  );
  const paths = listed.flat().filter((path) => path.endsWith('.md'));
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
  );
  return libraryOf(loadLaw(rules, files, await readFile(join(root, 'law/reviews.csv'), 'utf8')), english);
}

const rulesOf = (article: ShelvedArticle): readonly ShelvedRule[] => article.paragraphs.flatMap((each) => each.rules);

const isNamed = (article: ShelvedArticle, name: string): boolean =>
  `${article.instrument}/${article.number}` === name || rulesOf(article).some(({ id }) => id === name);

function oneLine(article: ShelvedArticle): string {
  const its = rulesOf(article);
  const reviewed = its.filter(({ reviews }) => reviews.length > 0).length;
  const { title, sure } = article.front;
  const address = `${article.instrument}/${article.number}`;
  return `${address.padEnd(18)} ${title}\n${' '.repeat(19)}${its.length} ${its.length === 1 ? 'rule' : 'rules'}, ${reviewed} reviewed; ${sure}`;
}

function whole(article: ShelvedArticle, name: string): string {
  const { front, paragraphs } = article;
  const head = `${front.instrument}\nArticle ${front.article}: ${front.title}\n${front.link}\nLast checked ${front.checked}. How sure: ${front.sure}`;
  const one = rulesOf(article).some(({ id }) => id === name);
  const body = paragraphs
    .filter(({ rules: its }) => !one || its.some(({ id }) => id === name))
    .map(({ heading, text, notCoded, rules: its }) =>
      [
        heading,
        text,
        ...notCoded.map((why) => `Not coded: ${why}`),
        ...its.filter(({ id }) => !one || id === name).map(ruleLines),
      ].join('\n\n'),
    );
  return [head, ...body].join('\n\n');
}

const ruleLines = ({ id, says, rule, reviews, examples, at, sha256 }: ShelvedRule): string =>
  [
    `  ${id}  (${at})`,
    `    ${says}`,
    `    Answers ${rule.asks.join(', ')}; protects ${rule.protects.join(', ')}; ${examples.length} lines of examples.`,
    `    A review signs for ${sha256}.`,
    `    ${reviews.length === 0 ? 'Nobody has reviewed it as it stands.' : `Reviewed by ${reviews.map(({ reviewer, date }) => `${reviewer}, ${date}`).join('; ')}.`}`,
  ].join('\n');
