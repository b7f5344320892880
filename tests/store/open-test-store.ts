import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { openStore, sandboxOrigin, type Store } from '../../src/store/open-store.ts';

/** A real store in a folder of its own, for the tests of one file; gone afterwards. */
export function testStore(): () => Store {
  let store: Store | undefined;
  let data = '';
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'proviso-test-'));
    store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
  });
  after(async () => {
    await store?.close();
    rmSync(data, { recursive: true, force: true });
  });
  return () => {
    if (store === undefined) throw new Error('the store is open only while tests run');
    return store;
  };
}
