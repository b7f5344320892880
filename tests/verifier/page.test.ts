import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildVerifierPage } from '../../src/verifier/page.ts';

/** The file itself, without a browser. */

const folder = mkdtempSync(join(tmpdir(), 'proviso-page-'));
after(() => rmSync(folder, { recursive: true }));
const { html, contentSecurityPolicy } = buildVerifierPage();
const main = new URL('../../src/main.ts', import.meta.url).pathname;

test('the command writes the same bytes, wherever and whenever it runs', () => {
  const out = join(folder, 'verify.html');
  execFileSync(process.execPath, [main, 'verifier', '--out', out], { cwd: folder, env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' } }); // prettier-ignore
  assert.ok(readFileSync(out).equals(Buffer.from(html)));
});

test('the page may run its one script and nothing else', () => {
  const [, script = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(html) ?? [];
  assert.equal(html.split('<script').length, 2 + script.split('<script').length - 1);
  const integrity = createHash('sha256').update(script).digest('base64');
  const policies = [contentSecurityPolicy, /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''];
  for (const policy of policies) {
    assert.match(policy, /^default-src 'none'; /);
    assert.ok(policy.includes(`script-src 'sha256-${integrity}' 'wasm-unsafe-eval';`));
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|connect-src|\*/);
  }
});

test('the page names no file beside itself, and no place on the machine that made it', () => {
  assert.ok(!/\b(?:src|href)=/.test(html.replace(/<script[\s\S]*<\/script>/, '')));
  assert.ok(!html.includes(new URL('../..', import.meta.url).pathname));
});
