import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { runCommand } from '../../src/cli.ts';
import { bytesSource } from '../../src/evidence/byte-source.ts';
import { parseManifest } from '../../src/evidence/manifest.ts';
import { encodeShowing, parseShowing, showWithheld, type Showing } from '../../src/evidence/showing.ts';
import { generateIdentity } from '../../src/evidence/age/identity.ts';
import { checkShowing, type ShowingVerification } from '../../src/verify/index.ts';
import { mailbox } from './example-case.ts';
import { reading, walk } from './walk.ts';
import { itemBytes, take } from './whole.ts';

/** One withheld item is shown to have been produced; and a hand-over is opened, once it is proven. */

const whole = await walk();
const manifest = parseManifest(whole.files.get('manifest.json') ?? new Uint8Array());
assert.ok(manifest);
const exhibit = await take('mailbox.mbox', mailbox());
const [read] = reading(whole.files);
const withheld: { number: number; showing: Showing; bytes: Uint8Array }[] = [];
for (const item of exhibit.items) {
  const showing = await showWithheld(manifest, exhibit, item.number, whole.seed);
  if (showing) withheld.push({ number: item.number, showing, bytes: await itemBytes(exhibit, item) });
}
const [one, other] = withheld;
assert.ok(one && other);
const faults = ({ steps }: ShowingVerification): string[] => steps.flatMap((each) => (each.ok ? [] : [each.step]));
const check = (showing: Showing, bytes: Uint8Array): Promise<ShowingVerification> =>
  checkShowing(read, encodeShowing(showing), bytesSource(bytes));

test('every withheld item can be shown, with the reason that the manifest gives, and no released one', async () => {
  const released = manifest.released.items.filter(({ file }) => file === 'exhibit-01.mbox').length;
  assert.equal(withheld.length, exhibit.items.length - released);
  for (const { showing, bytes } of withheld) {
    const answer = await check(showing, bytes);
    assert.deepEqual(faults(answer), []);
    assert.ok(answer.steps[2]?.says.includes(showing.reasons.join(', ')));
  }
});

test('with another seed nothing is shown', async () => {
  assert.equal(await showWithheld(manifest, exhibit, one.number, new Uint8Array(32)), undefined);
});

test('another item, another salt, another place, another reason, another exhibit, another case: not shown', async () => {
  const lies: readonly (readonly [Showing, Uint8Array])[] = [
    [one.showing, other.bytes],
    [{ ...one.showing, item: other.showing.item }, other.bytes],
    [{ ...one.showing, salt: other.showing.salt }, one.bytes],
    [{ ...one.showing, index: other.showing.index }, one.bytes],
    [{ ...one.showing, path: other.showing.path }, one.bytes],
    [{ ...one.showing, path: one.showing.path.slice(1) }, one.bytes],
    [{ ...one.showing, index: 1_000 }, one.bytes],
    [{ ...one.showing, reasons: ['no-account'] }, one.bytes],
    [{ ...one.showing, exhibit: manifest.produced[1]?.sha256 ?? '' }, one.bytes],
    [{ ...one.showing, exhibit: '0'.repeat(64) }, one.bytes],
    [{ ...one.showing, caseId: '00000000-0000-4000-8000-000000000000' }, one.bytes],
  ];
  for (const [showing, bytes] of lies) assert.equal((await check(showing, bytes)).ok, false, JSON.stringify(showing));
});

test('a showing in another spelling, or any bytes, is refused by name', async () => {
  const bytes = Buffer.from(encodeShowing(one.showing));
  for (const changed of [Buffer.concat([bytes, Buffer.from('\n')]), Buffer.from('{}'), Buffer.from([0xff])]) {
    assert.equal(parseShowing(changed), undefined);
    assert.deepEqual(faults(await checkShowing(read, changed, bytesSource(one.bytes))), ['hand-over', 'item', 'place']);
  }
});

