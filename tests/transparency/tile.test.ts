import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/limits.ts';
import {
  encodeBundle,
  parseBundle,
  parseHashes,
  parseTilePath,
  tileLevels,
  tilePath,
  tilesOf,
} from '../../src/transparency/tile.ts';

suite('tiles', () => {
  test('a tile has the path that the specification shows', () => {
    assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067');
    assert.equal(tilePath({ level: 1, index: 0, width: 1 }), 'tile/1/000.p/1');
    assert.equal(tilePath({ level: 'entries', index: 999, width: 8 }), 'tile/entries/999.p/8');
    assert.equal(tilePath({ level: 63, index: 1000, width: 255 }), 'tile/63/x001/000.p/255');
  });

  test('a path is read as it was written', () => {
    const level = fc.oneof(fc.constant('entries' as const), fc.nat({ max: 63 }));
    const tile = fc.record({ level, index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(fc.property(tile, (given) => assert.deepEqual(parseTilePath(tilePath(given)), { ...given })));
  });

  test('every other path is no tile', () => {
    const paths = [
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/00/000',
      'tile/64/000',
      'tile/0/0',
      'tile/0/x000/001',
      'tile/0/001/002',
      'tile/0/000/',
      '/tile/0/000',
      'tile/0/../checkpoint',
      'tile/8/0/000',
      'tile/data/000',
      'checkpoint',
      'tile/0/x999/x999/x999/x999/x999/999',
    ];
    for (const path of paths) assert.equal(parseTilePath(path), undefined, path);
  });

  test('a tree of 70,000 has the tiles that the specification counts, one of 256 a level above', () => {
    const widths = (size: number): (string | number)[][] =>
      Array.from({ length: tileLevels(size) }, (_, level) => {
        const tiles = [...tilesOf(size, level)].map(({ width }) => width);
        return [tiles.filter((width) => width === 256).length, ...tiles.filter((width) => width < 256)];
      });
    assert.deepEqual(widths(70_000), [
      [273, 112],
      [1, 17],
      [0, 1],
    ]);
    assert.deepEqual(widths(256), [[1], [0, 1]]);
    assert.deepEqual(widths(0), []);
  });

  test('a tile is as wide as its path says', () => {
    assert.equal(parseHashes(new Uint8Array(96), 3).length, 3);
    for (const length of [0, 95, 97, 128]) {
      assert.throws(() => parseHashes(new Uint8Array(length), 3), { code: 'tile-malformed' });
    }
  });
});

suite('bundles', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 });

  test('a bundle is read as it was written, empty entries included', () => {
    fc.assert(fc.property(entries, (given) => assert.deepEqual(parseBundle(encodeBundle(given), given.length), given)));
  });

  test('a bundle cut anywhere, lengthened, or of another number of entries is refused', () => {
    const given = [Uint8Array.of(1, 2, 3), new Uint8Array(), new Uint8Array(300)];
    const bundle = encodeBundle(given);
    for (let end = 0; end < bundle.length; end += 1) {
      const cut = { code: 'bundle-malformed', message: /ends early/ };
      assert.throws(() => parseBundle(bundle.subarray(0, end), 3), cut, `cut at ${end}`);
    }
    assert.throws(() => parseBundle(Uint8Array.of(...bundle, 0), 3), { code: 'bundle-malformed' });
    for (const width of [2, 4]) assert.throws(() => parseBundle(bundle, width), { code: 'bundle-malformed' });
  });

  test('an entry over the limit is neither written nor read', () => {
    const large = new Uint8Array(limits.leafBytes + 1);
    assert.throws(() => encodeBundle([large]), { code: 'bundle-malformed' });
    const bundle = Uint8Array.of(large.length >> 8, large.length & 255, ...large);
    assert.throws(() => parseBundle(bundle, 1), { code: 'bundle-malformed' });
  });
});
