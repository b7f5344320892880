import { fileNames } from '../../evidence/hand-over-files.ts';
import { itemTree } from '../../evidence/item-tree.ts';
import type { Manifest } from '../../evidence/manifest.ts';
import { must } from '../verify-error.ts';

const file = fileNames.manifest;

/**
 * What left is part of what was produced: each item once, from an exhibit that is named, none unaccounted for, all under
 * the one root of the tree of items.
 */
export async function checkItems(manifest: Manifest): Promise<void> {
  const { produced, released, withheld, items } = manifest;
  const held = produced.reduce((sum, { items: count }) => sum + count, 0);
  must(held === released.items.length + withheld.length, 'contradiction', file, `${held} items were produced, another number is accounted for`); // prettier-ignore
  checkExhibits(manifest);
  checkPlaces(manifest);
  const ascending = withheld.every(({ hash }, index) => index === 0 || (withheld[index - 1]?.hash ?? '') < hash);
  must(ascending, 'contradiction', file, 'an item is withheld twice, or out of its order');
  const tree = await itemTree(manifest);
  must(tree.size === items.size && tree.root === items.root, 'contradiction', file, 'the items are not those of the tree of items'); // prettier-ignore
}

/** One released file from one exhibit, and no more items of it than it holds. */
function checkExhibits({ produced, released }: Manifest): void {
  const exhibits = new Map(produced.map((each, index) => [each.sha256, { ...each, index }]));
  must(exhibits.size === produced.length, 'contradiction', file, 'one exhibit is named twice');
  const taken = new Set<string>();
  for (const { name, format, exhibit } of released.files) {
    const from = exhibits.get(exhibit);
    must(from !== undefined, 'contradiction', file, `${name} is taken from an exhibit that was not produced`);
    must(
      !taken.has(exhibit),
      'contradiction',
      file,
      `${name} is taken from an exhibit that another file is taken from`,
    );
    taken.add(exhibit);
    const own = from.format === format && name.startsWith(`exhibit-${String(from.index + 1).padStart(2, '0')}.`);
    must(own, 'contradiction', file, `${name} is not named after its exhibit, or of another format`);
    const count = released.items.filter((item) => item.file === name).length;
    must(
      count >= 1 && count <= from.items,
      'contradiction',
      file,
      `${name} has ${count} items, its exhibit has ${from.items}`,
    );
  }
}

/** Items of one file follow each other, by their numbers and places: no number and no byte is two items. */
function checkPlaces({ released }: Manifest): void {
  const next = new Map(released.files.map(({ name }) => [name, { number: 1, offset: 0 }]));
  const sizes = new Map(released.files.map(({ name, bytes }) => [name, bytes]));
  must(sizes.size === released.files.length, 'contradiction', file, 'one released file is named twice');
  for (const { file: name, number, offset, length } of released.items) {
    const place = next.get(name);
    must(place !== undefined, 'contradiction', file, `item ${number} of ${name} is in no released file`);
    const follows = number === place.number && offset >= place.offset && offset + length <= (sizes.get(name) ?? 0);
    must(follows, 'contradiction', file, `item ${number} of ${name} does not follow the one before`);
    next.set(name, { number: number + 1, offset: offset + length });
  }
}
