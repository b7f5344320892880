import ts from 'typescript';
import type { Source } from './sources.ts';

/** GLOSSARY.md as data, and the search for words that it bans. */

export type Glossary = Readonly<{
  terms: readonly string[];
  /** Banned word (lower case) -> what to write instead. */
  banned: ReadonlyMap<string, string>;
}>;

export function readGlossary(page: string): Glossary {
  const [before = '', after = ''] = page.split('## Words we do not use');
  const banned = rowsOf(after).flatMap(([words, instead]) =>
    words.split(',').map((word): [string, string] => [word.trim().toLowerCase(), instead]),
  );
  return { terms: rowsOf(before).map(([term]) => term), banned: new Map(banned) };
}

function rowsOf(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/^\| (.+?) \| (.+) \|$/gm)]
    .map(([, left = '', right = '']): [string, string] => [left, right])
    .filter(([left]) => left !== '---' && left !== 'term' && left !== 'not');
}

/** Words that belong to somebody else, by file: each with the reason. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  // RFC 9110 section 11.6.2 names the header so.
  'src/web': ['authorization'],
  'tests/web': ['authorization'],
  'tests/identity': ['authorization'],
  // Standard name of a file's kind in an SPDX or package field.
  'package.json': ['license'],
};

/** @returns a line for each banned word in the names, comments or prose of a file. */
export function wordFaults(source: Source, { banned }: Glossary): readonly string[] {
  const exempt = Object.entries(foreign)
    .filter(([place]) => source.path.startsWith(place))
    .flatMap(([, words]) => words);
  const said = source.path.endsWith('.ts') ? wordsOfCode(source.text) : wordsOfProse(source.text);
  const found = [...wordsIn(source.path), ...said].filter((word) => banned.has(word) && !exempt.includes(word));
  return [...new Set(found)].map((word) => `${source.path}: "${word}"; write: ${banned.get(word) ?? ''}`);
}

/**
 * Names and comments. Text in quotes is left out: it may quote somebody. So is a name after a dot: it was given where
 * it is declared, by us (then it is found there) or by a package.
 */
function wordsOfCode(text: string): readonly string[] {
  const file = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const words: string[] = [];
  let comments = '';
  let end = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) {
      comments += node.getText();
      end = node.getEnd();
      return;
    }
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (ts.isIdentifier(node) && !isMember) words.push(...wordsIn(node.text));
    if (node.getChildCount() > 0) {
      node.getChildren().forEach(visit);
      return;
    }
    // Between two tokens stands nothing but white space and comments.
    comments += text.slice(end, node.getStart());
    end = node.getEnd();
  };
  file.getChildren().forEach(visit);
  return [...words, ...wordsOfProse(comments)];
}

/** Prose without code spans, code blocks and links: what stands there may be a name of somebody else's. */
const wordsOfProse = (text: string): readonly string[] =>
  wordsIn(text.replace(/```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)|https?:\S+/g, ' '));

/** The words of a name or a text, in lower case: `openActsOf` is open, acts, of. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z][a-z0-9]*/g) ?? [];
