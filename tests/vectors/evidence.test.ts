import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { contentOf, take } from '../evidence/whole.ts';
import type { Exhibit } from '../../src/evidence/item.ts';
import { matches } from '../../src/evidence/matches.ts';
import { minimise } from '../../src/evidence/minimise.ts';

/** Mail and web archives that others made (mailparser, warcio): read item by item, or refused whole. */

const folder = new URL('../../../shared/vectors/evidence/', import.meta.url);
const skip = !existsSync(folder) && 'the folder ../shared/vectors/evidence is not there';
const read = async (name: string): Promise<Exhibit> => take(name, new Uint8Array(readFileSync(new URL(name, folder))));

const covers = (exhibit: Exhibit): boolean => {
  let at = 0;
  for (const { offset, length } of exhibit.items) {
    if (offset !== at) return false;
    at += length;
  }
  return at === exhibit.source.size;
};

suite('evidence that others made', { skip }, () => {
  test('mixed.eml is one message that states no date and no account, so it is never in scope', async () => {
    const exhibit = await read('mixed.eml');
    assert.equal(exhibit.format, 'eml');
    assert.ok(covers(exhibit));
    const [item] = exhibit.items;
    assert.ok(item);
    assert.deepEqual([item.at, item.accounts], [undefined, []]);
    const scope = { targets: [{ kind: 'email', value: 'u@example.com' }], dataCategories: ['content'], period: { from: '1970-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' } } as const; // prettier-ignore
    assert.deepEqual(matches(item, scope), { inScope: false, reasons: ['no-date', 'no-account'] });
  });

  test('delivery-status.eml is dated and addressed', async () => {
    const [item] = (await read('delivery-status.eml')).items;
    assert.equal(item?.at, '2021-02-16T00:57:06.000Z');
    assert.deepEqual(item.accounts, ['xxxxx@gmail.com', 'mailer-daemon@amazonses.com']);
    assert.equal(item.title, 'Delivery Status Notification (Failure)');
  });

  test('nested.eml names its sender; the parts inside decide nothing', async () => {
    const [item] = (await read('nested.eml')).items;
    assert.deepEqual(item?.accounts, ['u@example.com']);
  });

  test('example.warc: six records, every byte of the file in one of them', async () => {
    const exhibit = await read('example.warc');
    assert.equal(exhibit.format, 'warc');
    assert.equal(exhibit.items.length, 6);
    assert.ok(covers(exhibit));
    assert.deepEqual(
      exhibit.items.map(({ accounts }) => accounts.length),
      [0, 0, 1, 1, 1, 1],
    );
  });

  test('example.warc.gz: the same six records, each in a gzip member that can leave alone', async () => {
    const [plain, zipped] = [await read('example.warc'), await read('example.warc.gz')];
    assert.equal(zipped.format, 'warc-gz');
    assert.ok(covers(zipped));
    const said = ({ items }: Exhibit): unknown => items.map(({ at, accounts, title }) => ({ at, accounts, title }));
    assert.deepEqual(said(zipped), said(plain));
    const scope = { targets: [{ kind: 'url', value: 'http://example.com/' }], dataCategories: ['content'], period: { from: '2017-03-01T00:00:00.000Z', until: '2017-04-01T00:00:00.000Z' } } as const; // prettier-ignore
    const { files, items } = await minimise([zipped], scope, new Uint8Array(32));
    assert.equal(items.length, 4);
    const again = await take('again', files[0] === undefined ? new Uint8Array() : await contentOf(files[0].source));
    assert.deepEqual(again.items.map(({ at }) => at), items.map(({ at }) => at)); // prettier-ignore
  });

  test('example-resource.warc.gz is read record by record', async () => {
    const exhibit = await read('example-resource.warc.gz');
    assert.deepEqual([exhibit.format, exhibit.items.length, covers(exhibit)], ['warc-gz', 3, true]);
  });

  test('example-digest.warc: block digests in base32 and base64 are checked, and agree', async () => {
    const exhibit = await read('example-digest.warc');
    assert.deepEqual([exhibit.items.length, exhibit.items.filter(({ fault }) => fault).length], [4, 0]);
  });

  for (const [name, code] of [
    ['example-trunc.warc', 'length-mismatch'],
    ['example-wrong-chunks.warc.gz', 'not-per-record'],
  ] as const) {
    test(`${name} is one opaque exhibit with its fault named`, async () => {
      const exhibit = await read(name);
      assert.equal(exhibit.format, 'opaque');
      assert.equal(exhibit.fault?.code, code);
      assert.deepEqual(exhibit.items.map(({ kind, offset, length }) => ({ kind, offset, length })), [{ kind: 'opaque', offset: 0, length: exhibit.source.size }]); // prettier-ignore
    });
  }
});
