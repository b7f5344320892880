import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { openStore, sandboxOrigin, type Store } from '../../src/store/open-store.ts';

/**
 * A real store in a folder of its own, for the tests of one file; gone afterwards.
 * @param furnish what the tests need in it; it runs before the first of them.
 */
export function testStore(furnish: (store: Store) => Promise<void> | void = () => undefined): () => Store {
  let store: Store | undefined;
  let data = '';
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'proviso-test-'));
    store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
    await furnish(store);
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
