import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { canonicalBytes } from '../../src/canonical.ts';
import { limits } from '../../src/limits.ts';
import { authorityRoles, encodeLeaf, leafKinds, outcomes, parseLeaf } from '../../src/transparency/leaf.ts';
import type { LeafKind, OpenLeaf } from '../../src/transparency/leaf.ts';
import { flipped } from './memory-log.ts';

const hash = 'ab'.repeat(32);
const decision: OpenLeaf = {
  format: 'proviso-leaf/1',
  kind: 'decision',
  authority: 'xb-central-authority',
  month: '2026-03',
  commitment: hash,
  previous: 'cd'.repeat(32),
  case: 'ef'.repeat(32),
  counterpart: 'XA',
  measure: 'stored-data',
  dataCategories: ['content', 'traffic'],
  outcome: 'refused',
  grounds: ['40(21)(b)', '40(22)'],
};
/** The least that a leaf of each kind carries. */
function leafOf(kind: LeafKind): OpenLeaf {
  const details = {
    ...({ case: hash, counterpart: 'XA', outcome: 'granted' } as const),
    ...({ formula: 'proviso-figures/1', counts: '2026-02', from: 0, until: 9, total: 0, figures: hash } as const),
    ...{ openings: [{ index: 0, seed: hash, leaf: '{}' }], sealed: [0, 2], openBy: '2026-04' },
    reason: 'investigation',
  } as const;
  const required = Object.entries(details).filter(([name]) =>
    (leafKinds[kind].required as readonly string[]).includes(name),
  );
  const common = { format: 'proviso-leaf/1', kind, authority: 'xb-court', month: '2026-03', commitment: hash } as const;
  return { ...common, ...(Object.fromEntries(required) as Partial<typeof details>) };
}

suite('open leaves', () => {
  test('a leaf is read as it was written, and written as it was read', () => {
    for (const kind of Object.keys(leafKinds) as LeafKind[])
      assert.deepEqual(parseLeaf(encodeLeaf(leafOf(kind))), leafOf(kind));
    const written = encodeLeaf(decision);
    assert.deepEqual(parseLeaf(written), decision);
    assert.deepEqual(encodeLeaf(parseLeaf(written)), written);
    assert.ok(written.length < limits.leafBytes / 16);
  });

  const refused: Readonly<Record<string, Record<string, unknown>>> = {
    'a name for an authority': { authority: 'ines-okafor' },
    'a name behind a role': { authority: 'xb-court-okafor' },
    'an authority in capitals': { authority: 'XB-court' },
    'a day': { month: '2026-03-14' },
    'a month that is none': { month: '2026-13' },
    'a name for a State': { counterpart: 'Arvenia' },
    'an unknown measure': { measure: 'reading his mail' },
    'an unknown category': { dataCategories: ['photographs'] },
    'a category twice': { dataCategories: ['content', 'content'] },
    'categories out of order': { dataCategories: ['traffic', 'content'] },
    'no categories, listed': { dataCategories: [] },
    'words for a ground': { grounds: ['because'] },
    'a ground with words behind it': { grounds: ['40(22) he is a journalist'] },
    'a ground for a grant': { outcome: 'granted' },
    'an outcome in words': { outcome: 'granted to Ms Nwosu' },
    'a hash in capitals': { commitment: hash.toUpperCase() },
    'a short hash': { case: 'ab' },
    'a case number for a case': { case: 'XB-2026-00017' },
    'no case': { case: undefined },
    'no outcome': { outcome: undefined, grounds: undefined },
    'a case in a register': { kind: 'register' },
    'an outcome in a request': { kind: 'request' },
    'an opening of nothing': { ...leafOf('opening'), openings: [] },
    'an opening of one leaf twice': {
      ...leafOf('opening'),
      openings: [0, 0].map((index) => ({ index, seed: hash, leaf: '{}' })),
    },
    'an opening of more than a leaf holds': {
      ...leafOf('opening'),
      openings: Array.from({ length: limits.openingsPerLeaf + 1 }, (_, index) => ({ index, seed: hash, leaf: '{}' })),
    },
    'an extension into the past': { ...leafOf('secrecy-extension'), openBy: '2026-02' },
    'an extension for a reason in words': { ...leafOf('secrecy-extension'), reason: 'he talks to the press' },
    'figures of a month that has not ended': { ...leafOf('statistics'), counts: '2026-03' },
    'figures by another formula': { ...leafOf('statistics'), formula: 'as we like' },
    'figures of a range that ends before it begins': { ...leafOf('statistics'), from: 10 },
    'an unknown kind': { kind: 'gossip' },
    'a kind that every object has': { kind: 'constructor' },
    'an unknown field': { note: 'x' },
    'a truth value': { test: true },
    'another version': { format: 'proviso-leaf/2' },
  };
  for (const [name, change] of Object.entries(refused)) {
    test(`refused: ${name}`, () => {
      const entries = Object.entries({ ...decision, ...change }).filter(([, value]) => value !== undefined);
      assert.throws(() => parseLeaf(canonicalBytes(Object.fromEntries(entries))), { code: 'leaf-malformed' });
    });
  }

  test('a second spelling of the same leaf is refused: space, order of fields, a repeated field', () => {
    const text = new TextDecoder().decode(encodeLeaf(decision));
    const { kind, ...rest } = decision;
    const spellings = [
      ` ${text}`,
      `${text}\n`,
      text.replace(',', ', '),
      JSON.stringify({ ...rest, kind }),
      text.replace('{', '{"kind":"decision",'),
      `\uFEFF${text}`,
    ];
    for (const spelling of spellings) {
      assert.throws(() => parseLeaf(new TextEncoder().encode(spelling)), { code: 'leaf-malformed' }, spelling);
    }
  });

  test('no text that a person might write passes through any field', () => {
    const known = new Set<string>([...Object.keys(leafKinds), ...outcomes, ...authorityRoles]);
    const words = fc
      .string({ minLength: 1, maxLength: 80 })
      .filter((text) => !known.has(text) && !/^[0-9a-f()-]+$|^[A-Z]{2}$/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(decision)), words, (field, text) => {
        if ((decision as Record<string, unknown>)[field] === text) return;
        for (const value of [text, [text]]) {
          assert.throws(() => parseLeaf(canonicalBytes({ ...decision, [field]: value })), { code: 'leaf-malformed' });
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('bytes of any kind are refused or are a leaf, never anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((json) => new TextEncoder().encode(json)),
        ),
        (bytes) => {
          assert.throws(() => parseLeaf(bytes), { code: 'leaf-malformed' });
        },
      ),
    );
    assert.throws(() => parseLeaf(new Uint8Array(limits.leafBytes + 1)), {
      code: 'leaf-malformed',
      message: /at most/,
    });
  });

  test('what parses after a flipped bit is another leaf, and hashes otherwise', () => {
    const written = encodeLeaf(decision);
    for (let bit = 0; bit < written.length * 8; bit += 1) {
      try {
        assert.notDeepEqual(parseLeaf(flipped(written, bit)), decision, `bit ${bit}`);
      } catch (error) {
        assert.equal((error as { code?: string }).code, 'leaf-malformed', `bit ${bit}`);
      }
    }
  });
});
