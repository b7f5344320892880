import assert from 'node:assert/strict';
import { test } from 'node:test';
import { literalTexts } from './literal-text.ts';
import { sourcesIn } from './sources.ts';

const faultsOf = (text: string): readonly string[] => literalTexts({ path: 'x.ts', text });

test('every text that a page says stands in a catalogue', () => {
  const sources = sourcesIn(['src/web'], ['.ts']);
  assert.ok(sources.length > 40);
  assert.deepEqual(sources.flatMap(literalTexts), []);
});

test('a text in a template is found, between tags, beside a hole and in what is read aloud', () => {
  assert.deepEqual(faultsOf('html`<p>Hello</p>`'), ['x.ts:1: "Hello"']);
  assert.deepEqual(faultsOf('html`<p>${a} of ${b}</p>`'), ['x.ts:1: "of"']);
  assert.deepEqual(faultsOf('\nhtml`<nav aria-label="Main">${a}</nav>`'), ['x.ts:2: "Main"']);
  assert.deepEqual(faultsOf('html`<p>${list.map((each) => html`<b>Name</b> ${each}`)}</p>`'), ['x.ts:1: "Name"']);
});

test('markup, holes and marks between them are no text', () => {
  assert.deepEqual(
    faultsOf('html`<p class="p-lead" lang="en">${a}, (${b}): ${c}</p><input type="hidden" name="narrow" />`'),
    [],
  );
  assert.deepEqual(faultsOf('sql`select a from b`'), []);
});
