import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { refreshQueue } from '../acts/refresh-queue.ts';
import { compose } from '../compose.ts';
import { furnishSandbox } from '../sandbox/furnish.ts';
import { sandboxLogKeeper } from '../sandbox/people.ts';
import type { Bucket } from '../store/bucket.ts';
import { tendEvidence } from '../store/tend-evidence.ts';
import { bucketSettings } from './bucket-settings.ts';
import { openStore, sandboxOrigin } from '../store/open-store.ts';
import { furnishDoor } from '../web/furnish-door.ts';
import { limits } from '../limits.ts';
import { listen } from '../web/listen.ts';
import { openWeb } from '../web/server.ts';
import { readLawBook } from './law-book.ts';
import { BadUsage, readWords, type Command, type Terminal } from './command.ts';
import { readInput } from './files.ts';
import { stopSignal } from './stop-signal.ts';
import { hourly, tend } from './tend.ts';

/** The server of the sandbox, from opening the store to the last acknowledged act. */
export const start: Command = {
  usage: 'start',
  does: 'serves the sandbox (PROVISO_SANDBOX=1; PORT, HOST, PROVISO_DATA, DATABASE_URL, PROVISO_BUCKET... and PROVISO_WITNESS_POLICY are honoured)',
  run: async (words, terminal) => {
    readWords(words, {}, { least: 0, most: 0 });
    const settings = readSettings(terminal.environment);
    // Asked for before anything is open: a signal that comes early is not lost.
    const stopped = stopSignal();
    const { witnessPolicy, ...where } = settings;
    const policy = witnessPolicy === undefined ? {} : { witnessPolicy: new TextDecoder().decode(await readInput(witnessPolicy, limits.noteBytes)) }; // prettier-ignore
    const store = await openStore({ ...where, ...policy, origin: sandboxOrigin, loopback: true });
    try {
      const { now } = terminal;
      const { acts, log, tools } = compose(store, now);
      await furnishSandbox({ store: store.writer, keyring: store.keyring, now, random: tools.random });
      const door = furnishDoor({
        acts,
        log,
        store: store.writer,
        sessions: store.sessions,
        savedViews: store.savedViews,
        once: store.once,
        policy: tools.policy,
        book: await readLawBook(),
        identities: store.writer.mandates,
        version: packageJson.version,
        now,
        journal: (error) =>
          terminal.complain(`${now()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      });
      const server = await listen(openWeb(door), settings);
      terminal.print(`Proviso sandbox at ${server.address}`);
      terminal.print('Everybody in it is invented. Ctrl+C stops it; what was done stays in its data folder.');
      const count = (): Promise<unknown> => acts.publishStatistics({ authority: sandboxLogKeeper, test: 1 });
      const tended = [
        tend('the log is not published', () => log.tend(Date.parse(now())), terminal),
        tend('the month is not counted', hourly(count, now), terminal),
        tend(
          'old uploads are not swept',
          hourly(() => tendEvidence(Date.parse(now()), store), now),
          terminal,
        ),
        tend('the clocks stand still', async () => tellJump(await acts.tick({}), terminal), terminal),
        tend('the lists of cases are behind', () => refreshQueue(limits.queueRefreshed, tools), terminal),
      ];
      await stopped;
      await Promise.all(tended.map(({ stop }) => stop()));
      await server.close();
    } finally {
      await store.close();
    }
    return 0;
  },
};

/** A clock that went back is written down where somebody reads it. */
function tellJump({ jump }: { jump?: string }, { complain, now }: Terminal): void {
  if (jump !== undefined) complain(`${now()} ${jump}`);
}

type Settings = Readonly<{
  port: number;
  host: string;
  data: string;
  databaseUrl: string | undefined;
  witnessPolicy: string | undefined;
  bucket?: Bucket;
}>;

/** @throws BadUsage for a setting that cannot be meant, and outside a sandbox: there is no other sign-in yet. */
function readSettings(environment: Terminal['environment']): Settings {
  if (environment['PROVISO_SANDBOX'] !== '1')
    throw new BadUsage('only the sandbox can be served yet; start it with npm start, which sets PROVISO_SANDBOX=1');
  const portText = environment['PORT'] ?? '8080';
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) throw new BadUsage(`PORT: expected 0 to 65535, got ${portText}`);
  const databaseUrl = environment['DATABASE_URL'];
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//.test(databaseUrl))
    throw new BadUsage('DATABASE_URL: expected postgres://user:password@host:port/database');
  const data = resolve(environment['PROVISO_DATA'] ?? '.proviso');
  return {
    port,
    host: environment['HOST'] ?? '127.0.0.1',
    data,
    databaseUrl,
    witnessPolicy: environment['PROVISO_WITNESS_POLICY'],
    ...bucketSettings(environment),
  };
}
