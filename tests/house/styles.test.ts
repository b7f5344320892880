import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourcesIn } from './sources.ts';

/** Properties and values that name a side of the screen and not of the text: they do not turn round with the direction. */
const physical =
  /(?:^|[\s;{])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-[a-z]+)?|left|right|top|bottom|(?:min-|max-)?(?:width|height)|overflow-[xy])\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

const faultsOf = (css: string): readonly string[] =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .split('\n')
    .filter((line) => !line.trim().startsWith('@media') && physical.test(line));

test('every style of ours is set by the direction of the text, so that it turns round with it', () => {
  const sheets = sourcesIn(['src/web'], ['.css']);
  assert.ok(sheets.length >= 2);
  for (const { path, text } of sheets) assert.deepEqual(faultsOf(text), [], path);
});

test('a physical property is found, a logical one and the width of a window are not', () => {
  for (const wrong of [
    'a { margin-left: 1rem; }',
    '  left: 0;',
    '  text-align: right;',
    '  width: 10px;',
    '  border-top-color: red;',
  ]) {
    assert.equal(faultsOf(wrong).length, 1, wrong);
  }
  for (const right of [
    '  margin-inline-start: 0;',
    '@media (min-width: 64rem) {',
    '  text-align: start;',
    '  inline-size: 1rem;',
    '  /* left: 0 */',
    '  border-inline-width: 1px;',
    '  line-height: 1.5;',
  ]) {
    assert.deepEqual(faultsOf(right), [], right);
  }
});
