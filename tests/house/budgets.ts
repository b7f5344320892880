import ts from 'typescript';
import type { Source } from './sources.ts';

/** Sizes and habits that a machine can check. The numbers are those of CONTRIBUTING.md. */

export const fileLines = 300;
export const functionLines = 70;
/** A decision record is one page. */
export const recordLines = 70;

const drawers = new Set([
  'utils',
  'util',
  'common',
  'shared',
  'helpers',
  'types',
  'services',
  'managers',
  'lib',
  'misc',
]);

export function fileFaults({ path, text }: Source): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  const parts = path.replace(/\.[^./]+$/, '').split('/');
  return [
    ...(lines > fileLines ? [`${path}: ${lines} lines; at most ${fileLines}`] : []),
    ...parts.filter((part) => drawers.has(part)).map((part) => `${path}: "${part}" is a drawer, not a room`),
  ];
}

/** Functions of every spelling, with the line on which they begin. */
export function functionFaults({ path, text }: Source): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && !isGroup(node)) {
      const first = file.getLineAndCharacterOfPosition(node.getStart()).line;
      const lines = file.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
      if (lines > functionLines)
        faults.push(`${path}:${first + 1}: a function of ${lines} lines; at most ${functionLines}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** `describe('...', () => { ... })` holds tests; each of them is a function of its own. */
const isGroup = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) && /^(?:describe|suite)$/.test(node.parent.expression.getText());

/** Work that was put off is an issue, not a comment. */
export function postponedFaults({ path, text }: Source): readonly string[] {
  const words = /\b(?:TO[D]O|FIX[M]E|HA[C]K|[Nn]ot (?:yet )?impl[e]mented|[Ll]orem ips[u]m)\b/;
  return text.split('\n').flatMap((line, index) => (words.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
}

/** A source file says what it is for: a comment before its first export, or on it. Law has its page beside it. */
export function silentFaults({ path, text }: Source, pages: ReadonlySet<string>): readonly string[] {
  if (pages.has(path.replace(/\.ts$/, '.md'))) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const first = file.statements.find((each) => ts.canHaveModifiers(each) && ts.getModifiers(each) !== undefined);
  const head = text.slice(0, first === undefined ? text.length : first.getEnd());
  return /\/\*\*|^\/\//m.test(head) ? [] : [`${path}: nothing says what it is for`];
}

/** @returns the names of packages that no decision record gives a line: `- \`name\`: why, who keeps it, what leaves`. */
export function unexplained(names: readonly string[], records: readonly Source[]): readonly string[] {
  const lines = records.flatMap(({ text }) => text.split('\n'));
  return names.filter((name) => !lines.some((line) => line.includes(`\`${name}\``) && line.length > name.length + 40));
}

/** @returns the limits that no source file uses. */
export function unusedLimits(names: readonly string[], sources: readonly Source[]): readonly string[] {
  const code = sources.filter(({ path }) => path !== 'src/limits.ts').map(({ text }) => text);
  return names.filter((name) => !code.some((text) => new RegExp(`\\blimits\\.${name}\\b`).test(text)));
}
