import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readGlossary, wordFaults, wordsIn } from './glossary.ts';
import { root, sourcesIn } from './sources.ts';

const glossary = readGlossary(readFileSync(join(root, 'GLOSSARY.md'), 'utf8'));
const own = [
  ...sourcesIn(['src', 'law', 'bench', 'tests'], ['.ts']),
  ...sourcesIn(['law', 'docs', 'README.md', 'CONTRIBUTING.md', 'SECURITY.md'], ['.md']),
];

test('no banned word stands in names, comments or documents', () => {
  assert.deepEqual(
    own.flatMap((source) => wordFaults(source, glossary)),
    [],
  );
});

test('a term has one meaning: it is in the glossary once, in alphabetical order', () => {
  assert.deepEqual(
    glossary.terms,
    [...new Set(glossary.terms)].sort((a, b) => a.localeCompare(b, 'en')),
  );
  assert.ok(glossary.terms.length > 40);
});

test('no word is both a term and banned', () => {
  assert.deepEqual(
    glossary.terms.filter((term) => glossary.banned.has(term)),
    [],
  );
});

test('every term of the glossary is a word that we use', () => {
  const used = new Set(
    sourcesIn(['src', 'law', 'docs', 'README.md', 'SECURITY.md'], ['.ts', '.md']).flatMap(({ text }) => wordsIn(text)),
  );
  const unused = glossary.terms.filter(
    (term) => !wordsIn(term).every((word) => used.has(word) || used.has(`${word}s`)),
  );
  assert.deepEqual(unused, []);
});

// Each check was broken on purpose: a bad sample must be refused, or the check cannot fail.
const refused: readonly (readonly [law: string, path: string, text: string])[] = [
  ['a drawer', 'src/utils/text.ts', 'export const a = 1;'],
  ['a drawer in a name', 'src/web/x.ts', 'export const formHelper = 1;'],
  ['an American spelling in a name', 'src/acts/x.ts', 'export function authorizeOrder(): void {}'],
  ['an American spelling in a comment', 'src/acts/x.ts', '/** An authorized order. */'],
  ['an HTTP request under a false name', 'src/web/x.ts', 'const handle = (req: unknown) => req;'],
  ['a banned word in a document', 'docs/spec/x.md', 'The whitelist is short.'],
];
for (const [law, path, text] of refused) {
  test(`the check refuses ${law}`, () => assert.equal(wordFaults({ path, text }, glossary).length, 1));
}

test("somebody else's word may be quoted", () => {
  assert.deepEqual(
    wordFaults({ path: 'src/web/x.ts', text: "import { a } from 'node:util'; // `util.inspect`" }, glossary),
    [],
  );
});

test('a glossary without its tables is not a glossary', () => {
  assert.deepEqual(readGlossary('# Glossary').terms, []);
  assert.equal(readGlossary('# Glossary').banned.size, 0);
  assert.ok(glossary.banned.size > 15);
});
