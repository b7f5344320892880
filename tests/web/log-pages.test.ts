import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { assertValid } from '../pages/inspect.ts';
import { startSandbox, type Sandbox } from '../pages/sandbox.ts';
import { checkTime, timeText } from '../../src/verify/index.ts';
import { openField } from '../../src/transparency/commitment.ts';

suite('the pages of the log', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  const get = async (path: string): Promise<string> => (await fetch(`${sandbox.address}${path}`)).text();
  const post = (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(`${sandbox.address}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: sandbox.address } }); // prettier-ignore

  test('every page is valid; a month and a kind are addresses', async () => {
    for (const path of ['/log', '/log/leaves', '/log/late', '/log/promise', '/log/field'])
      await assertValid(path, await get(path));
    assert.match(await get('/log/leaves?kind=register'), /href="\/log\/leaves\/0"/);
    assert.doesNotMatch(await get('/log/leaves?kind=release'), /href="\/log\/leaves\/0"/);
    assert.doesNotMatch(await get('/log/leaves?month=2031-01'), /href="\/log\/leaves\/0"/);
  });

  test('the bytes of an entry hash to its leaf hash with any tool', async () => {
    const bytes = Buffer.from(await (await fetch(`${sandbox.address}/log/leaves/0/bytes`)).arrayBuffer());
    const hash = createHash('sha256').update(Buffer.concat([Buffer.of(0), bytes])).digest('hex'); // prettier-ignore
    assert.ok((await get('/log/leaves/0')).replaceAll(/<\/?span>|\s/g, '').includes(hash));
  });

  test('when an entry was recorded is on its page, and proven by a file that is checked without us', async () => {
    const [leaf, time, policy] = await Promise.all(['leaves/0/bytes', 'leaves/0/time', 'log.policy'].map(async (path) => new Uint8Array(await (await fetch(`${sandbox.address}/log/${path}`)).arrayBuffer()))); // prettier-ignore
    assert.ok(leaf && time && policy);
    const trusted = Buffer.from(policy).toString();
    const checked = await checkTime({ time, leaf, policy: trusted });
    assert.ok(checked.ok, JSON.stringify(checked));
    const said = /(?:not after|and) (20\S+)Z/.exec(timeText(checked))?.[1] ?? assert.fail();
    assert.ok((await get('/log/leaves/0')).includes(`${said.replace('T', ' ')} UTC, by the clocks of the witnesses`));
    assert.equal((await checkTime({ time, leaf: leaf.slice(1), policy: trusted })).ok, false);
    assert.equal((await checkTime({ time: leaf, leaf, policy: trusted })).ok, false);
    assert.equal((await checkTime({ time, leaf })).ok, false);
    await assertValid('/log/leaves/0', await get('/log/leaves/0'));
  });

  test('a promise of the log is kept; one that somebody changed is none', async () => {
    const promise = await get('/log/leaves/0/promise');
    assert.match(await (await post('/log/promise', { promise })).text(), /The promise is kept/);
    const changed = await post('/log/promise', { promise: promise.replace('index 0', 'index 1') });
    assert.equal(changed.status, 400);
  });

  test('one value that somebody shows is held against the entry', async () => {
    const leaf = await sandbox.store.writer.leaf(0);
    const field = openField(leaf?.opening as Parameters<typeof openField>[0], 'mandate');
    const shown = await (await post('/log/field', { index: '0', opening: JSON.stringify(field) })).text();
    assert.match(shown, /commits to this value/);
    const lie = await post('/log/field', { index: '0', opening: JSON.stringify({ ...field, value: '0'.repeat(64) }) });
    assert.equal(lie.status, 400);
    assert.match(await lie.text(), /not what the entry commits to/);
  });
});
