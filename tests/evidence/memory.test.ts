import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const megabytes = process.env['PROVISO_LONG'] === '1' ? 10_737 : 256;
const most = 300_000_000;

test(`a mailbox of ${megabytes} MB is taken in, minimised and sealed in less than 300 MB of memory`, async () => {
  const walker = join(import.meta.dirname, 'memory-walker.ts');
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', '--max-old-space-size=128', walker, String(megabytes)]); // prettier-ignore
  const said = JSON.parse(stdout) as Record<'bytes' | 'items' | 'withheld' | 'sealedBytes' | 'rss', number>;
  assert.ok(said.bytes >= megabytes * 1_000_000);
  assert.ok(said.items > 100 && said.withheld > 100 && said.sealedBytes > said.bytes / 3);
  assert.ok(said.rss < most, `${Math.round(said.rss / 1e6)} MB were held`);
});
