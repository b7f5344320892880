import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/limits.ts';
import { caseLink } from '../../src/transparency/case-link.ts';
import { commit, openCommitment, openField, verifyField } from '../../src/transparency/commitment.ts';

const seed = new Uint8Array(32).fill(3);
const fields = { order: 'a'.repeat(64), outcome: 'granted', person: 'XB/1', reasons: 'naïve — نعم' };
const { commitment, opening } = commit(fields, seed);

const name = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,20}$/).filter((each) => each !== 'toString' && each !== 'valueOf');
const anyFields = fc.dictionary(name, fc.string({ unit: 'grapheme' }), { maxKeys: 20, noNullPrototype: true });
const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 });

suite('commitments', () => {
  test('what was committed opens, as a whole and field by field, after a journey through JSON', () => {
    fc.assert(
      fc.property(anyFields, anySeed, (given, anyOf) => {
        const made = commit(given, anyOf);
        const sent: unknown = JSON.parse(JSON.stringify(made.opening));
        assert.deepEqual(openCommitment(made.commitment, sent), given);
        for (const [each, value] of Object.entries(given)) {
          const shown: unknown = JSON.parse(JSON.stringify(openField(made.opening, each)));
          assert.deepEqual(verifyField(made.commitment, shown), { name: each, value });
        }
      }),
      { numRuns: 50 },
    );
  });

  test('the order in which fields are given does not matter', () => {
    const reversed = Object.fromEntries(Object.entries(fields).reverse());
    assert.equal(commit(reversed, seed).commitment, commitment);
  });

  test('the bytes of a commitment are fixed for ever', () => {
    // Computed from docs/spec/leaf.md by another program, in another language.
    assert.equal(commitment, '225e91c8e1603a29f98d99b0e6e20683a7696618a350d5ede7858acf37e19d8a');
  });

  test('another value, name, field or seed is another commitment', () => {
    const others = [
      { ...fields, outcome: 'refused' },
      { ...fields, more: '' },
      { order: fields.order, outcome: fields.outcome, person: fields.person },
      { ...fields, outcome: 'grantedX', person: 'B/1' },
    ];
    for (const other of others) {
      assert.throws(() => openCommitment(commitment, { ...opening, fields: other }), { code: 'commitment-mismatch' });
    }
    assert.throws(() => openCommitment(commitment, { ...opening, seed: '0'.repeat(64) }), {
      code: 'commitment-mismatch',
    });
  });

  test('values cannot run into each other', () => {
    assert.notEqual(commit({ a: 'bc', b: '' }, seed).commitment, commit({ a: 'b', b: 'c' }, seed).commitment);
    assert.notEqual(commit({ ab: 'c' }, seed).commitment, commit({ a: 'bc' }, seed).commitment);
  });

  test('one field opened shows the names of the others and neither their values nor the seed', () => {
    const shown = JSON.stringify(openField(opening, 'outcome'));
    for (const hidden of [fields.order, fields.person, fields.reasons, opening.seed])
      assert.ok(!shown.includes(hidden));
  });

  test('a field opening that is changed in any part shows nothing', () => {
    const shown = openField(opening, 'outcome');
    const wrong: Record<string, unknown>[] = [
      { ...shown, value: 'refused' },
      { ...shown, name: 'person' },
      { ...shown, salt: '0'.repeat(64) },
      { ...shown, proof: [...shown.proof].reverse() },
      { ...shown, proof: shown.proof.slice(1) },
      { ...shown, proof: [...shown.proof, '0'.repeat(64)] },
      { ...shown, names: [...shown.names, 'zebra'] },
      { ...shown, names: shown.names.slice(0, -1) },
      { ...shown, names: shown.names.map((each) => (each === 'order' ? 'orders' : each)) },
    ];
    for (const [number, each] of wrong.entries()) {
      assert.throws(() => verifyField(commitment, each), { code: 'commitment-mismatch' }, String(number));
    }
    for (const names of [[...shown.names].reverse(), ['outcome', 'outcome'], ['order'], []]) {
      assert.throws(() => verifyField(commitment, { ...shown, names }), { code: 'commitment-malformed' });
    }
  });

  test('what is no opening is refused with the place and what was expected', () => {
    const wrong: [unknown, RegExp][] = [
      [null, /expected/],
      [{ ...opening, more: 1 }, /more/],
      [{ ...opening, seed: 'AB' }, /seed: 32 bytes/],
      [{ ...opening, fields: { 'two words': '' } }, /fields/],
      [{ ...opening, fields: { lone: '\uD800' } }, /fields\.lone: Unicode text/],
      [{ ...opening, fields: { long: 'x'.repeat(limits.commitmentValueBytes + 1) } }, /fields\.long/],
      [
        {
          ...opening,
          fields: Object.fromEntries(Array.from({ length: limits.commitmentFields + 1 }, (_, n) => [`f${n}`, ''])),
        },
        /at most/,
      ],
      [JSON.parse('{"format":"proviso-opening/1","seed":"00","fields":{"__proto__":"x"}}'), /expected|bytes|name/],
    ];
    for (const [input, message] of wrong) {
      assert.throws(() => openCommitment(commitment, input), { code: 'commitment-malformed', message });
    }
    assert.throws(() => commit({}, new Uint8Array(31)), { code: 'commitment-malformed' });
    assert.throws(() => openField(opening, 'absent'), { code: 'commitment-malformed' });
  });
});

suite('case links', () => {
  test("one case's leaves carry one link, another key or case another", () => {
    assert.equal(caseLink(seed, 'one'), caseLink(seed, 'one'));
    assert.notEqual(caseLink(seed, 'one'), caseLink(seed, 'two'));
    assert.notEqual(caseLink(seed, 'one'), caseLink(new Uint8Array(32), 'one'));
    assert.match(caseLink(seed, 'one'), /^[0-9a-f]{64}$/);
    assert.throws(() => caseLink(new Uint8Array(16), 'one'), RangeError);
  });
});
