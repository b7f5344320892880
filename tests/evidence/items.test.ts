import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { itemTree } from '../../src/evidence/item-tree.ts';
import type { Manifest } from '../../src/evidence/manifest.ts';
import { verifyPackage, type StepName, type Verification } from '../../src/verify/index.ts';
import { reading, walk } from './walk.ts';

/** Lies about single items, told by who writes and logs the manifest. */

const failures = ({ steps }: Verification): (readonly [StepName, string])[] =>
  steps.flatMap((each) => (each.ok ? [] : [[each.step, each.file] as const]));

/** The same lie with the tree of items made to fit it. */
const rooted = async (manifest: Manifest): Promise<Manifest> => ({ ...manifest, items: await itemTree(manifest) });

type Released = Manifest['released'];
const withItems = (m: Manifest, change: (items: Released['items']) => Released['items']): Manifest => ({
  ...m,
  released: { ...m.released, items: change(m.released.items) },
});
const withFiles = (m: Manifest, change: (files: Released['files']) => Released['files']): Manifest => ({
  ...m,
  released: { ...m.released, files: change(m.released.files) },
});
const [zero] = ['0'.repeat(64)];

/** Each shows without opening the seal. */
const closed: Readonly<Record<string, (m: Manifest) => Manifest | Promise<Manifest>>> = {
  'a root that is another one': (m) => ({ ...m, items: { ...m.items, root: zero } }),
  'a tree of another size': (m) => ({ ...m, items: { ...m.items, size: m.items.size + 1 } }),
  'a released item that is not in the tree': (m) => withItems(m, (items) => items.map((item, index) => (index === 0 ? { ...item, sha256: zero } : item))),
  'a withheld item exchanged for another': (m) => ({ ...m, withheld: m.withheld.map((each, index) => (index === 0 ? { ...each, hash: zero } : each)) }),
  'another reason for a withheld item': (m) => ({ ...m, withheld: m.withheld.map((each, index) => (index === 0 ? { ...each, reasons: ['no-date'] } : each)) }),
  'items moved between exhibits': (m) => rooted(withFiles(m, (files) => files.map((file, index) => ({ ...file, exhibit: files[files.length - 1 - index]?.exhibit ?? '' })))),
  'two items with one number': (m) => rooted(withItems(m, (items) => items.map((item, index) => (index === 1 ? { ...item, number: 1 } : item)))),
  'two items in one place': (m) => rooted(withItems(m, (items) => items.map((item, index) => (index === 1 ? { ...item, offset: items[0]?.offset ?? 0 } : item)))),
  'an item that reaches beyond its file': (m) => rooted(withItems(m, (items) => items.map((item, index) => (index === items.length - 1 ? { ...item, length: item.length + 1 } : item)))),
  'an item of a file that is not there': (m) => rooted(withItems(m, (items) => items.map((item, index) => (index === 0 ? { ...item, file: 'exhibit-07.mbox' } : item)))),
  'an exhibit that was not produced': (m) => rooted(withFiles(m, (files) => files.map((file) => ({ ...file, exhibit: zero })))),
  'two files from one exhibit': (m) => rooted(withFiles(m, (files) => files.map((file) => ({ ...file, exhibit: m.produced[0]?.sha256 ?? '' })))),
  'one file named twice': (m) => rooted(withFiles(m, (files) => [...files, ...files.slice(0, 1)])),
  'an item withheld twice': (m) => rooted({ ...m, withheld: [...m.withheld.slice(0, -2), ...m.withheld.slice(0, 1), ...m.withheld.slice(-1)] }),
  'an item that nobody accounts for': (m) => rooted({ ...m, withheld: m.withheld.slice(1) }),
  'more items released than an exhibit holds': (m) => rooted({ ...m, produced: m.produced.map((each, index) => ({ ...each, items: index === 0 ? 1 : each.items + (m.produced[0]?.items ?? 0) - 1 })) }),
}; // prettier-ignore

suite('seen with the seal closed, in the manifest', () => {
  for (const [lie, manifest] of Object.entries(closed)) {
    test(lie, async () => {
      const { files } = await walk({ manifest });
      assert.deepEqual(failures(await verifyPackage(...reading(files))), [['scope', 'manifest.json']]);
    });
  }
});

/** Each is consistent on paper; what lies in the seal contradicts it. */
const open: Readonly<Record<string, (m: Manifest) => Manifest | Promise<Manifest>>> = {
  'a withheld item that was released': (m) => rooted({ ...withItems(m, (items) => items.slice(0, -1)), withheld: [...m.withheld, { hash: 'f'.repeat(64), reasons: ['other-account'] }] }),
  'a released item that is another one': (m) => rooted(withItems(m, (items) => items.map((item, index) => (index === 0 ? { ...item, sha256: zero } : item)))),
}; // prettier-ignore

suite('seen when the seal is opened', () => {
  for (const [lie, manifest] of Object.entries(open)) {
    test(lie, async () => {
      const { files, identity } = await walk({ manifest });
      const found = failures(await verifyPackage(...reading(files), { identity }));
      assert.deepEqual(found, [['seal', 'evidence.age']]);
    });
  }
});
