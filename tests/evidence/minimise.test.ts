import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256Hex } from '../../src/canonical.ts';
import { isUnder, matches } from '../../src/evidence/matches.ts';
import { minimise } from '../../src/evidence/minimise.ts';
import { saltedHash, withheldHash, withheldSalt } from '../../src/evidence/withheld.ts';
import { exampleScope, mailbox, site } from './example-case.ts';
import { contentOf, itemBytes, take } from './whole.ts';

const seed = new Uint8Array(32).fill(1);
const exhibits = await Promise.all([take('mailbox.mbox', mailbox()), take('site.warc', site())]);
const [mbox, warc] = exhibits;

test('the example files are those that their script writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-example-'));
  execFileSync(process.execPath, [fileURLToPath(new URL('../../examples/evidence/make.ts', import.meta.url)), folder]);
  assert.deepEqual(readFileSync(join(folder, 'mailbox.mbox')), Buffer.from(mailbox()));
  assert.deepEqual(readFileSync(join(folder, 'site.warc')), Buffer.from(site()));
  rmSync(folder, { recursive: true });
});

test('the example mailbox: in scope by address and instant, each other message with its reason', () => {
  assert.equal(mbox.format, 'mbox');
  const verdicts = mbox.items.map((item) => matches(item, exampleScope));
  assert.deepEqual(
    verdicts.map((verdict) => (verdict.inScope ? 'in' : verdict.reasons.join())),
    ['in', 'outside-period', 'in', 'in', 'other-account', 'no-date', 'in', 'in', 'no-date', 'other-account', 'in', 'outside-period'],
  ); // prettier-ignore
});

test('the example web archive: in scope by origin, path and instant', () => {
  assert.equal(warc.format, 'warc');
  assert.deepEqual(
    warc.items.map((item) => matches(item, exampleScope)).map((verdict) => (verdict.inScope ? 'in' : verdict.reasons.join())),
    ['outside-period,no-account', 'in', 'in', 'in', 'other-account', 'other-account', 'outside-period', 'no-date'],
  ); // prettier-ignore
});

test('released and withheld together are everything that was produced, and nothing twice', async () => {
  const { items, withheld } = await minimise(exhibits, exampleScope, seed);
  assert.deepEqual([items.length, withheld.length], [9, 11]);
  const known = await Promise.all(
    exhibits.flatMap((exhibit) =>
      exhibit.items.map(async (item) => ({ exhibit, item, sha256: sha256Hex(await itemBytes(exhibit, item)) })),
    ),
  );
  const expected = known.map(({ exhibit, item, sha256 }) =>
    matches(item, exampleScope).inScope ? sha256 : withheldHash(seed, exhibit.sha256, item.number, sha256),
  );
  const found = [...items.map(({ sha256 }) => sha256), ...withheld.map(({ hash }) => hash)];
  assert.deepEqual(found.toSorted(), expected.toSorted());
});

test('a released file holds exactly the released items, byte for byte, and reads as its own format again', async () => {
  const { files, items } = await minimise(exhibits, exampleScope, seed);
  for (const file of files) {
    const own = items.filter((item) => item.file === file.name);
    assert.equal(
      own.reduce((sum, { length }) => sum + length, 0),
      file.source.size,
    );
    for (const { offset, length, sha256 } of own) {
      assert.equal(sha256Hex(await file.source.read(offset, length)), sha256);
    }
    const again = await take(file.name, await contentOf(file.source));
    assert.equal(again.format, file.format);
    assert.deepEqual(again.items.map(({ offset, length, at }) => ({ offset, length, at })), own.map(({ offset, length, at }) => ({ offset, length, at }))); // prettier-ignore
    assert.ok(again.items.every((item) => matches(item, exampleScope).inScope));
  }
});

test('a withheld item can be shown later with its salt, and its hash tells nothing without it', async () => {
  const item = mbox.items[1];
  assert.ok(item);
  const bytes = await itemBytes(mbox, item);
  const { withheld } = await minimise(exhibits, exampleScope, seed);
  const shown = saltedHash(withheldSalt(seed, mbox.sha256, item.number), mbox.sha256, sha256Hex(bytes));
  assert.ok(withheld.some(({ hash }) => hash === shown));
  const { withheld: other } = await minimise(exhibits, exampleScope, randomBytes(32));
  assert.ok(!other.some(({ hash }) => hash === shown || hash === sha256Hex(bytes)));
});

test('whatever the scope, no item leaves that it does not name', async () => {
  const part = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values]);
  const day = fc.integer({ min: 0, max: 60 }).map((days) => new Date(Date.UTC(2025, 11, 15 + days)).toISOString());
  await fc.assert(
    fc.asyncProperty(part(exampleScope.targets), part(['content', 'traffic'] as const), day, day, async (targets, dataCategories, from, until) => {
      const scope = { targets, dataCategories, period: { from, until } };
      const { files, items } = await minimise(exhibits, scope, seed);
      for (const { at, account, category } of items) {
        assert.ok(at >= from && at < until && targets.includes(account) && dataCategories.includes(category as 'content'));
      }
      for (const file of files) {
        const { items: read } = await take(file.name, await contentOf(file.source));
        assert.ok(read.length > 0 && read.every((item) => matches(item, scope).inScope));
      }
    }),
    { numRuns: 60 },
  ); // prettier-ignore
});

test('a URL target covers its origin and path, segment by segment, and nothing that merely begins alike', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['https://a.example/', 'https://a.example/', true],
    ['https://a.example/x/y?z=1', 'https://a.example/', true],
    ['https://a.example/x/y', 'https://a.example/x', true],
    ['https://a.example/xy', 'https://a.example/x', false],
    ['https://a.example/x/../secret', 'https://a.example/x/', false],
    ['https://a.example/%78/y', 'https://a.example/x', false],
    ['http://a.example/', 'https://a.example/', false],
    ['https://a.example:8443/', 'https://a.example/', false],
    ['https://a.example.test/', 'https://a.example/', false],
    ['https://a.example@evil.test/', 'https://a.example/', false],
    ['https://A.EXAMPLE/x', 'https://a.example', true],
    ['https://a.example/x?q=1', 'https://a.example/x?q=1', true],
    ['https://a.example/x?q=2', 'https://a.example/x?q=1', false],
    ['urn:uuid:1', 'urn:uuid:1', false],
    ['not a url', 'https://a.example/', false],
  ];
  for (const [uri, target, expected] of cases) assert.equal(isUnder(uri, target), expected, `${uri} under ${target}`);
});
