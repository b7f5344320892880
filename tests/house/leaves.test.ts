import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessActs, acts } from '../../src/request/open-acts.ts';
import type { LeafDraft } from '../../src/store/append-leaves.ts';
import type { Reader } from '../../src/store/reader.ts';
import type { Writer } from '../../src/store/writer.ts';

/** Nothing is done that the log does not count. */

/** What writes, and which of it takes a leaf. */
type Writing = Exclude<keyof Writer, keyof Reader>;
type Leafed<Method extends Writing> =
  Extract<Parameters<Writer[Method]>[number], LeafDraft | Readonly<{ leaf: LeafDraft }>> extends never ? never : Method;
type WithLeaf = { [Method in Writing]: Leafed<Method> }[Writing];

/** A method of the writer that takes no leaf compiles only with its reason here. */
const withoutLeaf = {
  recordReading: 'who looked at a case is kept for those who oversee it; a leaf for each look would tell strangers how a case goes on',
} as const satisfies Record<Exclude<Writing, WithLeaf>, string>; // prettier-ignore

test('what writes without a leaf is named, with its reason', () => {
  assert.deepEqual(Object.keys(withoutLeaf), ['recordReading']);
});

test('no act type is without a leaf: each act that the table opens goes through the frame that logs it, under its own name', () => {
  for (const act of [...acts, ...Object.keys(accessActs)]) {
    const path = join(import.meta.dirname, '../../src/acts', `${act}.ts`);
    assert.ok(existsSync(path), `${act} has no file of its own`);
    assert.match(readFileSync(path, 'utf8'), logged(act), `src/acts/${act}.ts does not log it`);
  }
});

/** `perform('act', ...)`, the frame whose every answer `done` has a leaf (src/acts/perform.ts). */
const logged = (act: string): RegExp => new RegExp(`\\bperform(?:<[^(]*>)?\\(\\s*'${act}'`);

test('the sample of an act that writes past the frame is found', () => {
  assert.doesNotMatch("await tools.database`insert into case_event`; performance('decide');", logged('decide'));
  assert.match("return perform<Receipt>(\n  'decide', input", logged('decide'));
});
