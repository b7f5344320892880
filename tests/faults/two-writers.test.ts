import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEmbedded } from '../../src/store/embedded.ts';
import { openStore, sandboxOrigin, type Store } from '../../src/store/open-store.ts';
import { leaf, mandate, opening } from '../store/entries.ts';

/** One database, two installations with the same keys: what happens after a careless move to another machine. */
test('of two writers on one database the second does not start; where nothing tells it, the first stops and says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-writers-'));
  const server = await startEmbedded(join(folder, 'server'));
  const databaseUrl = `postgres://proviso@localhost/postgres?host=${encodeURIComponent(server.socketDirectory)}`;
  const open = (name: string): Promise<Store> => openStore({ data: join(folder, name), databaseUrl, origin: sandboxOrigin }); // prettier-ignore
  const stores: Store[] = [];
  try {
    const first = await open('first');
    stores.push(first);
    await first.writer.registerMandate(mandate, leaf());
    cpSync(join(folder, 'first/keys'), join(folder, 'second/keys'), { recursive: true });
    await assert.rejects(open('second'), /another process writes the log .*session \d+ of the database/);
    assert.equal((await first.writer.append(opening())).kind, 'appended');

    // A database without such locks, or a connection that was cut unseen: the second claims, and only the head tells.
    await first.database`
      select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`;
    const second = await open('second');
    stores.push(second);
    const before = await second.writer.append(opening());
    assert.equal(before.kind, 'appended');
    const tries = [await first.writer.append(opening()).catch(() => undefined), await first.writer.append(opening())];
    for (const each of tries) if (each !== undefined) assert.equal(each.kind, 'closed');
    assert.match(first.log.state().closed ?? '', /another process writes this log now/);
    const after = await second.writer.append(opening());
    assert.deepEqual(after.kind === 'appended' && after.leafIndex, before.leafIndex + 1);
  } finally {
    for (const store of stores.toReversed()) await store.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
