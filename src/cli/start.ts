import packageJson from '../../package.json' with { type: 'json' };
import { refreshQueue } from '../acts/refresh-queue.ts';
import { compose, type Composed } from '../compose.ts';
import { furnishSandbox } from '../sandbox/furnish.ts';
import { sandboxLogKeeper } from '../sandbox/people.ts';
import { tendEvidence } from '../store/tend-evidence.ts';
import { openStore, sandboxOrigin, type Store } from '../store/open-store.ts';
import { furnishDoor } from '../web/furnish-door.ts';
import { limits } from '../limits.ts';
import { listen } from '../web/listen.ts';
import { openWeb } from '../web/server.ts';
import { readLawBook } from './law-book.ts';
import { BadUsage, readWords, type Command, type Terminal } from './command.ts';
import { openOffice } from './office.ts';
import { readSettings, type Settings } from './settings.ts';
import type { RegisteredMandate } from '../store/rows.ts';
import { stopSignal } from './stop-signal.ts';
import { strayError } from './stray-error.ts';
import { hourly, tend } from './tend.ts';

/** The server, from opening the store to the last acknowledged act: a sandbox, or a real installation. */
export const start: Command = {
  usage: 'start',
  does: 'serves a sandbox (PROVISO_SANDBOX=1) or, with PROVISO_ORIGIN, PROVISO_LOG_KEY and PROVISO_WITNESS_POLICY, a real installation (docs/spec/installation.md); PORT, HOST, PROVISO_DATA, DATABASE_URL and PROVISO_BUCKET... are honoured',
  run: async (words, terminal) => {
    readWords(words, {}, { least: 0, most: 0 });
    const settings = await readSettings(terminal.environment);
    // Asked for before anything is open: a signal that comes early is not lost.
    const stopped = stopSignal();
    const store = await openInstallation(settings);
    const uncaught = strayError();
    try {
      const { now } = terminal;
      const sandbox = settings.office === undefined;
      const composed = compose(store, now, sandbox ? {} : { courts: 'own-keys' });
      const { acts, log, tools } = composed;
      if (sandbox) await furnishSandbox({ store: store.writer, keyring: store.keyring, now, random: tools.random });
      const keeper = sandbox ? sandboxLogKeeper : (await founder(store)).authority;
      const door = furnishDoor({
        acts,
        log,
        store: store.writer,
        sessions: store.sessions,
        savedViews: store.savedViews,
        once: store.once,
        identityStore: store.identities,
        policy: tools.policy,
        book: await readLawBook(),
        ...(settings.office === undefined
          ? { identities: store.writer.mandates }
          : { office: await openOffice(settings.office, store) }),
        version: packageJson.version,
        now,
        journal: (error) =>
          terminal.complain(`${now()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      });
      const server = await listen(openWeb(door), settings);
      for (const line of greeting(server.address, settings)) terminal.print(line);
      const tended = tendAll(store, composed, { authority: keeper, test: sandbox ? 1 : 0 }, terminal);
      const stray = await Promise.race([stopped, uncaught.met]);
      if (stray instanceof Error)
        terminal.complain(`${now()} ends because of an error that nobody caught: ${stray.stack ?? stray.message}`);
      await Promise.all(tended.map(({ stop }) => stop()));
      await server.close();
      return stray instanceof Error ? 1 : 0;
    } finally {
      uncaught.forget();
      await store.close();
    }
  },
};

/** A clock that went back is written down where somebody reads it. */
function tellJump({ jump }: { jump?: string }, { complain, now }: Terminal): void {
  if (jump !== undefined) complain(`${now()} ${jump}`);
}

const greeting = (address: string, { office }: Settings): readonly string[] =>
  office === undefined
    ? [
        `Proviso sandbox at ${address}`,
        'Everybody in it is invented. Ctrl+C stops it; what was done stays in its data folder.',
      ]
    : [`Proviso at ${address}, for ${office.place.origin}`];

/** Opens the store that these settings name. @throws Error for a store of the other kind, or of another log */
export const openInstallation = ({
  office,
  data,
  databaseUrl,
  witnessPolicy,
  bucket,
  logBucket,
}: Settings): Promise<Store> =>
  openStore({
    data,
    databaseUrl,
    ...(witnessPolicy !== undefined && { witnessPolicy }),
    ...(bucket && { bucket }),
    ...(logBucket && { logBucket }),
    ...(office === undefined
      ? { origin: sandboxOrigin, loopback: true }
      : { origin: office.logKey.verifier.name, logKey: office.logKey }),
  });

/** With whom the register of an installation begins. @throws BadUsage where nobody was registered yet */
async function founder({ writer }: Store): Promise<RegisteredMandate> {
  const first = (await writer.mandates()).find(
    ({ role, grantedBy }) => role === 'registrar' && grantedBy === undefined,
  );
  if (first !== undefined) return first;
  throw new BadUsage('nobody could sign in: register the first registrar with proviso first-registrar');
}

/** What is done beside the server, again and again. */
function tendAll(
  store: Store,
  { acts, log, tools }: Composed,
  keeper: Parameters<Composed['acts']['publishStatistics']>[0],
  terminal: Terminal,
): readonly ReturnType<typeof tend>[] {
  const { now } = terminal;
  return [
    tend('the log is not published', () => log.tend(), terminal),
    tend(
      'the month is not counted',
      hourly(() => acts.publishStatistics(keeper), now),
      terminal,
    ),
    tend(
      'old uploads are not swept',
      hourly(() => tendEvidence(Date.parse(now()), store), now),
      terminal,
    ),
    tend(
      'old tiles are not collected',
      hourly(() => log.collect(Date.parse(now())), now),
      terminal,
    ),
    tend('the clocks stand still', async () => tellJump(await acts.tick({}), terminal), terminal),
    tend('the lists of cases are behind', () => refreshQueue(limits.queueRefreshed, tools), terminal),
  ];
}
