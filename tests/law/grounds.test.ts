import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalFaults, type Refusal } from '../../src/law/grounds.ts';

const refusal: Refusal = {
  measure: 'stored-data',
  grounds: ['40(22)'],
  reasons: 'He is sought for his opinion.',
  consulted: false,
};
const faults = (over: Partial<Refusal>): readonly string[] =>
  refusalFaults({ ...refusal, ...over }).map(({ path, expected }) => `${path}: ${expected}`);

test('a refusal with an open ground and reasons stands', () => {
  assert.deepEqual(faults({}), []);
});

test('a refusal without reasons cannot be sent: art. 40(25)', () => {
  assert.deepEqual(faults({ reasons: ' ' }), ['reasons: reasons: art. 40(25) asks for them with every refusal']);
});

test('fiscal matters and bank secrecy are no reasons: art. 40(23) and 40(24)', () => {
  assert.match(faults({ grounds: ['fiscal-matter'] }).join(), /art\. 40\(23\) forbids/);
  assert.match(faults({ grounds: ['40(22)', 'bank-secrecy'] }).join(), /^grounds\[1\]: .*art\. 40\(24\) forbids/);
});

test('preservation is never refused for want of dual criminality: art. 42(4), 42(6)', () => {
  assert.match(
    faults({ measure: 'preservation', grounds: ['40(8)'] }).join(),
    /no other ground is open for preservation$/,
  );
  assert.deepEqual(faults({ measure: 'preservation' }), []);
});

test('before a refusal on art. 40(21) the States consult: art. 40(28)', () => {
  assert.match(faults({ grounds: ['40(21)(b)'] }).join(), /^consulted: .*40\(21\)\(b\)$/);
  assert.deepEqual(faults({ grounds: ['40(21)(b)'], consulted: true }), []);
});

test('a refusal names a ground that exists', () => {
  assert.match(faults({ grounds: [] }).join(), /^grounds: at least one of /);
  assert.match(faults({ grounds: ['political offence'] }).join(), /^grounds\[0\]: one of /);
});
