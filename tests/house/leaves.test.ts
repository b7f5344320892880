import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessActs, acts } from '../../src/request/open-acts.ts';
import type { LeafDraft } from '../../src/store/append-leaves.ts';
import type { Identities } from '../../src/store/identities.ts';
import type { Reader } from '../../src/store/reader.ts';
import type { Writer } from '../../src/store/writer.ts';

/** Nothing is done that the log does not count. */

/** What writes, and which of it takes a leaf. */
type Leafed<Room, Method extends keyof Room> = Room[Method] extends (...given: infer Given) => unknown
  ? Extract<Given[number], LeafDraft | Readonly<{ leaf: LeafDraft }>> extends never ? never : Method
  : never; // prettier-ignore
type WithoutLeaf<Room, Reads extends keyof Room> = Exclude<Exclude<keyof Room, Reads>, { [Method in keyof Room]: Leafed<Room, Method> }[keyof Room]>; // prettier-ignore

/** A method of the writer that takes no leaf compiles only with its reason here. */
const withoutLeaf = {
  recordReading: 'who looked at a case is kept for those who oversee it; a leaf for each look would tell strangers how a case goes on',
} as const satisfies Record<WithoutLeaf<Writer, keyof Reader>, string>; // prettier-ignore

/** So with how people prove who they are: what gives or takes a key has a leaf (register, endKey, approveRecovery). */
type IdentityReads = 'invited' | 'passkey' | 'hasSubject' | 'personOf' | 'recoveries' | 'events';
const identityWithoutLeaf = {
  invite: 'an invitation gives nothing by itself; the key that is registered with it has the leaf',
  usePasskey: 'one sign-in: the counter of a key, and who signs in when is nobody’s to learn',
  bindSubject:
    'a way to sign in and no key; what is done with it stands under a mandate, which has its leaf, and the person reads who bound it',
  askRecovery: 'a wish of one registrar; what a second one approves has the leaf',
  note: 'a line of the person’s own list of events',
} as const satisfies Record<WithoutLeaf<Identities, IdentityReads>, string>;

test('what writes without a leaf is named, with its reason', () => {
  assert.deepEqual(Object.keys(withoutLeaf), ['recordReading']);
  assert.deepEqual(Object.keys(identityWithoutLeaf).sort(), ['askRecovery', 'bindSubject', 'invite', 'note', 'usePasskey']); // prettier-ignore
});

test('no act type is without a leaf: each act that the table opens goes through the frame that logs it, under its own name', () => {
  for (const act of [...acts, ...Object.keys(accessActs)]) {
    const path = join(import.meta.dirname, '../../src/acts', `${act}.ts`);
    assert.ok(existsSync(path), `${act} has no file of its own`);
    assert.match(readFileSync(path, 'utf8'), logged(act), `src/acts/${act}.ts does not log it`);
  }
});

/**
 * `perform('act', ...)`, the frame whose every answer `done` has a leaf (src/acts/perform.ts), or `signOrder('act', ...)`,
 * which hands its act to that frame.
 */
const logged = (act: string): RegExp => new RegExp(`\\b(?:perform(?:<[^(]*>)?|signOrder)\\(\\s*'${act}'`);

test('what signs an order hands its act to the frame', () => {
  const path = join(import.meta.dirname, '../../src/acts/authorise.ts');
  assert.match(readFileSync(path, 'utf8'), /function signOrder\([^]*?return perform\(act, /);
});

test('the sample of an act that writes past the frame is found', () => {
  assert.doesNotMatch("await tools.database`insert into case_event`; performance('decide');", logged('decide'));
  assert.match("return perform<Receipt>(\n  'decide', input", logged('decide'));
});
