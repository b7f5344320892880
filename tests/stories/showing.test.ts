import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showItem } from '../../src/cli/showing-make.ts';
import { sha256Hex } from '../../src/canonical.ts';
import { bytesSource } from '../../src/evidence/byte-source.ts';
import { checkShowing } from '../../src/verify/index.ts';
import { take } from '../evidence/whole.ts';
import { mailbox, people, sandbox } from './sandbox.ts';

const walk = sandbox();

test('of a released case each withheld item can be shown from the store, and checked with the package alone', async () => {
  const caseId = await walk.released();
  const answer = await walk.acts().collect(await walk.on(people.sender, caseId));
  assert.equal(answer.kind, 'done');
  const files = answer.value;
  const { items, sha256 } = await take(mailbox.name, mailbox.bytes);
  let shown = 0;
  for (const { number } of items) {
    const found = await showItem(walk.store(), caseId, sha256, number);
    if (found === undefined) continue;
    const bytes = Buffer.concat(await Array.fromAsync(found.bytes));
    const checked = await checkShowing((name) => Promise.resolve(files.get(name)), found.showing, bytesSource(bytes));
    assert.ok(checked.ok, JSON.stringify(checked.steps));
    shown += 1;
  }
  assert.ok(shown > 0 && shown < items.length);
  assert.equal(await showItem(walk.store(), caseId, sha256, items.length + 1), undefined);
  assert.equal(await showItem(walk.store(), caseId, sha256Hex('another'), 1), undefined);
});
