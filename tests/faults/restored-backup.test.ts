import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compose } from '../../src/compose.ts';
import { furnishSandbox } from '../../src/sandbox/furnish.ts';
import { openStore, sandboxOrigin } from '../../src/store/open-store.ts';
import { readRequest } from '../../src/wire/read-request.ts';

const text = readFileSync(new URL('../../examples/requests/clean-phishing.request.json', import.meta.url), 'utf8');
const now = (): string => new Date().toISOString();

/** Opens everything over a folder, sends a request as the asking State's officer, and closes again. */
async function sendOne(
  data: string,
): Promise<
  Readonly<{ kind: string; code?: string; about?: readonly string[]; size: number; closed: string | undefined }>
> {
  const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
  try {
    const { acts, tools, log } = compose(store, now);
    await furnishSandbox({ store: store.writer, keyring: store.keyring, now, random: tools.random });
    const document = new TextEncoder().encode(text.replace(/"id": "[^"]*"/, `"id": "${randomUUID()}"`));
    const read = readRequest(document);
    assert.ok(read.ok);
    const mandate = 'xa-central-authority/amara-nwosu';
    const answer = await acts.receiveRequest({ actId: randomUUID(), mandate, document, ...read });
    const { size } = await log.checkpoint();
    return { ...answer, size, closed: log.state().closed };
  } finally {
    await store.close();
  }
}

test('over a database restored from an old backup nothing is recorded and nothing is signed, and the reason is said', async () => {
  const data = mkdtempSync(join(tmpdir(), 'proviso-restored-'));
  try {
    const first = await sendOne(data);
    assert.equal(first.kind, 'done');
    cpSync(join(data, 'postgres'), join(data, 'backup'), { recursive: true });
    const second = await sendOne(data);
    assert.deepEqual([second.kind, second.size, second.closed], ['done', first.size + 1, undefined]);
    const published = readFileSync(join(data, 'log/checkpoint'));
    const guard = readFileSync(join(data, 'guard/log.json'));
    rmSync(join(data, 'postgres'), { recursive: true });
    cpSync(join(data, 'backup'), join(data, 'postgres'), { recursive: true });
    const third = await sendOne(data);
    assert.deepEqual([third.kind, third.code], ['refused', 'log-closed']);
    assert.match(third.closed ?? '', /restored from an older state/);
    assert.match(third.about?.[0] ?? '', /restored from an older state/);
    assert.deepEqual(readFileSync(join(data, 'log/checkpoint')), published);
    assert.deepEqual(readFileSync(join(data, 'guard/log.json')), guard);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
