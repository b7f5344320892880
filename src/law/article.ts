import { factOfCell } from './example-cell.ts';
import { isFactName, type Fact, type FactName } from './facts.ts';
import { LawError } from './law-error.ts';

/**
 * The lawyers' side of an article: `article-NN.md`. Front matter, a heading for each paragraph, what it says in our own
 * words, then for each rule a table of examples. Strict: what the parser does not know is an error with file and line.
 * How to write one: law/README.md.
 */
export type Example = Readonly<{
  line: number;
  /** What is known. A cell `a / b` stands for two cases that come out alike, so there may be several. */
  cases: readonly (readonly Fact[])[];
  /** `met`, `open`, `does not apply`, or the consequence that follows. */
  outcome: string;
  missing: readonly FactName[];
}>;
export type RuleExamples = Readonly<{ rule: string; line: number; examples: readonly Example[] }>;
export type Section = Readonly<{
  heading: string;
  line: number;
  /** What the paragraph says, in our own words. */
  text: string;
  /** What is not coded, and why. */
  notCoded: readonly string[];
  rules: readonly RuleExamples[];
}>;
export type Front = Readonly<Record<(typeof frontKeys)[number], string>>;
export type Article = Readonly<{ path: string; front: Front; sections: readonly Section[] }>;

const frontKeys = ['instrument', 'article', 'title', 'link', 'checked', 'sure'] as const;

type Line = Readonly<{ text: string; number: number }>;

/** @throws LawError with file and line for whatever is not as law/README.md says. */
export function parseArticle(path: string, text: string): Article {
  const lines = text.split('\n').map((each, index) => ({ text: each.trimEnd(), number: index + 1 }));
  const [front, bodyStart] = parseFront(path, lines);
  const headings = lines.filter((line, index) => index >= bodyStart && line.text.startsWith('## '));
  const [first] = headings;
  if (first === undefined)
    throw new LawError('article.empty', `${path}:${bodyStart + 1}`, 'no heading for any paragraph');
  for (const line of lines.slice(bodyStart, first.number - 1)) {
    if (line.text !== '' && !line.text.startsWith('# '))
      fail(path, line, 'only a title may stand before the first heading');
  }
  const sections = headings.map((heading, index) => {
    const end = headings[index + 1]?.number ?? lines.length + 1;
    return parseSection(path, heading, lines.slice(heading.number, end - 1));
  });
  return { path, front, sections };
}

const fail = (path: string, line: Line, what: string): never => {
  throw new LawError('article.form', `${path}:${line.number}`, what);
};

function parseFront(path: string, lines: readonly Line[]): readonly [Front, number] {
  const end = lines.findIndex((line, index) => index > 0 && line.text === '---');
  if (lines[0]?.text !== '---' || end === -1)
    throw new LawError('article.front', `${path}:1`, 'front matter between two lines of ---');
  const front = new Map<string, string>();
  for (const line of lines.slice(1, end)) {
    const [, key = '', value = ''] = /^([a-z]+): (\S.*)$/.exec(line.text) ?? [];
    if (!frontKeys.some((known) => known === key))
      fail(path, line, `one of ${frontKeys.join(', ')}, then a colon and its value`);
    if (front.has(key)) fail(path, line, `${key} stands here twice`);
    front.set(key, value);
  }
  for (const key of frontKeys)
    if (!front.has(key)) throw new LawError('article.front', `${path}:1`, `front matter lacks ${key}`);
  const found = Object.fromEntries(front) as Front;
  if (!/^\d{4}-\d\d-\d\d$/.test(found.checked))
    throw new LawError('article.front', `${path}:1`, 'checked is a date, YYYY-MM-DD');
  if (!/^https:\/\/\S+$/.test(found.link)) throw new LawError('article.front', `${path}:1`, 'link is an https address');
  if (!/^(?:SEEN|SEC|MEM\+|MEM\?|NF)(?:[ ,.;:(]|$)/.test(found.sure)) {
    throw new LawError('article.front', `${path}:1`, 'sure begins with SEEN, SEC, MEM+, MEM? or NF');
  }
  return [found, end + 1];
}

function parseSection(path: string, heading: Line, lines: readonly Line[]): Section {
  const text: string[] = [];
  const notCoded: string[] = [];
  const rules: RuleExamples[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    const named = /^Rule: `([^`]+)`$/.exec(line.text)?.[1];
    if (named !== undefined) {
      let start = at + 1;
      while (lines[start]?.text === '') start++;
      let end = start;
      while (lines[end]?.text.startsWith('|') === true) end++;
      rules.push({ rule: named, line: line.number, examples: parseTable(path, line, lines.slice(start, end)) });
      at = end;
      continue;
    }
    if (line.text.startsWith('|')) fail(path, line, 'a table of examples follows a line "Rule: `id`"');
    if (line.text.startsWith('Rule:')) fail(path, line, 'a rule is named as "Rule: `id`"');
    if (line.text.startsWith('Not coded: ')) notCoded.push(line.text.slice(11));
    else text.push(line.text);
    at++;
  }
  const said = text.join('\n').trim();
  if (said === '') fail(path, heading, 'the paragraph says nothing');
  if (rules.length === 0 && notCoded.length === 0) fail(path, heading, 'neither a rule nor a line "Not coded: why"');
  return { heading: heading.text.slice(3), line: heading.number, text: said, notCoded, rules };
}

const cells = (line: Line): readonly string[] =>
  line.text
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

function parseTable(path: string, rule: Line, rows: readonly Line[]): readonly Example[] {
  const [header, ruler, ...body] = rows;
  if (header === undefined || ruler === undefined || body.length === 0)
    return fail(path, rule, 'a table of examples belongs here');
  const names = cells(header);
  if (names.at(-2) !== 'outcome' || names.at(-1) !== 'missing')
    fail(path, header, 'the last columns are outcome and missing');
  const facts = names.slice(0, -2);
  facts.forEach((name, index) => {
    if (!isFactName(name)) fail(path, header, `no such fact: ${name}`);
    if (facts.indexOf(name) !== index) fail(path, header, `${name} has two columns`);
  });
  if (cells(ruler).length !== names.length || !cells(ruler).every((cell) => /^-{3,}$/.test(cell)))
    fail(path, ruler, 'a ruler of ---');
  return body.map((line) => parseExample(path, line, facts as readonly FactName[]));
}

function parseExample(path: string, line: Line, names: readonly FactName[]): Example {
  const row = cells(line);
  if (!line.text.endsWith('|') || row.length !== names.length + 2) fail(path, line, `${names.length + 2} cells`);
  let cases: readonly (readonly Fact[])[] = [[]];
  names.forEach((name, index) => {
    const cell = row[index] ?? '';
    if (cell === '') return;
    const facts = cell
      .split(' / ')
      .map((each) => factOfCell(name, each) ?? fail(path, line, `${name} is never "${each}"`));
    cases = cases.flatMap((known) => facts.map((fact) => [...known, fact]));
  });
  const missing = (row.at(-1) ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of missing) if (!isFactName(name)) fail(path, line, `no such fact: ${name}`);
  return { line: line.number, cases, outcome: row.at(-2) ?? '', missing: missing as FactName[] };
}
