import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { readLawBook } from '../../src/cli/law-book.ts';
import { compose, type Composed } from '../../src/compose.ts';
import { furnishSandbox } from '../../src/sandbox/furnish.ts';
import { openStore, sandboxOrigin, type Store } from '../../src/store/open-store.ts';
import { furnishDoor } from '../../src/web/furnish-door.ts';
import { listen } from '../../src/web/listen.ts';
import { openWeb } from '../../src/web/server.ts';

/** A whole sandbox on a port of its own, over a fresh store that is removed afterwards. */
export type Sandbox = Readonly<{
  address: string;
  store: Store;
  composed: Composed;
  journal: readonly unknown[];
  data: string;
  close: () => Promise<void>;
}>;

export async function startSandbox(): Promise<Sandbox> {
  const data = mkdtempSync(join(tmpdir(), 'proviso-pages-'));
  const store = await openStore({ data, databaseUrl: undefined, origin: sandboxOrigin });
  const now = (): string => new Date().toISOString();
  const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
  await furnishSandbox({ store: store.writer, keyring: store.keyring, now, random });
  const composed = compose(store, now);
  const { acts, log, tools } = composed;
  const journal: unknown[] = [];
  const door = furnishDoor({
    acts,
    log,
    now,
    store: store.writer,
    sessions: store.sessions,
    savedViews: store.savedViews,
    once: store.once,
    identityStore: store.identities,
    policy: tools.policy,
    book: await readLawBook(),
    identities: () => store.writer.mandates(),
    version: '0.0.0-test',
    journal: (error) => journal.push(error),
  });
  const server = await listen(openWeb(door), { host: '127.0.0.1', port: 0 });
  return {
    address: server.address,
    store,
    composed,
    journal,
    data,
    close: async () => {
      await server.close();
      await store.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export const readExample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../examples/${name}`, import.meta.url)));