suite('on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-open-'));
  const path = (name: string): string => join(folder, name);
  before(() => {
    for (const [name, bytes] of whole.files) {
      mkdirSync(dirname(path(`package/${name}`)), { recursive: true });
      writeFileSync(path(`package/${name}`), bytes);
    }
    writeFileSync(path('key'), `# a key\n${whole.identity}\n`);
    writeFileSync(path('other-key'), `${generateIdentity()}\n`);
    writeFileSync(path('showing.json'), encodeShowing(one.showing));
    writeFileSync(path('item.bin'), one.bytes);
  });
  after(() => rmSync(folder, { recursive: true }));

  async function run(...words: readonly string[]): Promise<{ code: number; said: string; complained: string }> {
    const said: string[] = [];
    const complained: string[] = [];
    const code = await runCommand(words, { environment: {}, print: (line) => void said.push(line), complain: (line) => void complained.push(line), now: () => '2026-02-20T00:00:00.000Z' }); // prettier-ignore
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  }

  test('a proven package is opened: items are listed, and written one by one as plain files', async () => {
    const { code, said } = await run('open', path('package'), '--identity', path('key'), '--out', path('out'));
    assert.equal(code, 0, said);
    const names = readdirSync(path('out')).toSorted();
    assert.equal(names.length, manifest.released.items.length);
    for (const name of names) {
      assert.match(name, /^exhibit-\d{2}-\d{6}\.(?:eml\.txt|warc\.bin)$/);
      assert.equal(statSync(join(path('out'), name)).mode & 0o777, 0o600);
      assert.ok(said.includes(name));
    }
    const [first] = manifest.released.items;
    assert.ok(first);
    const text = readFileSync(join(path('out'), 'exhibit-01-000001.eml.txt'));
    assert.equal(text.length, first.length);
    assert.match(said, /proven in every step/);
  });

  test('nothing is written over, and no link is followed', async () => {
    const again = await run('open', path('package'), '--identity', path('key'), '--out', path('out'));
    assert.equal(again.code, 2);
    assert.match(again.complained, /is there already; nothing is written over/);
    mkdirSync(path('linked'));
    symlinkSync(path('elsewhere'), path('linked/exhibit-01-000001.eml.txt'));
    assert.equal((await run('open', path('package'), '--identity', path('key'), '--out', path('linked'))).code, 2);
    assert.throws(() => statSync(path('elsewhere')));
  });

  test('what is not proven is not opened, and says why', async () => {
    writeFileSync(path('package/order.txt'), 'another order');
    const { code, said, complained } = await run(
      'open',
      path('package'),
      '--identity',
      path('key'),
      '--out',
      path('no'),
    );
    writeFileSync(path('package/order.txt'), whole.files.get('order.txt') ?? '');
    assert.equal(code, 1);
    assert.match(said, /FAILED +authorisation/);
    assert.match(complained, /Nothing was opened/);
    assert.throws(() => statSync(path('no')));
    const wrong = await run('open', path('package'), '--identity', path('other-key'));
    assert.equal(wrong.code, 1);
    assert.match(wrong.said, /none of the identities opens this file/);
  });

  test('a key that is none is bad usage, and is not quoted', async () => {
    writeFileSync(path('no-key'), 'AGE-SECRET-KEY-1SECRET');
    const { code, complained } = await run('open', path('package'), '--identity', path('no-key'));
    assert.equal(code, 2);
    assert.doesNotMatch(complained, /SECRET-KEY-1S/);
    assert.equal((await run('open', path('package'))).code, 2);
  });

  test('a showing is checked against the package', async () => {
    const good = await run('showing', 'check', path('package'), path('showing.json'), path('item.bin'));
    assert.equal(good.code, 0, good.said);
    writeFileSync(path('item.bin'), other.bytes);
    const bad = await run('showing', 'check', path('package'), path('showing.json'), path('item.bin'));
    assert.equal(bad.code, 1);
    assert.match(bad.said, /FAILED +item/);
    assert.equal((await run('showing', 'check', path('package'), path('showing.json'), path('gone'))).code, 2);
  });
});
